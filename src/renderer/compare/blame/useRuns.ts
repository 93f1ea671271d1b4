import { useEffect, type RefObject } from 'react'

interface Runs {
  readonly onOpen: (element: HTMLElement) => void
  readonly onPoint: (element: HTMLElement | null) => void
}

const stopsIn = (box: HTMLElement) => [...box.querySelectorAll<HTMLElement>('[data-stop]')]
const runAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-run]') : null

/**
 * The passages of a text as one tab stop: arrows move along them, Enter asks one where it comes from, a click does so too.
 * Listens to the text as a whole, because it may have thousands of them. `drawn` says when they are other ones.
 */
export function useRuns(box: RefObject<HTMLElement | null>, drawn: unknown, { onOpen, onPoint }: Runs): void {
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const stops = stopsIn(element)
    const stop = stops.find((one) => one === document.activeElement) ?? stops[0]
    if (stop !== undefined) stop.tabIndex = 0
    const focused = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || !('stop' in target.dataset)) return
      for (const one of element.querySelectorAll<HTMLElement>('[data-stop][tabindex="0"]')) one.tabIndex = -1
      target.tabIndex = 0
    }
    const pressed = (event: KeyboardEvent) => moved(event, element, onOpen)
    const clicked = ({ target }: MouseEvent) => {
      const run = runAt(target)
      if (run !== null && getSelection()?.isCollapsed !== false) onOpen(run)
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const pointed = ({ target, pointerType }: PointerEvent) => {
      const run = pointerType === 'touch' ? null : runAt(target)
      clearTimeout(timer)
      timer = setTimeout(() => onPoint(run), run === null ? 120 : 450)
    }
    const left = () => {
      clearTimeout(timer)
      onPoint(null)
    }
    element.addEventListener('focusin', focused)
    element.addEventListener('keydown', pressed)
    element.addEventListener('click', clicked)
    element.addEventListener('pointerover', pointed)
    element.addEventListener('pointerleave', left)
    return () => {
      clearTimeout(timer)
      element.removeEventListener('focusin', focused)
      element.removeEventListener('keydown', pressed)
      element.removeEventListener('click', clicked)
      element.removeEventListener('pointerover', pointed)
      element.removeEventListener('pointerleave', left)
    }
    // What is drawn decides which passages there are.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [box, drawn, onOpen, onPoint])
}

const onward = new Set(['ArrowRight', 'ArrowDown'])
const backward = new Set(['ArrowLeft', 'ArrowUp'])

function moved(event: KeyboardEvent, box: HTMLElement, onOpen: Runs['onOpen']): void {
  const { target, key } = event
  if (!(target instanceof HTMLElement) || !('stop' in target.dataset)) return
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const isRtl = getComputedStyle(target).direction === 'rtl'
  const turned = isRtl && key === 'ArrowRight' ? 'ArrowLeft' : isRtl && key === 'ArrowLeft' ? 'ArrowRight' : key
  if ((key === 'Enter' || key === ' ') && 'run' in target.dataset) onOpen(target)
  else {
    const stops = stopsIn(box)
    const here = stops.indexOf(target)
    const to = onward.has(turned)
      ? here + 1
      : backward.has(turned)
        ? here - 1
        : key === 'Home'
          ? 0
          : key === 'End'
            ? stops.length - 1
            : -1
    const next = stops[to]
    if (next === undefined) {
      if (!onward.has(turned) && !backward.has(turned)) return
    } else {
      next.focus({ preventScroll: true })
      next.scrollIntoView({ block: 'nearest' })
    }
  }
  event.preventDefault()
}

import { useEffect, type RefObject } from 'react'

const itemsOf = (box: HTMLElement | null) => [...(box?.querySelectorAll<HTMLElement>('[data-roving]') ?? [])]

/** One tab stop for a column of items; arrows, Home and End move along it. */
export function useRoving(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const items = itemsOf(box.current)
    const focused = items.find((item) => item === document.activeElement)
    const chosen = items.find((item) => item.ariaCurrent === 'true' || item.ariaSelected === 'true')
    stopAt(focused ?? chosen ?? items[0], items)
  })
  useEffect(() => {
    const element = box.current
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const items = itemsOf(element)
      const here = items.findIndex((item) => item === document.activeElement)
      const target = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: items.length - 1 }[event.key]
      const next = target === undefined ? undefined : items[target]
      if (next === undefined) return
      event.preventDefault()
      next.focus()
    }
    const focused = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && 'roving' in target.dataset) stopAt(target, itemsOf(element))
    }
    element?.addEventListener('keydown', pressed)
    element?.addEventListener('focusin', focused)
    return () => {
      element?.removeEventListener('keydown', pressed)
      element?.removeEventListener('focusin', focused)
    }
  }, [box])
}

function stopAt(stop: HTMLElement | undefined, items: readonly HTMLElement[]): void {
  for (const item of items) item.tabIndex = item === stop ? 0 : -1
}

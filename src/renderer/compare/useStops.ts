import { useEffect, useRef, useState, type RefObject } from 'react'
import { elementOf } from './keepPlace.ts'
import type { Row } from './rows.ts'

export interface Stops {
  /** Which change is current, from 1; 0 where there is none. */
  readonly current: number
  readonly total: number
  readonly next: () => void
  readonly previous: () => void
  readonly jumpTo: (key: string) => void
}

const share = 0.3

/** Next and previous change: a jump puts the change at 30 % of the height and outlines it for a moment. */
export function useStops(
  box: RefObject<HTMLElement | null>,
  stops: readonly Row[],
  onJump: (stop: number) => void
): Stops {
  const [current, setCurrent] = useState(1)
  const jumped = useRef<number | null>(null)
  const keys = stops.map((row) => row.key).join(' ')

  const jumpTo = (key: string) => {
    const scroller = box.current
    const element = scroller === null ? null : elementOf(scroller, key)
    if (scroller === null || element === null) return
    const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    scroller.scrollBy({ top: top - scroller.clientHeight * share })
    jumped.current = scroller.scrollTop
    outline(element)
    const stop = keys.split(' ').indexOf(key)
    if (stop < 0) return
    setCurrent(stop + 1)
    onJump(stop)
  }
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const scrolled = () => {
      if (jumped.current !== null && Math.abs(element.scrollTop - jumped.current) < 3) return
      jumped.current = element.scrollTop === 0 ? null : -1
      setCurrent(Math.max(1, passed(element, keys.split(' '))))
    }
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => element.removeEventListener('scroll', scrolled)
  }, [box, keys])

  const total = stops.length
  const here = Math.min(current, total)
  const go = (by: 1 | -1) => {
    if (total === 0) return
    const unseen = jumped.current === null && by === 1 && here === 1 && isBelow(box.current, stops[0]!.key)
    const target = unseen ? 0 : (here - 1 + by + total) % total
    jumpTo(stops[target]!.key)
  }
  return { current: here, total, next: () => go(1), previous: () => go(-1), jumpTo }
}

/** How many changes begin above a third of the height. */
function passed(box: HTMLElement, keys: readonly string[]): number {
  const limit = box.getBoundingClientRect().top + box.clientHeight * (share + 0.05)
  return keys.filter((key) => {
    const element = elementOf(box, key)
    return element !== null && element.getBoundingClientRect().top < limit
  }).length
}

/** At the start the first change is the current one, but it may lie further down than the window reaches. */
function isBelow(box: HTMLElement | null, key: string): boolean {
  const element = box === null ? null : elementOf(box, key)
  return (
    box !== null && element !== null && element.getBoundingClientRect().top > box.getBoundingClientRect().bottom - 24
  )
}

function outline(row: HTMLElement): void {
  const element = row.querySelector(row.matches('.row-headline') ? '.row-text' : '.block') ?? row
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const shown = { outline: '2px solid var(--ink)', outlineOffset: '8px', borderRadius: '6px' }
  element.animate([shown, still ? shown : { ...shown, outlineColor: 'transparent' }], {
    duration: still ? 600 : 240,
    easing: 'ease-in'
  })
}

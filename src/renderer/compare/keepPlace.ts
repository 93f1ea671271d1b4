import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { findAnchor, type Anchor } from './anchor.ts'
import type { Places } from './places.ts'
import type { Row } from './rows.ts'

type Box = RefObject<HTMLElement | null>

const rowElements = (box: HTMLElement) => [...box.querySelectorAll<HTMLElement>('[data-row]')]

/** The element of a row, or the fold that holds it. */
export function elementOf(box: HTMLElement, key: string): HTMLElement | null {
  return box.querySelector<HTMLElement>(`[data-row="${key}"], [data-holds~="${key}"]`)
}

function capture(box: HTMLElement, rows: readonly Row[]): Anchor | null {
  if (box.scrollTop < 4) return { text: '', index: -1, offset: 0 }
  const top = box.getBoundingClientRect().top
  const element = rowElements(box).find((one) => one.getBoundingClientRect().bottom > top + 1)
  const index = rows.findIndex((row) => row.key === element?.dataset.row)
  const row = rows[index]
  if (element === undefined || row === undefined) return null
  return { text: row.block.text, index, offset: element.getBoundingClientRect().top - top }
}

function restore(box: HTMLElement, rows: readonly Row[], anchor: Anchor): void {
  if (anchor.index < 0) {
    box.scrollTop = 0
    return
  }
  const key = findAnchor(
    anchor,
    rows.map((row) => ({ key: row.key, text: row.block.text }))
  )
  const element = key === null ? null : (elementOf(box, key) ?? nearestAfter(box, rows, key))
  if (element === null) return
  box.scrollTop += element.getBoundingClientRect().top - box.getBoundingClientRect().top - anchor.offset
}

/** A view that does not show a row shows what comes next, or the last there is. */
function nearestAfter(box: HTMLElement, rows: readonly Row[], key: string): HTMLElement | null {
  const from = rows.findIndex((row) => row.key === key)
  for (const row of rows.slice(from + 1)) {
    const element = elementOf(box, row.key)
    if (element !== null) return element
  }
  return rowElements(box).at(-1) ?? null
}

/**
 * Keeps the paragraph at the top of the window where it is while view, versions, folds or width change. `drawn` is
 * what the text is drawn from: when it changes, the place is found again before the frame is painted.
 */
export function useKeptPlace(box: Box, rows: readonly Row[], drawn: string, places: Places): void {
  const anchor = useRef<Anchor | null>(null)
  const current = useRef(rows)
  const kept = useRef(places)
  // Where the text was put to keep the place: the event of that is no move of the reader's.
  const restored = useRef<number | null>(null)
  const ready = rows.length > 0
  useLayoutEffect(() => {
    if (box.current === null || !ready) return
    current.current = rows
    const isOther = kept.current !== places
    kept.current = places
    anchor.current = (isOther ? null : anchor.current) ?? places.find()
    if (anchor.current !== null) restore(box.current, rows, anchor.current)
    else if (isOther) box.current.scrollTop = 0
    restored.current = box.current.scrollTop
    // Only what is drawn moves the text; the rows behind it are read as they are then.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [drawn, ready, places])
  useEffect(() => {
    const element = box.current
    if (element === null) return
    let width = element.clientWidth
    const scrolled = () => {
      if (element.clientWidth !== width) return
      if (restored.current !== null && Math.abs(element.scrollTop - restored.current) < 1) return
      restored.current = null
      anchor.current = capture(element, current.current) ?? anchor.current
      if (anchor.current !== null) places.keep(anchor.current)
    }
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return
      width = element.clientWidth
      if (anchor.current !== null) restore(element, current.current, anchor.current)
      restored.current = element.scrollTop
    })
    observer.observe(element)
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', scrolled)
    }
  }, [box, places])
}

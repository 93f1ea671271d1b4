import { useEffect, useImperativeHandle, useRef, type RefObject } from 'react'
import type { ArticleRow } from '../../contract/lists.ts'
import { useKeys } from '../app/keys.ts'
import type { Rows } from './useOpenedList.ts'

/** The position with the tab stop: that of the article moved to last, else of the open one, else the first. */
export function tabStop(shown: Int32Array, focused: number | null, at: number): number {
  const held = focused === null ? -1 : shown.indexOf(focused)
  return held >= 0 ? held : Math.max(at, 0)
}

interface Moving extends Pick<Rows, 'rowOf' | 'load'> {
  /** The ids in order, and where among them the open article stands; -1 where it does not. */
  readonly shown: Int32Array
  readonly at: number
  /** The article moved to last. */
  readonly focused: number | null
  readonly setFocused: (id: number | null) => void
  readonly box: RefObject<HTMLElement | null>
  readonly open: (row: ArticleRow, show: boolean) => void
  readonly reveal: (position: number) => void
  readonly nextUnread: RefObject<(() => void) | null>
}

/** So far ahead the next unread article is looked for. */
const mostAhead = 2000

/** Moving along the list by keys, opening articles on the way. Rows that are far away are fetched first. */
export function useMoves({ shown, at, rowOf, load, focused, setFocused, box, open, reveal, nextUnread }: Moving) {
  const wanted = useRef<number | null>(null)
  const rowAt = async (position: number) => rowOf(shown[position] ?? 0) ?? (await load(position))
  const openAt = async (position: number, show: boolean) => {
    const id = shown[position] ?? null
    wanted.current = id
    setFocused(id)
    const row = await rowAt(position)
    // By then another may have been moved to.
    if (row !== undefined && wanted.current === id) open(row, show)
  }
  const inside = useRef(false)
  const to = (position: number, opens: boolean) => {
    const target = Math.min(shown.length - 1, Math.max(0, position))
    inside.current = box.current?.contains(document.activeElement) ?? false
    setFocused(shown[target] ?? null)
    reveal(target)
    if (opens) void openAt(target, false)
  }
  useEffect(() => {
    if (!inside.current || focused === null) return
    box.current?.querySelector<HTMLElement>(`[data-article="${focused}"]`)?.focus({ preventScroll: true })
  }, [box, focused])

  const toUnread = async () => {
    for (let position = at + 1; position < Math.min(shown.length, at + mostAhead); position++) {
      if (((await rowAt(position))?.unread ?? 0) > 0) return to(position, true)
    }
  }
  useKeys({ j: () => to(at + 1, true), k: () => to(at < 0 ? 0 : at - 1, true) })
  useImperativeHandle(nextUnread, () => () => void toUnread())
  return { to, openAt: (position: number) => void openAt(position, true) }
}

import type { ArticleRow, ListKey } from '../../contract/lists.ts'
import { hasLeft, sortedBy } from './smartLists.ts'

/** So many rows are asked for at once. */
export const pageSize = 50

/** Rows ahead of what is in view are asked for before they come into it. */
const ahead = 20

/**
 * A list as it was when it was opened. What changes meanwhile changes in place; what has left (was deleted) is left
 * out; nothing moves under the pointer.
 */
export interface Order {
  readonly ids: Int32Array
  readonly gone: ReadonlySet<number>
  /** The ids that are shown, in order: what stands at a position. */
  readonly shown: Int32Array
}

export function makeOrder(ids: Int32Array, gone: ReadonlySet<number>): Order {
  return { ids, gone, shown: gone.size === 0 ? ids : ids.filter((id) => !gone.has(id)) }
}

/** The page that holds the row at a position, or at the end nearest to it. */
export function pageAt({ ids, shown }: Order, position: number): number {
  const held = Math.min(shown.length - 1, Math.max(0, position))
  return Math.floor((shown === ids ? held : ids.indexOf(shown[held]!)) / pageSize)
}

/** The pages that hold the rows from one position to another and those close by. */
export function pagesAround(order: Order, from: number, to: number): readonly number[] {
  if (order.shown.length === 0) return []
  const first = pageAt(order, from - ahead)
  return Array.from({ length: pageAt(order, to + ahead) - first + 1 }, (_, i) => first + i)
}

/** The ids of one page. */
export const idsOf = (ids: Int32Array, page: number): number[] => [
  ...ids.subarray(page * pageSize, (page + 1) * pageSize)
]

/** A page of rows that has arrived. */
export interface LoadedPage {
  readonly ids: readonly number[]
  readonly rows: readonly ArticleRow[]
}

/** What of the ids is gone, now that these pages have arrived; the same set where nothing left or came back. */
export function goneAfter(gone: ReadonlySet<number>, list: ListKey, pages: readonly LoadedPage[]): ReadonlySet<number> {
  const next = new Set(gone)
  for (const { ids, rows } of pages) {
    const there = new Set(rows.filter((row) => !hasLeft(list, row)).map(({ id }) => id))
    for (const id of ids) {
      if (there.has(id)) next.delete(id)
      else next.add(id)
    }
  }
  return next.size === gone.size && [...next].every((id) => gone.has(id)) ? gone : next
}

/** How many articles have come to the top of a list since it was opened, and are not in it. */
export function waitingIn(
  list: ListKey,
  { ids, first }: { readonly ids: Int32Array; readonly first: readonly ArticleRow[] },
  top: readonly ArticleRow[]
): number {
  const newest = first[0] === undefined ? '' : sortedBy(list, first[0])
  return top.filter((row) => sortedBy(list, row) > newest && !ids.includes(row.id)).length
}

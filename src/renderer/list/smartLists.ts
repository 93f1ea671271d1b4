import type { ArticleRow } from '../../contract/contract.ts'
import type { ListKey, SmartList } from '../app/place.ts'

const week = 7 * 24 * 3600_000

export const smartListNames: Readonly<Record<SmartList, string>> = {
  recent: 'Changed recently',
  unread: 'Unread changes',
  headline: 'Headline changed',
  all: 'All articles'
}

export function listName(list: ListKey): string {
  if (list.kind === 'smart') return smartListNames[list.name]
  return list.kind === 'folder' ? list.folder : list.source
}

/** When the newest change that is more than a minor edit was first seen. */
function lastTelling(row: ArticleRow): string | null {
  return row.changes.findLast((change) => !change.minor)?.at ?? null
}

function isIn(list: ListKey, row: ArticleRow, now: number): boolean {
  if (list.kind === 'folder') return row.folder === list.folder
  if (list.kind === 'source') return row.folder === list.folder && row.source === list.source
  if (list.name === 'all') return true
  if (list.name === 'headline') return row.headlineChanged
  if (list.name === 'unread') return row.unseen > 0 && row.changes.slice(-row.unseen).some((change) => !change.minor)
  const at = lastTelling(row)
  return at !== null && now - Date.parse(at) <= week
}

/** The articles of a list, the last changed first. */
export function rowsOf(list: ListKey, rows: readonly ArticleRow[], now: number): readonly ArticleRow[] {
  const at = (row: ArticleRow) =>
    list.kind === 'smart' && list.name === 'recent' ? (lastTelling(row) ?? '') : row.changedAt
  return rows
    .filter((row) => isIn(list, row, now))
    .toSorted((a, b) => Date.parse(at(b)) - Date.parse(at(a)) || a.id - b.id)
}

/**
 * The rows of an open list in the order they had when it was opened: what changes meanwhile changes in place, what is
 * new waits behind a pill, and nothing moves under the pointer.
 */
export function inOrder(
  order: readonly number[],
  all: readonly ArticleRow[],
  fresh: readonly ArticleRow[]
): { readonly shown: readonly ArticleRow[]; readonly waiting: number } {
  const byId = new Map(all.map((row) => [row.id, row]))
  const known = new Set(order)
  return {
    shown: order.flatMap((id) => byId.get(id) ?? []),
    waiting: fresh.filter((row) => !known.has(row.id)).length
  }
}

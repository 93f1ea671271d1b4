import type { ArticleRow, ListKey, SmartList, SourceCount } from '../../contract/lists.ts'

export const smartListNames: Readonly<Record<SmartList, string>> = {
  recent: 'Changed recently',
  unread: 'Unread changes',
  headline: 'Headline changed',
  silent: 'Silent edits',
  starred: 'Starred',
  all: 'All articles',
  deleted: 'Recently deleted'
}

export function listName(list: ListKey, sources: readonly SourceCount[]): string {
  if (list.kind === 'smart') return smartListNames[list.name]
  if (list.kind === 'folder') return list.folder
  return sources.find(({ id }) => id === list.source)?.name ?? 'Source'
}

/** The time by which a list is sorted, newest first. */
export function sortedBy(list: ListKey, row: ArticleRow): string {
  if (list.kind !== 'smart') return row.changedAt
  if (list.name === 'deleted') return row.deletedAt ?? ''
  return list.name === 'recent' ? (row.tellingAt ?? '') : row.changedAt
}

/** A deleted article leaves every list but that of the deleted at once; whatever else changes, it stays where it is. */
export function hasLeft(list: ListKey, row: ArticleRow): boolean {
  const isDeletedList = list.kind === 'smart' && list.name === 'deleted'
  return (row.deletedAt !== null) !== isDeletedList
}

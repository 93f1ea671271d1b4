import type { ArticleRow, ListKey, SourceCount } from '../../contract/lists.ts'
import { t } from '../../catalogue/words.ts'

export function listName(list: ListKey, sources: readonly SourceCount[]): string {
  if (list.kind === 'smart') return t(`list.${list.name}`)
  if (list.kind === 'folder') return list.folder
  return sources.find(({ id }) => id === list.source)?.name ?? t('list.source')
}

/** The time by which a list is sorted, newest first. */
export function sortedBy(list: ListKey, row: ArticleRow): string {
  if (list.kind !== 'smart') return row.changedAt
  if (list.name === 'deleted') return row.deletedAt ?? ''
  return list.name === 'recent' ? (row.tellingAt ?? '') : row.changedAt
}

/**
 * A deleted article leaves every list but that of the deleted at once, and one that was filed elsewhere that of its
 * folder; whatever else changes, it stays where it is.
 */
export function hasLeft(list: ListKey, row: ArticleRow): boolean {
  const isDeletedList = list.kind === 'smart' && list.name === 'deleted'
  if ((row.deletedAt !== null) !== isDeletedList) return true
  return list.kind === 'folder' && row.folder !== list.folder
}

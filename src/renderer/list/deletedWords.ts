import type { DeletedEntry, RecentlyDeleted } from '../../contract/keeping.ts'
import { t } from '../../catalogue/words.ts'

/** What an entry of Recently deleted is: an article, one version, or several that were deleted together. */
export function entryWords({ whole, versions, first, last, reason }: Omit<DeletedEntry, 'deletion'>): string {
  const several = { n: versions, first, last }
  const key = whole ? 'list.deleted.article' : versions === 1 ? 'list.deleted.version' : 'list.deleted.versions'
  const what = t(key, several)
  return reason === 'rule' ? t('list.deleted.byRule', { what }) : what
}

/** `2 articles and 5 versions`. */
export function amountWords({ articles, versions }: Pick<RecentlyDeleted, 'articles' | 'versions'>): string {
  return t('list.deleted.amount', { articles, versions })
}

const minute = 60_000
const day = 86_400_000

/** How long it stays: `30 days left`, `Less than a day left`. */
export function leftWords(until: string, now: number): string {
  // The window's clock may be a minute behind, which must not make it one day more.
  const days = (Date.parse(until) - now - minute) / day
  return days < 1 ? t('list.deleted.lastDay') : t('list.deleted.left', { n: Math.ceil(days) })
}

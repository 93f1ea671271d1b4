import type { DeletedEntry, RecentlyDeleted } from '../../contract/keeping.ts'
import { count } from '../ui/words.ts'

/** What an entry of Recently deleted is: an article, one version, or several that were deleted together. */
export function entryWords({ whole, versions, first, last, reason }: Omit<DeletedEntry, 'deletion'>): string {
  const by = reason === 'rule' ? ', by the rule' : ''
  if (whole) return `Article with ${count(versions, 'version')}${by}`
  return versions === 1 ? `v${first}${by}` : `${count(versions, 'version')}, v${first} to v${last}${by}`
}

/** `2 articles and 5 versions`. */
export function amountWords({ articles, versions }: Pick<RecentlyDeleted, 'articles' | 'versions'>): string {
  const parts = [articles > 0 ? count(articles, 'article') : '', versions > 0 ? count(versions, 'version') : ''].filter(
    (part) => part !== ''
  )
  return parts.length === 0 ? 'nothing' : parts.join(' and ')
}

const minute = 60_000
const day = 86_400_000

/** How long it stays: `30 days left`, `Less than a day left`. */
export function leftWords(until: string, now: number): string {
  // The window's clock may be a minute behind, which must not make it one day more.
  const days = (Date.parse(until) - now - minute) / day
  return days < 1 ? 'Less than a day left' : `${count(Math.ceil(days), 'day')} left`
}

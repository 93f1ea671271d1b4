import { overdueRatio } from '../../domain/schedule.ts'
import { spreadDue } from '../../domain/schedule/choose.ts'
import type { Store } from '../store/open.ts'
import { prepare } from '../store/statement.ts'
import { dueArticles, type Due } from '../store/tracking.ts'

/** So many at once are nothing to a network; more are given time, a second each, an hour for all of them. */
const few = 60
const second = 1000
const hour = 3_600_000
const mostDue = 100_000

/**
 * What became due while the computer slept or the application was not running is not asked for all at once: each gets a time
 * of its own, the longest overdue first. What nobody looked at then stays a gap.
 */
export function spreadOverdue(store: Store, now: number): void {
  const due = dueArticles(store, now, mostDue)
  if (due.length <= few) return
  const span = Math.min(hour, due.length * second)
  const move = prepare(store, 'UPDATE tracking SET next_at = ? WHERE article_id = ?')
  const asked = due.map(({ id, url, ...rest }) => ({ id, host: new URL(url).host, ratio: ratioOf(rest, now) }))
  store.transaction(() => {
    for (const { id, at } of spreadDue(asked, { now, span })) move.run(at, id)
  })()
}

/** How overdue an article is, as a share of the time that it was meant to be left alone. */
export function ratioOf({ nextAt, lastAt }: Pick<Due, 'nextAt' | 'lastAt'>, now: number): number {
  const interval = lastAt === null ? 60_000 : Math.max(60_000, nextAt - Date.parse(lastAt))
  return overdueRatio({ at: nextAt, interval }, now)
}

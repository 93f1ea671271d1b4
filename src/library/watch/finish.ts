import type { Activity } from '../../contract/tracking.ts'
import type { CheckHistory } from '../../domain/schedule.ts'
import { volatileSlots } from '../../domain/volatile.ts'
import { addActivity } from '../store/activity.ts'
import { getArticle } from '../store/articles.ts'
import type { Store } from '../store/open.ts'
import { ArticleText } from '../store/packs.ts'
import { contentOf, revisionsOf } from '../store/revisions.ts'
import { putTracking, type TrackingRow } from '../store/tracking.ts'
import type { Failed } from '../fetch/fetched.ts'
import { freshFor } from '../fetch/freshness.ts'
import type { Seen } from './looked.ts'
import { afterLook, nextOf, readHistory } from './pace.ts'
import { recordFailure, recordSeen, slotsOf, type Followed, type Recorded } from './record.ts'

/** What a check of an article came to: what is told of it, and what was stored. */
export interface Finished {
  readonly activity: Activity
  readonly recorded: Recorded
}

/** A look at an article, and how its source's articles have changed together. */
export interface Look {
  readonly look: Seen | Failed
  readonly source?: Pick<CheckHistory, 'changes' | 'expected'> | undefined
}

/** A second look is due after so many minutes at least: time for a site to mend itself. */
const secondLook = 10 * 60_000

/**
 * Stores what a check found and when the next one is due. Runs in the caller's transaction; null where nothing was learnt
 * of the article, because its site asked to wait or there was no network: then only the next time is set.
 */
export function finishCheck(store: Store, followed: Followed, { look, source }: Look): Finished | null {
  const recorded = 'kind' in look ? recordFailure(store, followed, look) : recordSeen(store, followed, look)
  if (recorded === null) {
    postpone(store, followed, look as Failed)
    return null
  }
  putTracking(store, {
    ...advanced(followed.tracking, { recorded, look, source, article: followed.article }),
    ...learn(store, followed, recorded)
  })
  return { recorded, activity: addActivity(store, activityOf(store, followed, look, recorded)) }
}

/** Not an observation: the host is asked again when it said, or in a while. */
function postpone(store: Store, { tracking }: Followed, { at, retryAt }: Failed): void {
  const wait = retryAt === null ? Date.parse(at) + secondLook : Date.parse(retryAt)
  putTracking(store, { ...tracking, next_at: tracking.next_at === null ? null : wait })
}

/** A text that changed may have done so by itself, not for the first time. */
function learn(store: Store, { article, tracking }: Followed, { revision }: Recorded): Partial<TrackingRow> {
  if (revision === null) return {}
  const text = new ArticleText(store, article)
  const latest = revisionsOf(store, article).slice(-8)
  if (latest.length < 5) return {}
  const found = volatileSlots(latest.map((row) => contentOf(text, row)))
  const known = slotsOf(tracking)
  const fresh = found.filter(
    (slot) => !known.some(({ before, after }) => before === slot.before && after === slot.after)
  )
  // Read anew without them the next time, which is told as what it is: no edit.
  if (fresh.length === 0) return {}
  const volatile = JSON.stringify([...known, ...fresh].slice(-20))
  return { volatile, extractor: null, body_hash: null, etag: null, last_modified: null }
}

interface Step extends Look {
  readonly recorded: Recorded
  readonly article: number
}

function advanced(row: TrackingRow, { recorded, look, article, source }: Step): TrackingRow {
  const now = Date.parse(look.at)
  const history = afterLook(readHistory(row.history), { at: now, outcome: recorded.outcome })
  const next = nextOf({ article, history, pace: row.pace, now, source, fresh: freshOf(look) }).at
  const retry = 'kind' in look && look.retryAt !== null ? Date.parse(look.retryAt) : 0
  const soonest = recorded.again ? Math.min(next, now + secondLook) : next
  return {
    ...row,
    ...(recorded.shows && 'body' in look ? validatorsOf(row, look) : noValidators(row, recorded)),
    history: JSON.stringify(history),
    next_at: row.pace === 'paused' ? null : Math.max(soonest, retry),
    last_at: look.at,
    checks: row.checks + 1,
    refusals: recorded.outcome === 'blocked' ? row.refusals + 1 : 0
  }
}

/** So long the server says that its answer holds, in milliseconds. */
const freshOf = (look: Seen | Failed): number =>
  'kind' in look ? 0 : Math.round(freshFor(look.headers, new Date(look.at)) * 60_000)

/** A 304 may leave out what did not change. */
function validatorsOf(row: TrackingRow, seen: Seen): Partial<TrackingRow> {
  const { status, headers, bodyHash, extractor, further } = seen
  // That the first part is the same says nothing of the others.
  if (further.length > 0) return { etag: null, last_modified: null, body_hash: null, extractor }
  const etag = headers['etag'] ?? null
  const modified = headers['last-modified'] ?? null
  if (status === 304) return { etag: etag ?? row.etag, last_modified: modified ?? row.last_modified }
  return { etag, last_modified: modified, body_hash: bodyHash, extractor }
}

/** After anything but the article itself, the page is asked for whole: the validators may be those of a wall. */
function noValidators(row: TrackingRow, { outcome }: Recorded): Partial<TrackingRow> {
  const isAbout = outcome === 'network-error' || outcome === 'server-error' || outcome === 'rate-limited'
  return isAbout ? {} : { etag: null, last_modified: null, body_hash: row.body_hash }
}

function activityOf(store: Store, { article, url }: Followed, look: Seen | Failed, recorded: Recorded) {
  const { headline, source } = getArticle(store, article)!
  const { outcome, status, detail, revision } = recorded
  const version = revision?.label ?? null
  const said = { at: look.at, what: 'article', url, article, feed: null, added: 0 } as const
  return { ...said, title: headline, source, outcome, status, detail, version }
}

import type { Activity } from '../../contract/tracking.ts'
import type { Outcome } from '../../domain/capture.ts'
import { judge } from '../../domain/verdict.ts'
import { isHomePage } from '../address/key.ts'
import type { Failed } from '../fetch/fetched.ts'
import { addActivity } from '../store/activity.ts'
import { settleEntry, getFeed, type StoredEntry } from '../store/feeds.ts'
import type { Store } from '../store/open.ts'
import { neighbours, type RevisionRow } from '../store/revisions.ts'
import { pluck } from '../store/statement.ts'
import { adopt, type Adopted } from './adopt.ts'
import { outcomeOf, type Seen } from './looked.ts'
import { isText } from './text-type.ts'

const minute = 60_000
/** When what showed no article is tried again, in minutes; then no more. */
const tries = [15, 60, 6 * 60, 24 * 60]

export interface EntryFinished {
  readonly activity: Activity
  readonly article: number | null
  /** The first revision of an article that is new. */
  readonly revision: RevisionRow | null
}

/**
 * What a named address showed: an article, which is followed from now on, or not yet one. Runs in the caller's transaction;
 * null where nothing was learnt because the site asked to wait or there was no network.
 */
export function finishEntry(store: Store, entry: StoredEntry, look: Seen | Failed): EntryFinished | null {
  const now = Date.parse(look.at)
  const told = 'kind' in look ? failed(look) : judged(entry, look)
  if (told === null) {
    settleEntry(store, entry.id, 'kind' in look && look.retryAt !== null ? Date.parse(look.retryAt) : now + 10 * minute)
    return null
  }
  const adopted =
    told.page === null ? null : adopt(store, { ...(look as Seen), page: told.page }, belonging(store, entry))
  const pause = tries[entry.tries]
  settleEntry(store, entry.id, adopted !== null || pause === undefined ? null : now + pause * minute)
  const activity = addActivity(store, { ...said(store, entry, look, adopted), ...told.said })
  const revision = adopted?.isNew === true ? neighbours(store, adopted.article, '~').before : undefined
  return { activity, article: adopted?.article ?? null, revision: revision ?? null }
}

interface Told {
  readonly page: Seen['page']
  readonly said: { readonly outcome: Outcome; readonly status: number | null; readonly detail: string }
}

function failed(look: Failed): Told | null {
  const outcome = outcomeOf(look)
  if (outcome === null) return null
  return { page: null, said: { outcome, status: look.status, detail: `${look.failure}: ${look.detail}`.slice(0, 500) } }
}

function judged(entry: StoredEntry, seen: Seen): Told {
  const verdict = judge({
    status: seen.status,
    isHome: isHomePage(seen.finalUrl) && !isHomePage(entry.url),
    isText: isText(seen.headers),
    page: seen.page,
    unread: seen.unread,
    before: null
  })
  const { status } = seen
  if (verdict.as === 'event') return { page: null, said: { outcome: verdict.outcome, status, detail: verdict.detail } }
  return { page: verdict.page, said: { outcome: 'changed', status, detail: '' } }
}

function belonging(store: Store, { feed_id, folder, pace }: StoredEntry) {
  const feed = feed_id === null ? undefined : getFeed(store, feed_id)
  return { source: feed?.source_id ?? null, folder, pace }
}

function said(store: Store, entry: StoredEntry, { at }: { readonly at: string }, adopted: Adopted | null) {
  const article = adopted?.article ?? null
  const named = pluck<[number | null], string>(
    store,
    'SELECT s.name FROM article a JOIN source s ON s.id = a.source_id WHERE a.id = ?'
  ).get(article)
  const headline = pluck<[number | null], string>(store, 'SELECT headline FROM listing WHERE article_id = ?').get(
    article
  )
  return {
    at,
    what: 'article',
    url: entry.url,
    article,
    feed: entry.feed_id,
    title: headline ?? entry.title ?? entry.url,
    source: named ?? new URL(entry.url).host,
    version: adopted?.version ?? null,
    added: 0
  } as const
}

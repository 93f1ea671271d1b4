import { feedInterval, newEntries } from '../feeds/new-entries.ts'
import type { Feed } from '../feeds/feed.ts'
import { parseFeed } from '../feeds/parse.ts'
import { isSitemapIndex } from '../feeds/sitemap.ts'
import { articleKey } from '../address/key.ts'
import { canonicalAddress } from '../address/canonical.ts'
import { decodePage } from '../fetch/decode.ts'
import type { Answered, Fetch, Fetched } from '../fetch/fetched.ts'
import { freshFor } from '../fetch/freshness.ts'
import type { Activity } from '../../contract/tracking.ts'
import type { Outcome } from '../../domain/capture.ts'
import { addActivity } from '../store/activity.ts'
import { addEntry, getFeed, isNamed, putFeed, type StoredFeed } from '../store/feeds.ts'
import type { Store } from '../store/open.ts'
import { pluck } from '../store/statement.ts'
import { articleAt } from '../store/tracking.ts'
import { outcomeOf } from './looked.ts'

/** A feed as it was fetched: what it says, or why nothing could be read. */
export interface FeedLook {
  readonly fetched: Fetched
  readonly feed: Feed | null
}

/** Asks for a feed, and only for what is new. */
export async function lookAtFeed(fetch: Fetch, { url, etag, last_modified }: StoredFeed): Promise<FeedLook> {
  const fetched = await fetch({ url, trusted: true, as: 'feed', etag, lastModified: last_modified })
  if (fetched.kind === 'failed' || fetched.status !== 200) return { fetched, feed: null }
  const { text } = decodePage(fetched.body, fetched.headers['content-type'] ?? null)
  const feed = parseFeed(text, { url: fetched.finalUrl })
  if (feed === null || !isSitemapIndex(text)) return { fetched, feed }
  return { fetched, feed: await newestSitemap(fetch, feed, url) }
}

/** An index names sitemaps and no articles: the one for news, or the one that changed last, is read in its place. */
async function newestSitemap(fetch: Fetch, index: Feed, from: string): Promise<Feed | null> {
  const news = index.entries.find(({ url }) => /news/i.test(new URL(url).pathname))
  const latest = index.entries.toSorted((a, b) => ((b.updated ?? '') > (a.updated ?? '') ? 1 : -1))[0]
  const chosen = news ?? latest
  if (chosen === undefined) return null
  const trusted = new URL(chosen.url).host === new URL(from).host
  const fetched = await fetch({ url: chosen.url, trusted, as: 'sitemap' })
  if (fetched.kind === 'failed' || fetched.status !== 200) return null
  const { text } = decodePage(fetched.body, fetched.headers['content-type'] ?? null)
  const feed = parseFeed(text, { url: fetched.finalUrl })
  return isSitemapIndex(text) ? null : feed
}

/** So many of a feed's entries are followed at its first look. */
const mostAtOnce = 30
const minute = 60_000

/**
 * Notes what a feed named for the first time, to be looked at soon, and when the feed is asked again. Runs in the caller's
 * transaction; null where nothing was learnt because the site asked to wait or there was no network.
 */
export function finishFeed(store: Store, id: number, { fetched, feed }: FeedLook): Activity | null {
  const stored = getFeed(store, id)
  const outcome = fetched.kind === 'failed' ? outcomeOf(fetched) : outcomeOfStatus(fetched.status, feed)
  if (stored === undefined) return null
  const now = Date.parse(fetched.at)
  if (outcome === null) {
    putFeed(store, { ...stored, next_at: stored.next_at === null ? null : waitUntil(fetched, now) })
    return null
  }
  const added = feed === null ? 0 : noteEntries(store, stored, feed, now)
  const isBad = feed === null && outcome !== 'not-modified'
  const failures = isBad ? stored.failures + 1 : 0
  const pause = isBad ? Math.min(24 * 60, 15 * 2 ** failures) : intervalOf(feed, fetched as Answered, now)
  putFeed(store, {
    ...stored,
    title: feed?.title ?? stored.title,
    next_at:
      stored.next_at === null ? null : Math.round(Math.max(now + paced(pause, stored) * minute, waitUntil(fetched, 0))),
    last_at: fetched.at,
    outcome: added > 0 ? 'changed' : outcome,
    failures,
    ...validatorsOf(stored, fetched)
  })
  const said = { at: fetched.at, what: 'feed', url: stored.url, article: null, feed: id, version: null } as const
  const detail = fetched.kind === 'failed' ? `${fetched.failure}: ${fetched.detail}`.slice(0, 500) : ''
  const title = feed?.title ?? stored.title
  const source = pluck<[number], string>(store, 'SELECT name FROM source WHERE id = ?').get(stored.source_id)!
  const told = added > 0 ? 'changed' : outcome
  return addActivity(store, { ...said, title, source, outcome: told, status: fetched.status, detail, added })
}

function outcomeOfStatus(status: number, feed: Feed | null): Outcome {
  if (status === 304) return 'not-modified'
  if (status === 404 || status === 410) return 'gone'
  if (status === 429) return 'rate-limited'
  if (status === 401 || status === 403) return 'blocked'
  if (status >= 400) return 'server-error'
  return feed === null ? 'not-an-article' : 'unchanged'
}

const waitUntil = (fetched: Fetched, now: number): number => {
  const retryAt = fetched.kind === 'failed' ? fetched.retryAt : null
  return retryAt === null ? (now === 0 ? 0 : now + 10 * minute) : Date.parse(retryAt)
}

/** Minutes; the reader may want it more or less often than the feed's own pace says, but never more than it allows. */
const paced = (minutes: number, { pace }: StoredFeed): number => (pace === 'less' ? minutes * 3 : minutes)

function intervalOf(feed: Feed | null, { headers, at }: Answered, now: number): number {
  const cacheMinutes = freshFor(headers, new Date(at))
  return feedInterval({ ttl: feed?.ttl ?? null, cacheMinutes, entries: feed?.entries ?? [], now })
}

function validatorsOf(stored: StoredFeed, fetched: Fetched): Pick<StoredFeed, 'etag' | 'last_modified'> {
  if (fetched.kind === 'failed' || fetched.status === 304)
    return { etag: stored.etag, last_modified: stored.last_modified }
  return { etag: fetched.headers['etag'] ?? null, last_modified: fetched.headers['last-modified'] ?? null }
}

function noteEntries(store: Store, stored: StoredFeed, feed: Feed, now: number): number {
  const isFirst = stored.last_at === null
  const known = (key: string): boolean => isNamed(store, key) || articleAt(store, key) !== undefined
  const fresh = newEntries(feed, known, { now, most: isFirst ? mostAtOnce : 200 })
  const waiting = { feed_id: stored.id, folder: null, pace: 'usual', next_at: now } as const
  let added = 0
  for (const { url, title, published } of fresh) {
    const entry = { key: articleKey(url), url: canonicalAddress(url), title, published }
    if (addEntry(store, { ...entry, ...waiting })) added++
  }
  if (isFirst)
    for (const { url, title, published } of feed.entries)
      addEntry(store, { key: articleKey(url), url, title, published, ...waiting, next_at: null })
  return added
}

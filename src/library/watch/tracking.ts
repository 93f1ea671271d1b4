import type { Answers, Events } from '../../contract/contract.ts'
import type { Handlers } from '../../contract/door.ts'
import { CallFailure } from '../../contract/failure.ts'
import type { Checks, Followed, Tracking, trackingRequests } from '../../contract/tracking.ts'
import { articleKey } from '../address/key.ts'
import { canonicalAddress } from '../address/canonical.ts'
import { look, LookCache, type ReadPage } from '../feeds/look.ts'
import type { Answered } from '../fetch/fetched.ts'
import type { Outside } from '../outside.ts'
import { activityBefore, addActivity } from '../store/activity.ts'
import { findByUrl, getArticle, putSource } from '../store/articles.ts'
import { addEntry, addFeed, dropFeed, feedAt, feedRows, getFeed, isoOf, putFeed } from '../store/feeds.ts'
import { heldOf } from '../store/held.ts'
import { storedHosts } from '../store/hosts.ts'
import { readSettings, writeSettings } from '../store/settings.ts'
import type { Store } from '../store/open.ts'
import { prepare } from '../store/statement.ts'
import { addressesOf, articleAt, dueCounts, lastCheck, makeDue, putTracking, trackingOf } from '../store/tracking.ts'
import { acceptHeld, readStored, rejectHeld } from './held.ts'
import { adopt, type Belonging } from './adopt.ts'
import { nextOf, readHistory } from './pace.ts'
import type { Watcher } from './watcher.ts'
import { isShell, jobOf, lookAt, type Eyes } from './look-at.ts'
import { Backfills } from './backfills.ts'

export interface TrackingOptions {
  readonly store: Store
  readonly eyes: Eyes
  readonly watcher: Watcher
  readonly now: () => Date
  readonly tell: <K extends keyof Events>(event: K, payload: Events[K]) => void
  readonly mayWrite: () => Promise<void>
  readonly outside?: Outside | undefined
  readonly backfills: Backfills
}

type Own = Handlers<typeof trackingRequests, Pick<Answers, keyof typeof trackingRequests>>

/** Answers what a window asks about following the web. */
export function trackingHandlers(options: TrackingOptions): Own {
  const { store, watcher, now, eyes, backfills } = options
  const cache = new LookCache(now)
  const changed = (articles: readonly number[]): null => {
    options.tell('changed', { articles })
    options.tell('checks', checksOf(options))
    return null
  }
  return {
    look: ({ text }) =>
      look(text, {
        fetch: eyes.fetch,
        readPage: (answered) => pageFor(eyes, answered),
        known: (url) => articleAt(store, articleKey(url)) ?? findByUrl(store, url) ?? null,
        knownFeed: (url) => feedAt(store, url) ?? null,
        cache
      }),
    follow: (wanted) => {
      const followed = store.transaction(() => follow(options, cache, wanted)).immediate()
      changed(followed.articles)
      watcher.wake()
      return followed
    },
    checkNow: ({ articles }) => {
      makeDue(store, articles, now().getTime())
      watcher.wake()
      return null
    },
    checks: () => checksOf(options),
    pauseChecks: ({ paused }) => {
      writeSettings(store, { ...readSettings(store), paused })
      options.outside?.showChecking({ paused })
      watcher.wake()
      return changed([])
    },
    activity: (wanted) => activityBefore(store, wanted),
    tracking: ({ article }) => trackingFor(options, article, backfills),
    setPace: ({ article, pace }) => {
      const row = existing(store, article)
      const next = nextOf({ article, history: readHistory(row.history), pace, now: now().getTime() }).at
      putTracking(store, { ...row, pace, next_at: pace === 'paused' ? null : next })
      watcher.wake()
      return changed([article])
    },
    setReading: ({ article, reading }) => {
      putTracking(store, { ...existing(store, article), reading, body_hash: null, etag: null, last_modified: null })
      return changed([article])
    },
    feeds: () => feedRows(store),
    setFeed: ({ feed, pace }) => {
      const row = getFeed(store, feed)
      if (row === undefined) throw new CallFailure('not-found', `feed ${feed}`)
      putFeed(store, { ...row, pace, next_at: pace === 'paused' ? null : (row.next_at ?? now().getTime()) })
      watcher.wake()
      return changed([])
    },
    unfollowFeed: ({ feed }) => {
      store.transaction(() => dropFeed(store, feed)).immediate()
      return changed([])
    },
    acceptHeld: async ({ capture }) => changed([await acceptHeld(options, capture)]),
    rejectHeld: ({ capture }) => changed([rejectHeld(store, capture)]),
    extractionReport: async ({ capture }) => (await readStored(options, capture)).page.removals,
    trackingSettings: () => readSettings(store),
    setTrackingSettings: ({ settings }) => {
      writeSettings(store, settings)
      watcher.wake()
      return changed([])
    },
    backfill: ({ article }) => backfills.start(article),
    cancelBackfill: ({ article }) => backfills.cancel(article)
  }
}

/** The page of an answer for a preview: as a browser shows it, where it holds no text of its own. */
async function pageFor(eyes: Eyes, answered: Answered): Promise<ReadPage | null> {
  const { page } = await eyes.reader.read(jobOf(answered))
  if (page === null) return null
  if (!isShell(page) || eyes.render === undefined) return { page, isShown: false }
  const look = {
    wanted: { url: answered.url, trusted: true, as: 'page' },
    reading: 'browser',
    knownBody: null
  } as const
  const shown = await lookAt(eyes, look)
  return 'page' in shown && shown.page?.kind === 'article'
    ? { page: shown.page, isShown: true }
    : { page, isShown: false }
}

interface Wanted {
  readonly items: readonly { readonly kind: 'article' | 'feed'; readonly url: string }[]
  readonly folder: string | null
  readonly pace: Belonging['pace']
}

/** What a look found is stored from that look; what none has seen is asked for soon. */
function follow({ store, now }: TrackingOptions, cache: LookCache, { items, folder, pace }: Wanted): Followed {
  const at = now().getTime()
  const articles: number[] = []
  const feeds: number[] = []
  const counts = { newArticles: 0, newFeeds: 0, alreadyThere: 0 }
  for (const { kind, url } of items) {
    if (kind === 'feed') {
      const { id, isNew } = addFeed(store, feedFacts(store, cache, { url, folder, pace, at }))
      feeds.push(id)
      counts[isNew ? 'newFeeds' : 'alreadyThere']++
      continue
    }
    const seen = cache.page(url)
    if (seen !== undefined) {
      const { article, isNew, version } = adopt(store, seen, { source: null, folder, pace })
      const { headline, source } = getArticle(store, article)!
      const said = { at: seen.at, what: 'article', url, article, feed: null, added: 0, detail: '' } as const
      const outcome = version === null ? 'unchanged' : 'changed'
      addActivity(store, { ...said, title: headline, source, outcome, status: seen.status, version })
      articles.push(article)
      counts[isNew ? 'newArticles' : 'alreadyThere']++
      continue
    }
    const known = articleAt(store, articleKey(url))
    const entry = { key: articleKey(url), url: canonicalAddress(url), title: null, published: null, feed_id: null }
    if (known === undefined && addEntry(store, { ...entry, folder, pace, next_at: at })) counts.newArticles++
    else counts.alreadyThere++
    if (known !== undefined) articles.push(known)
  }
  return { articles, feeds, ...counts }
}

interface FeedWanted {
  readonly url: string
  readonly folder: string | null
  readonly pace: Belonging['pace']
  readonly at: number
}

function feedFacts(store: Store, cache: LookCache, { url, folder, pace, at }: FeedWanted) {
  const feed = cache.feed(url)
  const title = feed?.title ?? new URL(url).host
  const source_id = putSource(store, { name: title, homepage: feed?.homepage ?? `${new URL(url).origin}/`, folder })
  return { url, title, source_id, pace, next_at: at }
}

const existing = (store: Store, article: number) => {
  const row = trackingOf(store, article)
  if (row === undefined) throw new CallFailure('not-found', `tracking of article ${article}`)
  return row
}

/** What is under way and when it goes on. */
export function checksOf({ store, watcher, now }: Pick<TrackingOptions, 'store' | 'watcher' | 'now'>): Checks {
  const { paused, perHost, spacing } = readSettings(store)
  const hosts = storedHosts(store)
  const at = now()
  const { due, next } = dueCounts(store, at.getTime())
  const waits = (host: string): string | null => {
    const until = hosts.get(host)?.retryAt ?? null
    return until !== null && until > at.toISOString() ? until : null
  }
  const progress = watcher.progress.hosts((host) => ({ perHost, spacing, waitsUntil: waits(host) }))
  const refusing = prepare<[], string>(
    store,
    `SELECT DISTINCT a.url FROM tracking t JOIN article a ON a.id = t.article_id WHERE t.refusals >= 3 AND a.url IS NOT NULL LIMIT 200`
  )
    .pluck()
    .all()
  return {
    paused,
    offlineSince: watcher.offlineSince,
    done: progress.reduce((sum, { done }) => sum + done, 0),
    total: progress.reduce((sum, { total }) => sum + total, 0),
    hosts: progress,
    checking: watcher.checking,
    finished: watcher.progress.finished,
    lastAt: lastCheck(store),
    nextAt: isoOf(next),
    due,
    refusing: [...new Set(refusing.map((url) => new URL(url).host))]
  }
}

function trackingFor({ store, now }: TrackingOptions, article: number, backfills: Backfills): Tracking {
  const row = existing(store, article)
  const url = prepare<[number], string>(store, 'SELECT url FROM article WHERE id = ?').pluck().get(article)!
  const until = storedHosts(store).get(new URL(url).host)?.retryAt ?? null
  const { interval } = nextOf({ article, history: readHistory(row.history), pace: row.pace, now: now().getTime() })
  return {
    article,
    pace: row.pace,
    reading: row.reading,
    lastAt: row.last_at,
    nextAt: isoOf(row.next_at),
    interval: row.next_at === null ? null : Math.round(interval / 60_000),
    checks: row.checks,
    addresses: addressesOf(store, article),
    held: heldOf(store, article).map(({ capture_id: capture, at, why, words, before }) => ({
      capture,
      at,
      why,
      words,
      before
    })),
    hostWaitsUntil: until !== null && until > now().toISOString() ? until : null,
    refusals: row.refusals,
    backfill: backfills.progress(article)
  }
}

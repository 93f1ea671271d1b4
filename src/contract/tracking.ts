import * as z from 'zod/mini'
import type { Outcome } from '../domain/capture.ts'
import type { Told } from '../domain/notices.ts'
import type { Removal } from '../domain/page.ts'

const id = z.int().check(z.positive())
const ids = z.array(id).check(z.maxLength(10_000))
const address = z.string().check(z.minLength(1), z.maxLength(8192))
const host = z.string().check(z.minLength(1), z.maxLength(260))

/** How often an article or feed is looked at: by its own history, or more or less often than that; or not at all. */
export const paces = ['usual', 'more', 'less', 'paused'] as const
export type Pace = (typeof paces)[number]
/** How a page is read: as the server sends it, or as a browser shows it; `auto` asks a browser where there is no text. */
const readings = ['auto', 'static', 'browser'] as const
export type PageReading = (typeof readings)[number]

const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
/** What the reader chose about checking; kept in the library. */
export const trackingSettings = z.strictObject({
  /** Nothing is checked by itself. */
  paused: z.boolean(),
  obeyRobots: z.boolean(),
  /** How a site can reach the reader: sent with every request; may be empty. */
  contact: z.string().check(z.maxLength(200)),
  /** Seconds between two requests to a host, and how many requests at once. */
  spacing: z.number().check(z.minimum(0), z.maximum(3600)),
  perHost: z.int().check(z.minimum(1), z.maximum(6)),
  /** Requests an hour to all hosts together. */
  perHour: z.int().check(z.minimum(10), z.maximum(100_000)),
  allowedHosts: z.array(host).check(z.maxLength(200)),
  /** Where a page's past is asked for: a Memento TimeMap prefix (RFC 7089). */
  archive: z.url({ protocol: /^https?$/ }).check(z.maxLength(2000)),
  notify: z.strictObject({
    headlines: z.boolean(),
    silent: z.boolean(),
    removed: z.boolean(),
    /** Nothing is said between these local times; null: always. */
    quiet: z.nullable(z.strictObject({ from: time, to: time }))
  })
})
export type TrackingSettings = z.infer<typeof trackingSettings>

export const trackingRequests = {
  /** Looks at what was typed, pasted or dropped (addresses, one a line) and says what is there. Stores nothing. */
  look: z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(100_000)) }),
  /** Follows what a look found; the first capture of an article is the one the look made. */
  follow: z.strictObject({
    items: z.array(z.strictObject({ kind: z.enum(['article', 'feed']), url: address })).check(z.maxLength(5000)),
    folder: z.nullable(z.string().check(z.maxLength(200))),
    pace: z.enum(paces)
  }),
  /** Checks these articles, or (null) all that are due, now. */
  checkNow: z.strictObject({ articles: z.nullable(ids) }),
  checks: z.strictObject({}),
  pauseChecks: z.strictObject({ paused: z.boolean() }),
  /** What was done on the web, the latest first. */
  activity: z.strictObject({
    before: z.nullable(id),
    article: z.nullable(id),
    limit: z.int().check(z.minimum(1), z.maximum(500))
  }),
  tracking: z.strictObject({ article: id }),
  setPace: z.strictObject({ article: id, pace: z.enum(paces) }),
  setReading: z.strictObject({ article: id, reading: z.enum(readings) }),
  feeds: z.strictObject({}),
  setFeed: z.strictObject({ feed: id, pace: z.enum(paces) }),
  unfollowFeed: z.strictObject({ feed: id }),
  /** A text that was kept apart (a paywall suspected, many pages of a host changed at once) becomes a version. */
  acceptHeld: z.strictObject({ capture: id }),
  rejectHeld: z.strictObject({ capture: id }),
  /** What was left out of a stored page, and why. */
  extractionReport: z.strictObject({ capture: id }),
  trackingSettings: z.strictObject({}),
  setTrackingSettings: z.strictObject({ settings: trackingSettings }),
  /** Asks an archive for an article's past. */
  backfill: z.strictObject({ article: id }),
  cancelBackfill: z.strictObject({ article: id })
} as const

/** An article that was found at an address. */
export interface FoundArticle {
  readonly kind: 'article'
  /** Its canonical address, to be followed. */
  readonly url: string
  readonly headline: string
  readonly site: string
  readonly paragraphs: number
  readonly words: number
  readonly published: string | null
  readonly byline: string | null
  /** The article in the library that this is; null where it is new. */
  readonly known: number | null
}

export interface FoundFeed {
  readonly kind: 'feed'
  readonly url: string
  readonly title: string
  readonly format: 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap'
  readonly entries: number
  /** Articles a day, from the times of its entries; null where they do not tell. */
  readonly daily: number | null
  readonly known: number | null
}

/** One address that was looked at. */
export interface Looked {
  /** As it was typed. */
  readonly address: string
  readonly article: FoundArticle | null
  readonly feeds: readonly FoundFeed[]
  /** Why there is no article; null where there is one. */
  readonly problem: LookProblem | null
}

export interface LookProblem {
  /** A name of `fetchFailures` (library/fetch), or an outcome. */
  readonly code: string
  readonly detail: string
  readonly status: number | null
}

export interface Followed {
  readonly articles: readonly number[]
  readonly feeds: readonly number[]
  readonly newArticles: number
  readonly newFeeds: number
  readonly alreadyThere: number
}

/** A host that is being asked, or waits. */
export interface HostProgress {
  readonly host: string
  readonly done: number
  readonly total: number
  /** How many requests at once, and seconds between them. */
  readonly perHost: number
  readonly spacing: number
  /** It is left alone until then (ISO 8601 UTC); null where it is not. */
  readonly waitsUntil: string | null
}

/** What is checked, for the panel and the status row. */
export interface Checks {
  readonly paused: boolean
  readonly offlineSince: string | null
  readonly done: number
  readonly total: number
  readonly hosts: readonly HostProgress[]
  /** The articles that are being looked at. */
  readonly checking: readonly number[]
  /** The last to finish first, 50 at most. */
  readonly finished: readonly Activity[]
  /** When anything was last checked, and will be next: ISO 8601 UTC. */
  readonly lastAt: string | null
  readonly nextAt: string | null
  /** How many articles and feeds are due. */
  readonly due: number
  readonly refusing: readonly string[]
}

/** One thing that was done on the web, and how it ended. */
export interface Activity {
  readonly id: number
  readonly at: string
  readonly url: string
  readonly what: 'article' | 'feed' | 'archive' | 'rebuilt'
  readonly article: number | null
  readonly feed: number | null
  /** The headline of the article or the title of the feed, and who publishes it. */
  readonly title: string
  readonly source: string
  readonly outcome: Outcome
  readonly status: number | null
  /** A code or words that say more. */
  readonly detail: string
  /** The label of the version that was stored; null where none was. */
  readonly version: string | null
  /** Articles that a feed brought. */
  readonly added: number
}

/** How one article is followed. */
export interface Tracking {
  readonly article: number
  readonly pace: Pace
  readonly reading: PageReading
  readonly lastAt: string | null
  readonly nextAt: string | null
  /** Minutes between checks at present. */
  readonly interval: number | null
  readonly checks: number
  /** Every address it was seen at, the first first. */
  readonly addresses: readonly { readonly url: string; readonly from: string }[]
  /** Captures whose text was kept apart. */
  readonly held: readonly Held[]
  /** Not asked again before: ISO 8601 UTC. */
  readonly hostWaitsUntil: string | null
  /** Captures in a row that the site refused. */
  readonly refusals: number
  readonly backfill: BackfillProgress | null
}

export interface Held {
  readonly capture: number
  readonly at: string
  readonly why: 'paywall' | 'drift' | 'shrunk'
  readonly words: number
  readonly before: number
}

export interface BackfillProgress {
  readonly done: number
  readonly total: number
  readonly added: number
  readonly running: boolean
  readonly problem: string | null
}

export interface FeedRow {
  readonly id: number
  readonly url: string
  readonly title: string
  readonly source: number
  readonly pace: Pace
  readonly lastAt: string | null
  readonly nextAt: string | null
  readonly outcome: Outcome | null
}

export interface TrackingAnswers {
  readonly look: readonly Looked[]
  readonly follow: Followed
  readonly checkNow: null
  readonly checks: Checks
  readonly pauseChecks: null
  readonly activity: readonly Activity[]
  readonly tracking: Tracking
  readonly setPace: null
  readonly setReading: null
  readonly feeds: readonly FeedRow[]
  readonly setFeed: null
  readonly unfollowFeed: null
  readonly acceptHeld: null
  readonly rejectHeld: null
  readonly extractionReport: readonly Removal[]
  readonly trackingSettings: TrackingSettings
  readonly setTrackingSettings: null
  readonly backfill: null
  readonly cancelBackfill: null
}

/** Something worth telling the reader outside the window. Never for noise. */
export interface Notice {
  readonly article: number
  readonly kind: 'headline' | 'silent' | 'removed' | 'search'
  readonly source: string
  /** What happened; the words are chosen where it is shown. */
  readonly told: Told
  readonly older: number | null
  readonly newer: number | null
}

export interface TrackingEvents {
  readonly checks: Checks
  readonly notices: { readonly notices: readonly Notice[] }
}

import type { SavedSearch } from '../../contract/saved.ts'
import type { Activity, Notice, TrackingSettings } from '../../contract/tracking.ts'
import { extractorVersion } from '../extract/read-page.ts'
import type { Failed } from '../fetch/fetched.ts'
import { getEntry, getFeed, type StoredEntry } from '../store/feeds.ts'
import type { Store } from '../store/open.ts'
import { trackingOf, type Due } from '../store/tracking.ts'
import { finishEntry } from './check-entry.ts'
import { finishFeed, lookAtFeed } from './check-feed.ts'
import { finishCheck } from './finish.ts'
import { lookAt, type Eyes } from './look-at.ts'
import { foundNow, noticesOf } from './notices.ts'
import { newestSource, readAnew, storeAnew } from './rebuild.ts'
import type { Followed, Recorded } from './record.ts'
import { SourceRates } from './source-rates.ts'
import { Writer } from './writer.ts'

export interface CheckOptions {
  readonly store: Store
  readonly eyes: Eyes
  readonly now: () => Date
  readonly settings: () => TrackingSettings
  /** Told which articles have something new to show. */
  readonly onChanged: (articles: readonly number[]) => void
  readonly onNotices: (notices: readonly Notice[]) => void
}

export interface CheckParts extends CheckOptions {
  /** Aborted when nothing more is to be asked for. */
  readonly signal: AbortSignal
  readonly onOffline: () => void
  /** Told of every check that came to an end, of which article, and whether there is something new. */
  readonly told: (activity: Activity, article: number | null, isNew: boolean) => void
}

/** One check: asks, and stores what came of it. */
export class Checks {
  readonly #options: CheckParts
  readonly #writer: Writer
  readonly #rates: SourceRates

  constructor(options: CheckParts) {
    this.#options = options
    this.#writer = new Writer(options.store)
    this.#rates = new SourceRates(options.store)
  }

  /** Asks for an article's page and stores what it finds. */
  async article({ id, url }: Due): Promise<void> {
    const { store, eyes } = this.#options
    const followed = this.#followed(id, url)
    if (followed === null) return
    const current = await this.#rebuilt(followed)
    const { tracking } = current
    const wanted = {
      url,
      trusted: true,
      as: 'page',
      etag: tracking.etag,
      lastModified: tracking.last_modified
    } as const
    const signal = this.#options.signal
    const look = await lookAt(eyes, {
      wanted: { ...wanted, signal },
      reading: tracking.reading,
      knownBody: tracking.body_hash
    })
    if (this.#isGivenUp(look)) return
    const finished = await this.#writer.write(() => {
      const latest = this.#followed(id, url)
      if (latest === null) return null
      const done = finishCheck(store, latest, { look, source: this.#rates.of(id, Date.parse(look.at)) })
      return done === null ? null : { ...done, searches: foundNow(store, done.recorded.revision) }
    })
    if (finished === null) return
    const { activity, recorded, searches } = finished
    this.#options.told(activity, id, recorded.revision !== null)
    this.#notify(id, recorded, searches)
  }

  #notify(article: number, recorded: Recorded | null, searches: readonly SavedSearch[]): void {
    const { store, settings, now, onNotices } = this.#options
    const notices = noticesOf(store, article, { recorded, searches, settings: settings(), now: now() })
    if (notices.length > 0) onNotices(notices)
  }

  /** Reads the newest raw page anew where another version of the reader read it. */
  async #rebuilt(followed: Followed): Promise<Followed> {
    const { store, eyes } = this.#options
    const { tracking, article, url } = followed
    const extractor = tracking.reading === 'browser' ? `${extractorVersion}+browser` : extractorVersion
    if (tracking.extractor === extractor) return followed
    const source = newestSource(store, followed)
    const page = source === undefined ? null : await readAnew(eyes.reader, source)
    const stored = await this.#writer.write(() => {
      const isNew = source !== undefined && page !== null && storeAnew(store, followed, { page, source, extractor })
      store.prepare('UPDATE tracking SET extractor = ? WHERE article_id = ?').run(extractor, article)
      return isNew
    })
    if (stored) this.#options.onChanged([article])
    return this.#followed(article, url) ?? followed
  }

  #followed(article: number, url: string): Followed | null {
    const tracking = trackingOf(this.#options.store, article)
    return tracking === undefined ? null : { article, url, tracking }
  }

  /** Asks for a feed, and keeps what it names. */
  async feed(id: number): Promise<void> {
    const { store, eyes } = this.#options
    const feed = getFeed(store, id)
    if (feed === undefined) return
    const look = await lookAtFeed(eyes.fetch, feed)
    if (this.#isGivenUp(look.fetched)) return
    const activity = await this.#writer.write(() => finishFeed(store, id, look))
    if (activity !== null) this.#options.told(activity, null, false)
  }

  /** Asks for a page that a feed named: it becomes an article where it is one. */
  async entry(id: number): Promise<void> {
    const { store, eyes } = this.#options
    const entry = getEntry(store, id)
    if (entry === undefined || entry.next_at === null) return
    const signal = this.#options.signal
    const wanted = { url: entry.url, trusted: this.#isOwn(entry), as: 'page', signal } as const
    const look = await lookAt(eyes, { wanted, reading: 'auto', knownBody: null })
    if (this.#isGivenUp(look)) return
    const finished = await this.#writer.write(() => {
      const done = finishEntry(store, entry, look)
      return done === null ? null : { ...done, searches: foundNow(store, done.revision) }
    })
    if (finished === null) return
    const { activity, article, searches } = finished
    this.#options.told(activity, article, article !== null)
    if (article !== null) this.#notify(article, null, searches)
  }

  /** Whether a person named the address, or its host: what a feed says of its own host it may. */
  #isOwn({ feed_id, url }: StoredEntry): boolean {
    const feed = feed_id === null ? null : getFeed(this.#options.store, feed_id)
    return feed === null || (feed !== undefined && new URL(feed.url).host === new URL(url).host)
  }

  /** No network is nobody's failure: nothing is written down, and everything is asked for again later. */
  #isGivenUp(look: object): boolean {
    const failure = 'failure' in look ? (look as Failed).failure : null
    if (failure === 'offline') this.#options.onOffline()
    return failure === 'offline' || failure === 'aborted'
  }
}

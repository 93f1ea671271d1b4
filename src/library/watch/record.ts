import type { Outcome } from '../../domain/capture.ts'
import { contentWords } from '../../domain/count.ts'
import type { Page } from '../../domain/page.ts'
import type { Content } from '../../domain/revision.ts'
import { judge, type Verdict } from '../../domain/verdict.ts'
import { addStates, type Provenance } from '../add.ts'
import { articleKey, isHomePage } from '../address/key.ts'
import { isSameArticle } from '../exchange/kinship.ts'
import type { Failed } from '../fetch/fetched.ts'
import { keptHeaders } from '../fetch/headers.ts'
import { readNewest } from '../content.ts'
import { putBody } from '../store/bodies.ts'
import { addCapture, type CaptureFacts } from '../store/captures.ts'
import { addHeld, dropHeld, dropHeldOf, heldOf, markDrift, shrunkSince } from '../store/held.ts'
import { refreshListing } from '../store/listing.ts'
import type { Store } from '../store/open.ts'
import { contentHash, neighbours, type RevisionRow } from '../store/revisions.ts'
import { attach, captureOf } from '../store/attachments.ts'
import { prepare } from '../store/statement.ts'
import { addAddress, articleAt, type TrackingRow } from '../store/tracking.ts'
import { outcomeOf, type Seen } from './looked.ts'
import { isText } from './text-type.ts'
import { withoutSlots, type Slot } from '../../domain/volatile.ts'

/** What a look at an article came to. */
export interface Recorded {
  readonly outcome: Outcome
  readonly status: number | null
  readonly detail: string
  /** The revision that was stored; null where none was. */
  readonly revision: RevisionRow | null
  readonly before: RevisionRow | undefined
  /** Whether the response showed the article, so that its validators may be used the next time. */
  readonly shows: boolean
  /** A second look is wanted soon. */
  readonly again: boolean
  /** Whether a second look had found the page gone before this one. */
  readonly wasGone: boolean
}

export interface Followed {
  readonly article: number
  readonly url: string
  readonly tracking: TrackingRow
}

/** Writes down that no complete response came. Runs in the caller's transaction; null where nothing is to be said. */
export function recordFailure(store: Store, { article, url }: Followed, failed: Failed): Recorded | null {
  const outcome = outcomeOf(failed)
  if (outcome === null) return null
  const error = `${failed.failure}${failed.detail === '' ? '' : `: ${failed.detail}`}`.slice(0, 500)
  observeEvent(store, article, { ...eventFacts(failed, url), outcome, status: failed.status, error })
  return nothing(store, article, { outcome, status: failed.status, detail: error })
}

/** Judges what was seen and stores what follows from it. Runs in the caller's transaction. */
export function recordSeen(store: Store, followed: Followed, seen: Seen): Recorded {
  const wasGone = lastError(store, followed.article) === null
  return { ...recordLook(store, followed, seen), wasGone }
}

function recordLook(store: Store, followed: Followed, seen: Seen): Recorded {
  const { article, tracking } = followed
  const before = neighbours(store, article, '~').before
  if (isSameBody(seen, tracking)) return recordSame(store, followed, seen)
  const verdict = isElsewhere(store, followed, seen) ? elsewhere : judge(responseOf(followed, seen, before))
  if (verdict.as === 'event') return recordEvent(store, followed, seen, verdict)
  const page = { ...verdict.page, content: withoutSlots(verdict.page.content, slotsOf(tracking)) }
  if (verdict.as === 'held') return recordHeld(store, followed, { seen, page, verdict, before })
  return recordText(store, followed, { seen, content: page.content, before })
}

const isSameBody = ({ status, bodyHash, page }: Seen, { body_hash }: TrackingRow): boolean =>
  status === 304 || (status === 200 && page === null && body_hash?.equals(bodyHash) === true)

function recordSame(store: Store, { article, url }: Followed, seen: Seen): Recorded {
  const outcome = seen.status === 304 ? 'not-modified' : 'unchanged'
  observeEvent(store, article, { ...eventFacts(seen, url), outcome, status: seen.status, error: null })
  return { ...nothing(store, article, { outcome, status: seen.status, detail: '' }), shows: true }
}

function responseOf({ url }: Followed, seen: Seen, before: RevisionRow | undefined) {
  return {
    status: seen.status,
    isHome: seen.finalUrl !== url && isHomePage(seen.finalUrl) && !isHomePage(url),
    isText: isText(seen.headers),
    page: seen.page,
    unread: seen.unread,
    before: before?.words ?? null
  }
}

const elsewhere: Verdict = { as: 'event', outcome: 'redirected', detail: 'elsewhere' }

/** Whether an address now answers with another article: one that is followed by itself, or whose text is no kin. */
function isElsewhere(store: Store, { article, url }: Followed, { finalUrl, page }: Seen): boolean {
  if (page?.kind !== 'article' || articleKey(finalUrl) === articleKey(url)) return false
  const owner = articleAt(store, articleKey(finalUrl))
  if (owner !== undefined) return owner !== article
  const newest = readNewest(store, article)
  return newest !== undefined && !isSameArticle(newest, page.content)
}

type Event = Extract<Verdict, { as: 'event' }>

/** A page that answers 404 or 410 is gone once a second look has found the same. */
function recordEvent(store: Store, { article, url }: Followed, seen: Seen, { outcome, detail }: Event): Recorded {
  const first = outcome === 'gone' && lastError(store, article) === undefined
  const error = first ? 'once' : detail === '' ? null : detail.slice(0, 500)
  observeEvent(store, article, { ...eventFacts(seen, url), outcome, status: seen.status, error })
  return { ...nothing(store, article, { outcome, status: seen.status, detail: error ?? '' }), again: first }
}

/** How the last look found the page gone: `once` for the first time, null for good; undefined where it did not. */
function lastError(store: Store, article: number): string | null | undefined {
  const sql = 'SELECT outcome, error FROM capture WHERE article_id = ? ORDER BY first_at DESC, id DESC LIMIT 1'
  const last = prepare<[number], { outcome: string; error: string | null }>(store, sql).get(article)
  return last?.outcome === 'gone' ? last.error : undefined
}

interface Text {
  readonly seen: Seen
  readonly content: Content
  readonly before: RevisionRow | undefined
}

function recordText(store: Store, followed: Followed, { seen, content, before }: Text): Recorded {
  const { article } = followed
  const facts = eventFacts(seen, followed.url)
  const state = { ...facts, outcome: 'changed', status: seen.status, error: null, content } as const
  const [added] = addStates(store, article, [state], provenanceOf(followed, seen))
  noteAddresses(store, followed, seen)
  dropHeldOf(store, article)
  const revision = added === 'revision' ? neighbours(store, article, seen.at).before! : null
  if (revision !== null) attachAll(store, article, seen, revision.id)
  const outcome = revision === null ? 'unchanged' : 'changed'
  return { outcome, status: seen.status, detail: '', revision, before, shows: true, again: false, wasGone: false }
}

export function provenanceOf({ url }: Pick<Followed, 'url'>, seen: Seen): Provenance {
  return {
    origin: null,
    bodyHash: seen.bodyHash,
    body: seen.body,
    url: seen.url === url ? null : seen.url,
    finalUrl: seen.finalUrl === url ? null : seen.finalUrl,
    headers: keptHeaders(seen.headers),
    extractor: seen.extractor
  }
}

/** What came with a page and is no part of its text: the server's certificate, what a browser showed. */
export function attachAll(store: Store, article: number, seen: Seen, revision: number): void {
  const capture = captureOf(store, revision)
  if (seen.certificate !== null) attach(store, { article, capture, kind: 'certificate' }, Buffer.from(seen.certificate))
  for (const [n, body] of seen.further.entries()) attach(store, { article, capture, kind: `page-${n + 2}` }, body)
  if (seen.screenshot !== null) attach(store, { article, capture, kind: 'screenshot' }, seen.screenshot)
}

/** Every address that showed the article is its own from now on. */
export function noteAddresses(store: Store, { article, url }: Pick<Followed, 'article' | 'url'>, seen: Seen): void {
  const all = [url, seen.url, seen.finalUrl, seen.page?.canonicalUrl ?? null, seen.page?.ampUrl ?? null]
  for (const one of new Set(all))
    if (one !== null) addAddress(store, article, { key: articleKey(one), url: one, at: seen.at })
}

interface Holding {
  readonly seen: Seen
  readonly page: Page
  readonly verdict: Extract<Verdict, { as: 'held' }>
  readonly before: RevisionRow | undefined
}

/** Within this time pages of one host that lose most of their text do so for one reason, in milliseconds. */
const driftWindow = 24 * 3_600_000
/** With so many of them it is the site that changed, and not the articles. */
const driftPages = 3

function recordHeld(store: Store, followed: Followed, holding: Holding): Recorded {
  const { article } = followed
  const { seen, page, verdict, before } = holding
  const host = new URL(seen.finalUrl).host
  const since = new Date(Date.parse(seen.at) - driftWindow).toISOString()
  const hash = contentHash(page.content)
  const known = heldOf(store, article).find((row) => row.text_hash.equals(hash))
  if (known !== undefined) {
    if (known.why === 'shrunk' && verdict.why === 'shrunk' && shrunkSince(store, host, since) < driftPages) {
      dropHeld(store, known.capture_id)
      return recordText(store, followed, { seen, content: page.content, before })
    }
    observeEvent(store, article, { ...eventFacts(seen, followed.url), ...heldAs(known.why), status: seen.status })
    return nothing(store, article, { outcome: heldAs(known.why).outcome, status: seen.status, detail: known.why })
  }
  const as = heldAs(verdict.why)
  const capture = addHeldCapture(store, followed, seen, as)
  const row = { article_id: article, host, at: seen.at, text_hash: hash, words: contentWords(page.content) }
  addHeld(store, { ...row, capture_id: capture, why: verdict.why, before: before?.words ?? 0 })
  const drifted = verdict.why === 'shrunk' && shrunkSince(store, host, since) >= driftPages
  if (drifted) markDrift(store, host, since)
  const detail = drifted ? 'drift' : verdict.detail
  const told = nothing(store, article, { outcome: as.outcome, status: seen.status, detail })
  return { ...told, again: verdict.why === 'shrunk' && !drifted }
}

/** A text that is kept apart is no version: the timeline says that a paywall is suspected, or that the page changed form. */
const heldAs = (why: 'paywall' | 'shrunk' | 'drift'): { readonly outcome: Outcome; readonly error: string } =>
  why === 'drift' ? { outcome: 'extraction-changed', error: why } : { outcome: 'paywall', error: why }

function addHeldCapture(
  store: Store,
  followed: Followed,
  seen: Seen,
  as: { readonly outcome: Outcome; readonly error: string }
): number {
  putBody(store, followed.article, seen.body)
  const { url, finalUrl, headers, bodyHash } = provenanceOf(followed, seen)
  const facts = { ...eventFacts(seen, followed.url), ...as, status: seen.status, headers: headers ?? null, bodyHash }
  const id = addCapture(store, followed.article, { ...facts, url: url ?? null, finalUrl: finalUrl ?? null })
  refreshListing(store, followed.article)
  return id
}

type Facts = Omit<CaptureFacts, 'outcome' | 'status' | 'error'>

function eventFacts(
  seen: { readonly at: string; readonly url: string; readonly finalUrl: string },
  url: string
): Facts {
  return {
    at: seen.at,
    until: seen.at,
    count: 1,
    origin: null,
    url: seen.url === url ? null : seen.url,
    finalUrl: seen.finalUrl === url ? null : seen.finalUrl,
    headers: null,
    bodyHash: null
  }
}

function observeEvent(store: Store, article: number, facts: CaptureFacts): void {
  const { url, finalUrl, ...state } = facts
  const from = { origin: null, bodyHash: null, url, finalUrl, extractor: '' }
  addStates(store, article, [{ ...state, content: null }], from)
}

function nothing(store: Store, article: number, told: Pick<Recorded, 'outcome' | 'status' | 'detail'>): Recorded {
  return {
    ...told,
    revision: null,
    before: neighbours(store, article, '~').before,
    shows: false,
    again: false,
    wasGone: false
  }
}

/** The places of an article that are known to change by themselves. */
export const slotsOf = ({ volatile }: Pick<TrackingRow, 'volatile'>): readonly Slot[] => JSON.parse(volatile) as Slot[]

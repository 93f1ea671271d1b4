import type { Capture, Outcome } from '../../domain/capture.ts'
import { sealOf } from './hash.ts'
import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

export interface CaptureFacts {
  readonly at: string
  readonly until: string
  readonly count: number
  readonly outcome: Outcome
  readonly status: number | null
  readonly error: string | null
  /** The file it was imported from, or null for our own check. */
  readonly origin: string | null
  /** Null where they are the article's own address. */
  readonly url: string | null
  readonly finalUrl: string | null
  /** Selected response headers, names in lower case. */
  readonly headers: Readonly<Record<string, string>> | null
  /** SHA-256 of the bytes as received. */
  readonly bodyHash: Buffer | null
}

export interface CaptureRow {
  readonly id: number
  readonly article_id: number
  readonly first_at: string
  readonly last_at: string
  readonly count: number
  readonly outcome: Outcome
  readonly status: number | null
  readonly error: string | null
  readonly origin: string | null
  readonly url: string | null
  readonly final_url: string | null
  readonly headers: string | null
  readonly body_hash: Buffer | null
  readonly body_kept: number
  readonly seal: Buffer
}

type Unsealed = Omit<CaptureRow, 'seal'>

/** What the seal of a capture is over. */
export function captureSeal(row: Unsealed): Buffer {
  const { id, article_id, first_at, last_at, count, outcome, status, error, origin } = row
  const seen = [id, article_id, first_at, last_at, count, outcome, status, error, origin]
  return sealOf([...seen, row.url, row.final_url, row.headers, row.body_hash, row.body_kept])
}

/** Adds an observation; returns its id. */
export function addCapture(store: Store, article: number, facts: CaptureFacts): number {
  return insert(store, {
    article_id: article,
    first_at: facts.at,
    last_at: facts.until,
    count: facts.count,
    outcome: facts.outcome,
    status: facts.status,
    error: facts.error,
    origin: facts.origin,
    url: facts.url,
    final_url: facts.finalUrl,
    headers: facts.headers === null ? null : JSON.stringify(facts.headers),
    body_hash: facts.bodyHash,
    body_kept: Number(facts.bodyHash !== null && hasBody(store, facts.bodyHash))
  })
}

const hasBody = (store: Store, hash: Buffer): boolean =>
  pluck<[Buffer], number>(store, 'SELECT 1 FROM body WHERE hash = ?').get(hash) !== undefined

function insert(store: Store, facts: Omit<Unsealed, 'id'>): number {
  const id = pluck<[], number>(store, 'SELECT coalesce(max(id), 0) + 1 FROM capture').get()!
  const row = { id, ...facts }
  prepare(
    store,
    `INSERT INTO capture (id, article_id, first_at, last_at, count, outcome, status, error, origin, url, final_url, headers,
                          body_hash, body_kept, seal)
     VALUES (@id, @article_id, @first_at, @last_at, @count, @outcome, @status, @error, @origin, @url, @final_url, @headers,
             @body_hash, @body_kept, @seal)`
  ).run({ ...row, seal: captureSeal(row) })
  prepare(store, 'UPDATE chain_head SET captures = captures + 1 WHERE article_id = ?').run(row.article_id)
  return id
}

/**
 * Adds an observation of our own that showed nothing new. One that ended as the one before it did, and is later, only
 * makes that run longer: years of "unchanged" are one row. Headers and body are not kept for it. One that lies within a
 * run is not counted again: a commit can report an error and be there all the same.
 */
export function observe(store: Store, article: number, facts: CaptureFacts): number {
  const plain: CaptureFacts = { ...facts, headers: null, bodyHash: null }
  const begun = lastBegun(store, article, plain.at)
  if (begun !== undefined && isSame(begun, plain) && begun.last_at >= plain.until) return begun.id
  const last = newestCapture(store, article)
  if (last === undefined || !continues(last, plain)) return addCapture(store, article, plain)
  setRun(store, last, { first_at: last.first_at, last_at: facts.until, count: last.count + facts.count })
  return last.id
}

const sameFields = ['outcome', 'status', 'error', 'origin', 'url'] as const

function continues(last: CaptureRow, next: CaptureFacts): boolean {
  return isSame(last, next) && last.outcome !== 'changed' && last.last_at <= next.at
}

function isSame(last: CaptureRow, next: CaptureFacts): boolean {
  const own = last.origin === null && last.final_url === next.finalUrl
  return own && sameFields.every((field) => last[field] === next[field])
}

type RunOf = Pick<CaptureRow, 'first_at' | 'last_at' | 'count'>

function setRun(store: Store, row: CaptureRow, run: RunOf): void {
  prepare(store, 'UPDATE capture SET first_at = ?, last_at = ?, count = ?, seal = ? WHERE id = ?').run(
    run.first_at,
    run.last_at,
    run.count,
    captureSeal({ ...row, ...run }),
    row.id
  )
}

/**
 * Cuts a run of equal observations in two where something else was seen in between. Only the times of its ends are
 * known, so the later part is the last observation alone; returns its id.
 */
export function splitRun(store: Store, row: CaptureRow): number {
  const { id: _, seal: __, ...facts } = row
  setRun(store, row, { first_at: row.first_at, last_at: row.first_at, count: row.count - 1 })
  return insert(store, { ...facts, first_at: row.last_at, last_at: row.last_at, count: 1 })
}

/** The last of our own observations, or runs of them, that began at a time or before. */
function lastBegun(store: Store, article: number, at: string): CaptureRow | undefined {
  return prepare<[number, string], CaptureRow>(
    store,
    `SELECT * FROM capture WHERE article_id = ? AND first_at <= ? AND origin IS NULL
     ORDER BY first_at DESC, id DESC LIMIT 1`
  ).get(article, at)
}

function newestCapture(store: Store, article: number): CaptureRow | undefined {
  return prepare<[number], CaptureRow>(
    store,
    'SELECT * FROM capture WHERE article_id = ? ORDER BY first_at DESC, id DESC LIMIT 1'
  ).get(article)
}

/**
 * The stored observation that is this very one: the same body at the same time, or again from the file of that name.
 * One whose version was deleted for good is none: what is brought again is new.
 */
export function findCapture(
  store: Store,
  article: number,
  facts: CaptureFacts,
  isTimeGuessed: boolean
): number | undefined {
  const { at, outcome, origin, bodyHash } = facts
  const sameTime = pluck<[number, string, Buffer | null, string], number>(
    store,
    `SELECT id FROM capture WHERE article_id = ? AND first_at = ? AND body_hash IS ? AND outcome IN (?, 'unchanged')
     AND id NOT IN (SELECT capture_id FROM tombstone)`
  ).get(article, at, bodyHash, outcome)
  if (sameTime !== undefined || bodyHash === null || !isTimeGuessed) return sameTime
  return pluck<[Buffer, number, string | null], number>(
    store,
    'SELECT id FROM capture WHERE body_hash = ? AND article_id = ? AND origin = ?'
  ).get(bodyHash, article, origin)
}

/** The first run of observations that showed a text after one time and began before another (null: whenever). */
export function showingAfter(store: Store, article: number, at: string, before: string | null): CaptureRow | undefined {
  return prepare<[number, string, string], CaptureRow>(
    store,
    `SELECT * FROM capture INDEXED BY capture_showing WHERE article_id = ? AND last_at > ? AND first_at < ?
     AND outcome IN ('unchanged', 'not-modified') AND id NOT IN (SELECT capture_id FROM revision)
     AND id NOT IN (SELECT capture_id FROM tombstone)
     ORDER BY first_at, id LIMIT 1`
  ).get(article, at, before ?? '~')
}

/** All observations of an article in order of time. */
export function capturesOf(store: Store, article: number): Capture[] {
  return prepare<[number], Capture>(
    store,
    `SELECT c.id, c.first_at AS at, c.last_at AS until, c.count, c.outcome, c.status, c.error, r.id AS revision
     FROM capture c
     LEFT JOIN revision r ON r.capture_id = c.id AND r.id NOT IN (SELECT revision_id FROM trash)
     WHERE c.article_id = ? ORDER BY c.first_at, c.id`
  ).all(article)
}

/** A run of looks of our own. */
export type OwnRun = Pick<Capture, 'at' | 'until' | 'count' | 'outcome'>

/** What was seen of an article by looking at it, and not brought in a file or told by an archive. */
export function ownCapturesOf(store: Store, article: number): OwnRun[] {
  return prepare<[number], OwnRun>(
    store,
    `SELECT first_at AS at, last_at AS until, count, outcome FROM capture
     WHERE article_id = ? AND origin IS NULL ORDER BY first_at, id`
  ).all(article)
}

/** A capture by its id. */
export const getCapture = (store: Store, id: number): CaptureRow | undefined =>
  prepare<[number], CaptureRow>(store, 'SELECT * FROM capture WHERE id = ?').get(id)

import type { Capture, Outcome } from '../../domain/capture.ts'
import type { Store } from './open.ts'

export interface CaptureFacts {
  readonly at: string
  readonly until: string
  readonly count: number
  readonly outcome: Outcome
  readonly status: number | null
  readonly error: string | null
  /** The file it was imported from, or null for our own check. */
  readonly origin: string | null
  readonly bodyHash: Buffer | null
}

/** Adds an observation; returns its id. */
export function addCapture(store: Store, article: number, facts: CaptureFacts): number {
  const { at, until, count, outcome, status, error, origin, bodyHash } = facts
  const added = store
    .prepare(
      `INSERT INTO capture (article_id, first_at, last_at, count, outcome, status, error, origin, body_hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
    )
    .run(article, at, until, count, outcome, status, error, origin, bodyHash)
  return Number(added.lastInsertRowid)
}

/** Whether this very observation is stored: the same body at the same time, or again from the file of that name. */
export function hasCapture(store: Store, article: number, facts: CaptureFacts): boolean {
  const { at, outcome, origin, bodyHash } = facts
  return (
    store
      .prepare(
        `SELECT 1 FROM capture WHERE article_id = ? AND body_hash IS ?
         AND ((first_at = ? AND (outcome = ? OR outcome = 'unchanged')) OR (body_hash IS NOT NULL AND origin = ?))`
      )
      .get(article, bodyHash, at, outcome, origin) !== undefined
  )
}

/** All observations of an article in order of time. */
export function capturesOf(store: Store, article: number): Capture[] {
  return store
    .prepare<[number], Capture>(
      `SELECT c.id, c.first_at AS at, c.last_at AS until, c.count, c.outcome, c.status, c.error, r.id AS revision
       FROM capture c LEFT JOIN revision r ON r.capture_id = c.id WHERE c.article_id = ? ORDER BY c.first_at, c.id`
    )
    .all(article)
}

export interface CaptureSpan {
  readonly article: number
  readonly firstAt: string
  readonly lastAt: string
  readonly outcome: Outcome
  readonly status: number | null
}

/** For every article: its first and last observation, and how the last one ended. */
export function captureSpans(store: Store): CaptureSpan[] {
  // SQLite gives the bare columns from the row that holds the max().
  return store
    .prepare<[], CaptureSpan>(
      `SELECT article_id AS article, min(first_at) AS firstAt, max(last_at) AS lastAt, outcome, status
       FROM capture GROUP BY article_id`
    )
    .all()
}

import type { Held } from '../../contract/tracking.ts'
import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

type HeldWhy = Held['why']

/** A text that was kept apart. */
export interface HeldRow {
  readonly capture_id: number
  readonly article_id: number
  readonly host: string
  readonly why: HeldWhy
  readonly at: string
  readonly text_hash: Buffer
  readonly words: number
  readonly before: number
}

export function addHeld(store: Store, row: HeldRow): void {
  prepare(
    store,
    `INSERT INTO held (capture_id, article_id, host, why, at, text_hash, words, before)
     VALUES (@capture_id, @article_id, @host, @why, @at, @text_hash, @words, @before)`
  ).run(row)
}

export function heldOf(store: Store, article: number): HeldRow[] {
  return prepare<[number], HeldRow>(store, 'SELECT * FROM held WHERE article_id = ? ORDER BY at').all(article)
}

export function heldAt(store: Store, capture: number): HeldRow | undefined {
  return prepare<[number], HeldRow>(store, 'SELECT * FROM held WHERE capture_id = ?').get(capture)
}

export function dropHeld(store: Store, capture: number): void {
  prepare(store, 'DELETE FROM held WHERE capture_id = ?').run(capture)
}

/** What was held of an article is settled. */
export function dropHeldOf(store: Store, article: number): void {
  prepare(store, 'DELETE FROM held WHERE article_id = ?').run(article)
}

/** How many articles of a host lost most of their text since a time. */
export function shrunkSince(store: Store, host: string, at: string): number {
  return pluck<[string, string], number>(
    store,
    "SELECT count(DISTINCT article_id) FROM held WHERE host = ? AND at >= ? AND why <> 'paywall'"
  ).get(host, at)!
}

/** Many pages of a host changed at once: all of them are held for that. */
export function markDrift(store: Store, host: string, at: string): number[] {
  prepare(store, "UPDATE held SET why = 'drift' WHERE host = ? AND at >= ? AND why = 'shrunk'").run(host, at)
  return pluck<[string, string], number>(
    store,
    "SELECT DISTINCT article_id FROM held WHERE host = ? AND at >= ? AND why = 'drift'"
  ).all(host, at)
}

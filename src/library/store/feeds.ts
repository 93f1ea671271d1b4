import type { Outcome } from '../../domain/capture.ts'
import type { FeedRow, Pace } from '../../contract/tracking.ts'
import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

/** A feed as it is stored; times in milliseconds since 1970. */
export interface StoredFeed {
  readonly id: number
  readonly url: string
  readonly title: string
  readonly source_id: number
  readonly pace: Pace
  readonly next_at: number | null
  readonly last_at: string | null
  readonly outcome: Outcome | null
  readonly etag: string | null
  readonly last_modified: string | null
  readonly failures: number
}

type NewFeed = Pick<StoredFeed, 'url' | 'title' | 'source_id' | 'pace' | 'next_at'>

/** Follows a feed; returns its id, or that of the one already followed at that address. */
export function addFeed(store: Store, feed: NewFeed): { readonly id: number; readonly isNew: boolean } {
  const known = feedAt(store, feed.url)
  if (known !== undefined) return { id: known, isNew: false }
  const { lastInsertRowid } = prepare(
    store,
    `INSERT INTO feed (url, title, source_id, pace, next_at) VALUES (@url, @title, @source_id, @pace, @next_at)`
  ).run(feed)
  return { id: Number(lastInsertRowid), isNew: true }
}

export const feedAt = (store: Store, url: string): number | undefined =>
  pluck<[string], number>(store, 'SELECT id FROM feed WHERE url = ?').get(url)

export const getFeed = (store: Store, id: number): StoredFeed | undefined =>
  prepare<[number], StoredFeed>(store, 'SELECT * FROM feed WHERE id = ?').get(id)

/** What a look at a feed left behind. */
export function putFeed(store: Store, feed: StoredFeed): void {
  prepare(
    store,
    `UPDATE feed SET title = @title, pace = @pace, next_at = @next_at, last_at = @last_at, outcome = @outcome, etag = @etag,
                     last_modified = @last_modified, failures = @failures WHERE id = @id`
  ).run(feed)
}

/** Ends following a feed; the articles it brought stay, and go on being followed. What still waits goes with it. */
export function dropFeed(store: Store, id: number): void {
  const source = getFeed(store, id)?.source_id
  prepare(store, 'DELETE FROM feed WHERE id = ?').run(id)
  prepare(
    store,
    `DELETE FROM source WHERE id = ? AND id NOT IN (SELECT source_id FROM article WHERE source_id IS NOT NULL)
     AND id NOT IN (SELECT source_id FROM feed)`
  ).run(source)
}

export function dueFeeds(store: Store, now: number, most: number): StoredFeed[] {
  return prepare<[number, number], StoredFeed>(
    store,
    'SELECT * FROM feed WHERE next_at <= ? ORDER BY next_at LIMIT ?'
  ).all(now, most)
}

export function feedRows(store: Store): FeedRow[] {
  const rows = prepare<[], StoredFeed>(store, 'SELECT * FROM feed ORDER BY title, id').all()
  return rows.map(({ id, url, title, source_id, pace, last_at, next_at, outcome }) => {
    return { id, url, title, source: source_id, pace, lastAt: last_at, nextAt: isoOf(next_at), outcome }
  })
}

export const isoOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** Something that a feed or a list named and that showed no article yet. */
export interface StoredEntry {
  readonly id: number
  readonly key: string
  readonly url: string
  readonly title: string | null
  readonly published: string | null
  readonly feed_id: number | null
  readonly folder: string | null
  readonly pace: Pace
  readonly next_at: number | null
  readonly tries: number
}

/** False where it was named before. */
export function addEntry(store: Store, entry: Omit<StoredEntry, 'id' | 'tries'>): boolean {
  const { changes } = prepare(
    store,
    `INSERT INTO entry (key, url, title, published, feed_id, folder, pace, next_at)
     VALUES (@key, @url, @title, @published, @feed_id, @folder, @pace, @next_at) ON CONFLICT DO NOTHING`
  ).run(entry)
  return changes > 0
}

export const isNamed = (store: Store, key: string): boolean =>
  pluck<[string], number>(store, 'SELECT 1 FROM entry WHERE key = ?').get(key) === 1

export const getEntry = (store: Store, id: number): StoredEntry | undefined =>
  prepare<[number], StoredEntry>(store, 'SELECT * FROM entry WHERE id = ?').get(id)

export function dueEntries(store: Store, now: number, most: number): StoredEntry[] {
  return prepare<[number, number], StoredEntry>(
    store,
    'SELECT * FROM entry WHERE next_at <= ? ORDER BY next_at LIMIT ?'
  ).all(now, most)
}

/** When an entry is tried again; null: it is settled, and only known by name. */
export function settleEntry(store: Store, id: number, nextAt: number | null): void {
  prepare(store, 'UPDATE entry SET next_at = ?, tries = tries + 1 WHERE id = ?').run(nextAt, id)
}

import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

/** Remembers that the reader has seen a revision; looking back at an older one leaves the mark where it is. */
export function putReading(store: Store, article: number, revision: number, at: string): void {
  const until = readUntil(store, article)
  if (until !== undefined && until >= at) return
  prepare(store, 'INSERT OR REPLACE INTO reading (article_id, revision_id) VALUES (?, ?)').run(article, revision)
}

/** The time of the newest revision of an article that was read. */
export function readUntil(store: Store, article: number): string | undefined {
  return pluck<[number], string>(
    store,
    `SELECT c.first_at FROM reading m JOIN revision r ON r.id = m.revision_id JOIN capture c ON c.id = r.capture_id
     WHERE m.article_id = ?`
  ).get(article)
}

/** Stars an article, or takes the star away. */
export function putStar(store: Store, article: number, starred: boolean): void {
  prepare(store, 'UPDATE listing SET starred = ? WHERE article_id = ?').run(Number(starred), article)
}

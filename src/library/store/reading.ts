import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

/** Remembers that the reader has seen an article up to a time; looking back leaves the mark. Answers whether it moved. */
export function putReading(store: Store, article: number, until: string): boolean {
  const { changes } = prepare(
    store,
    `INSERT INTO reading (article_id, until) VALUES (?, ?)
     ON CONFLICT (article_id) DO UPDATE SET until = excluded.until WHERE until < excluded.until`
  ).run(article, until)
  return changes > 0
}

/** Puts the mark where it is told, also back; null is where nothing was read yet. */
export function setReading(store: Store, article: number, until: string | null): void {
  prepare(store, 'DELETE FROM reading WHERE article_id = ?').run(article)
  if (until !== null) putReading(store, article, until)
}

/** When the newest version that was read was first seen; undefined where none was. */
export function readUntil(store: Store, article: number): string | undefined {
  return pluck<[number], string>(store, 'SELECT until FROM reading WHERE article_id = ?').get(article)
}

/** When the version before a time was first seen; null where there is none. */
export function seenBefore(store: Store, article: number, at: string): string | null {
  return pluck<[number, string], string | null>(
    store,
    `SELECT max(c.first_at) FROM capture c JOIN revision r ON r.capture_id = c.id
     WHERE c.article_id = ? AND c.first_at < ? AND r.id NOT IN (SELECT revision_id FROM trash)`
  ).get(article, at)!
}

/** Stars an article, or takes the star away. Its row in the list is refreshed by the caller. */
export function putStar(store: Store, article: number, starred: boolean): void {
  const sql = starred
    ? 'INSERT INTO star (article_id) VALUES (?) ON CONFLICT DO NOTHING'
    : 'DELETE FROM star WHERE article_id = ?'
  prepare(store, sql).run(article)
}

export function isStarred(store: Store, article: number): boolean {
  return pluck<[number], number>(store, 'SELECT 1 FROM star WHERE article_id = ?').get(article) === 1
}

import type { Store } from './open.ts'

/** Remembers that the reader has seen a revision; looking back at an older one leaves the mark where it is. */
export function putReading(store: Store, article: number, revision: number, at: string): void {
  const until = readUntil(store).get(article)
  if (until !== undefined && until >= at) return
  store.prepare('INSERT OR REPLACE INTO reading (article_id, revision_id) VALUES (?, ?)').run(article, revision)
}

/** The time of the newest revision read, by article. */
export function readUntil(store: Store): Map<number, string> {
  const rows = store
    .prepare<[], { article: number; at: string }>(
      `SELECT m.article_id AS article, c.first_at AS at FROM reading m
       JOIN revision r ON r.id = m.revision_id JOIN capture c ON c.id = r.capture_id`
    )
    .all()
  return new Map(rows.map(({ article, at }) => [article, at]))
}

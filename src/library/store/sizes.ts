import type { ArticleSize, SourceSize } from '../../contract/keeping.ts'
import { blockId, mostBlocks } from './block-id.ts'
import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

/** The bytes of an article's texts and of the raw pages that its observations kept, as they lie in the file. */
export function bytesOf(store: Store, article: number): number {
  const [from, to] = [blockId(article, 0), blockId(article, 0) + mostBlocks]
  const packs = 'SELECT coalesce(sum(length(data)), 0) FROM pack WHERE id >= ? AND id < ?'
  const bodies = `SELECT coalesce(sum(length(data)), 0) FROM body WHERE hash IN
    (SELECT body_hash FROM capture WHERE article_id = ? AND body_kept = 1)`
  return (
    pluck<[number, number], number>(store, packs).get(from, to)! + pluck<[number], number>(store, bodies).get(article)!
  )
}

/** Brings the sizes of the articles that a raw page was kept for up to date, once it is packed in another way. */
export function resizeArticles(store: Store, body: Buffer): void {
  const sql = 'SELECT DISTINCT article_id FROM capture WHERE body_hash = ? AND body_kept = 1'
  for (const article of pluck<[Buffer], number>(store, sql).all(body)) {
    prepare(store, 'UPDATE listing SET bytes = ? WHERE article_id = ?').run(bytesOf(store, article), article)
  }
}

/** What each source takes up, the largest first: from sums that are kept up to date. */
export function sourceSizes(store: Store): SourceSize[] {
  return prepare<[], SourceSize>(
    store,
    `SELECT s.id, s.name, t.n AS articles, b.n AS bytes
     FROM source s CROSS JOIN tally t ON t.list = 'source:' || s.id CROSS JOIN tally b ON b.list = 'bytes:' || s.id
     WHERE t.n > 0 ORDER BY b.n DESC, s.id`
  ).all()
}

/** The articles of a source, the largest first. */
export function articleSizes(store: Store, source: number, most: number): ArticleSize[] {
  return prepare<[number, number], ArticleSize>(
    store,
    `SELECT article_id AS id, headline, versions, bytes FROM listing
     WHERE source_id = ? AND deleted_at IS NULL ORDER BY bytes DESC, article_id LIMIT ?`
  ).all(source, most)
}

/** What the search index takes up, summed in steps of a few milliseconds. */
export function* searchBytes(store: Store): Generator<void, number> {
  const sql = `SELECT max(id) AS last, sum(length(block)) AS bytes
               FROM (SELECT id, block FROM search_data WHERE id > ? ORDER BY id LIMIT 1000)`
  let total = 0
  for (let last: number | null = -1; ;) {
    const part: Part = prepare<[number], Part>(store, sql).get(last)!
    if (part.last === null) return total
    total += part.bytes
    last = part.last
    yield
  }
}

interface Part {
  readonly last: number | null
  readonly bytes: number
}

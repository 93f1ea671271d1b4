import { articleSeal, type IdentityRow } from './articles.ts'
import { blockId, mostBlocks } from './block-id.ts'
import { dropBodies } from './bodies.ts'
import { captureSeal, type CaptureRow } from './captures.ts'
import { blockHash, blockKey } from './hash.ts'
import type { Store } from './open.ts'
import { ArticleText } from './packs.ts'
import { chainDeletion } from './records.ts'
import { readRuns } from './runs.ts'
import { pluck, prepare } from './statement.ts'
import { addTombstone, type TombstoneRow } from './tombstones.ts'
import type { Act } from './trash.ts'

type Doomed = Omit<TombstoneRow, 'article_id' | 'deleted_at'> & { readonly id: number; readonly blocks: string }

/**
 * Deletes revisions of one article for good: their texts and raw bodies as far as nothing else needs them, and all that
 * was said of them. Their records' hashes stay in the chain, which says that they were deleted; of the observations
 * that showed them stays that they were made, without headers and body. Runs inside the caller's transaction.
 */
export function purgeRevisions(store: Store, article: number, revisions: readonly number[], act: Act): void {
  const doomed = doomedOf(store, article, new Set(revisions))
  if (doomed.length === 0) return
  chainDeletion(store, article, { deletes: doomed.map(({ seq }) => seq).toSorted((a, b) => a - b), ...act })
  const blocks = new Set(doomed.flatMap((one) => readRuns(one.blocks)))
  for (const { id, blocks: _, ...rest } of doomed) {
    addTombstone(store, { ...rest, article_id: article, deleted_at: act.at })
    prepare(store, 'DELETE FROM revision WHERE id = ?').run(id)
  }
  dropBlocks(store, article, blocks)
  stripCaptures(store, article)
}

/** What of an article goes with it, in an order that leaves no reference open. */
const ownTables = [
  'revision',
  'tombstone',
  'held',
  'capture',
  'listing',
  'reading',
  'star',
  'trash_article',
  'tracking',
  'address',
  'activity',
  'note',
  'review',
  'noise_rule'
]

/** Deletes an article for good: nothing stays but its chain, which names nothing but times and hashes. */
export function purgeArticle(store: Store, article: number, act: Act): number {
  const doomed = doomedOf(store, article)
  if (doomed.length > 0) {
    chainDeletion(store, article, { deletes: doomed.map(({ seq }) => seq).toSorted((a, b) => a - b), ...act })
  }
  const bodies = pluck<[number, number], Buffer>(
    store,
    `SELECT body_hash FROM capture WHERE article_id = ? AND body_hash IS NOT NULL
     UNION SELECT a.hash FROM attachment a JOIN capture c ON c.id = a.capture_id WHERE c.article_id = ?`
  ).all(article, article)
  const blocks = new Set(blocksOf(store, article))
  for (const table of ownTables) {
    prepare(store, `DELETE FROM ${table} WHERE article_id = ?`).run(article)
  }
  prepare(store, 'UPDATE chain_head SET captures = 0 WHERE article_id = ?').run(article)
  dropKeys(store, article, blocks)
  const [from, to] = [blockId(article, 0), blockId(article, 0) + mostBlocks]
  prepare(store, 'DELETE FROM pack WHERE id >= ? AND id < ?').run(from, to)
  dropBodies(store, bodies)
  forget(store, article)
  return doomed.length
}

/** All revisions of an article, or some of them, that are deleted. */
function doomedOf(store: Store, article: number, only?: ReadonlySet<number>): Doomed[] {
  return prepare<[number], Doomed>(
    store,
    'SELECT id, capture_id, seq, number, letter, text_hash, blocks FROM revision WHERE article_id = ?'
  )
    .all(article)
    .filter(({ id }) => only === undefined || only.has(id))
}

/** Every block that the article's packs hold. */
function blocksOf(store: Store, article: number): number[] {
  const sql = 'SELECT blocks FROM revision WHERE article_id = ?'
  return pluck<[number], string>(store, sql).all(article).flatMap(readRuns)
}

/** Drops those of these blocks that no revision has any more. */
function dropBlocks(store: Store, article: number, blocks: ReadonlySet<number>): void {
  const needed = new Set(blocksOf(store, article))
  const gone = new Set([...blocks].filter((number) => !needed.has(number)))
  dropKeys(store, article, gone)
  new ArticleText(store, article).drop(gone)
}

function dropKeys(store: Store, article: number, blocks: ReadonlySet<number>): void {
  const text = new ArticleText(store, article)
  const remove = prepare(store, 'DELETE FROM block_key WHERE key = ? AND block_id = ?')
  const unindex = prepare(store, 'DELETE FROM search WHERE rowid = ?')
  for (const number of blocks) {
    remove.run(blockKey(blockHash(text.block(number))), blockId(article, number))
    unindex.run(blockId(article, number))
  }
}

/** Takes headers and body away from the observations that showed what was deleted for good, and drops those bodies. */
function stripCaptures(store: Store, article: number): void {
  const rows = prepare<[number], CaptureRow & { readonly shows: 'version' | 'tombstone' | null }>(
    store,
    `SELECT c.*, CASE WHEN r.id IS NOT NULL THEN 'version' WHEN b.seq IS NOT NULL THEN 'tombstone' END AS shows
     FROM capture c LEFT JOIN revision r ON r.capture_id = c.id LEFT JOIN tombstone b ON b.capture_id = c.id
     WHERE c.article_id = ? ORDER BY c.first_at, c.id`
  ).all(article)
  const dropped: Buffer[] = []
  let buried = false
  for (const { shows, ...row } of rows) {
    if (shows !== null) buried = shows === 'tombstone'
    if (!buried || !showsText.has(row.outcome) || (row.headers === null && row.body_hash === null)) continue
    if (row.body_hash !== null) dropped.push(row.body_hash)
    dropped.push(...detach(store, row.id))
    strip(store, { ...row, headers: null, body_hash: null, body_kept: 0 })
  }
  dropBodies(store, dropped)
}

/** Takes what was kept beside a capture's body away from it; returns the hashes. */
function detach(store: Store, capture: number): Buffer[] {
  const hashes = pluck<[number], Buffer>(store, 'SELECT hash FROM attachment WHERE capture_id = ?').all(capture)
  prepare(store, 'DELETE FROM attachment WHERE capture_id = ?').run(capture)
  return hashes
}

const showsText: ReadonlySet<string> = new Set(['changed', 'unchanged', 'not-modified'])

function strip(store: Store, row: CaptureRow): void {
  prepare(store, 'UPDATE capture SET headers = NULL, body_hash = NULL, body_kept = 0, seal = ? WHERE id = ?').run(
    captureSeal(row),
    row.id
  )
}

/** Frees the article's address for a new article, and drops its source where that was its last. */
function forget(store: Store, article: number): void {
  const row = prepare<[number], IdentityRow>(store, 'SELECT * FROM article WHERE id = ?').get(article)!
  const empty: IdentityRow = { ...row, source_id: null, url: null, lang: null }
  prepare(store, 'UPDATE article SET source_id = NULL, url = NULL, lang = NULL, seal = ? WHERE id = ?').run(
    articleSeal(empty),
    article
  )
  prepare(
    store,
    `DELETE FROM source WHERE id = ? AND id NOT IN (SELECT source_id FROM article WHERE source_id = ?)
     AND id NOT IN (SELECT source_id FROM feed)`
  ).run(row.source_id, row.source_id)
}

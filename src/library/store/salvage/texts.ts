import { blockId, mostBlocks, numberOf } from '../block-id.ts'
import { readBody } from '../bodies.ts'
import { captureSeal, type CaptureRow } from '../captures.ts'
import { blockHash, blockKey } from '../hash.ts'
import type { Store } from '../open.ts'
import { ArticleText } from '../packs.ts'
import { readRuns } from '../runs.ts'
import { pluck, prepare } from '../statement.ts'

/** Forgets where blocks are; `mendTexts` lists them anew. */
export function forgetKeys(store: Store): void {
  prepare(store, 'DELETE FROM block_key').run()
}

/** Keeps those blocks of an article that its revisions have, and lists anew where they are. */
export function mendTexts(store: Store, article: number): void {
  const [first, end] = [blockId(article, 0), blockId(article, mostBlocks)]
  const packs = prepare<[number, number], { id: number; count: number }>(
    store,
    'SELECT id, count FROM pack WHERE id >= ? AND id < ? ORDER BY id'
  ).all(first, end)
  const used = new Set(
    pluck<[number], string>(store, 'SELECT blocks FROM revision WHERE article_id = ?').all(article).flatMap(readRuns)
  )
  const text = new ArticleText(store, article)
  const gone = new Set<number>()
  for (const { id, count } of packs) {
    const numbers = Array.from({ length: count }, (_, i) => numberOf(id) + i)
    if (!numbers.some((number) => isReadable(text, number))) prepare(store, 'DELETE FROM pack WHERE id = ?').run(id)
    else for (const number of numbers) if (!used.has(number)) gone.add(number)
  }
  if (gone.size > 0) text.drop(gone)
  const insert = prepare(store, 'INSERT OR IGNORE INTO block_key (key, block_id) VALUES (?, ?)')
  for (const number of used) insert.run(blockKey(blockHash(text.block(number))), blockId(article, number))
}

/** A block that was deleted for good is not; one of a pack that is damaged neither. */
function isReadable(text: ArticleText, number: number): boolean {
  try {
    return text.block(number) !== null
  } catch {
    return false
  }
}

/** Takes out raw bodies that are not what their hash says; the observations that had them say that they are not kept. */
export function mendBodies(store: Store): number {
  const hashes = pluck<[], Buffer>(store, 'SELECT hash FROM body ORDER BY depth').all()
  for (const hash of hashes) {
    if (!isWhole(store, hash)) prepare(store, 'DELETE FROM body WHERE hash = ?').run(hash)
  }
  const without = prepare<[], CaptureRow>(
    store,
    'SELECT * FROM capture WHERE body_kept = 1 AND body_hash NOT IN (SELECT hash FROM body)'
  ).all()
  const update = prepare(store, 'UPDATE capture SET body_kept = 0, seal = ? WHERE id = ?')
  for (const row of without) update.run(captureSeal({ ...row, body_kept: 0 }), row.id)
  return new Set(without.map((row) => row.body_hash?.toString('hex'))).size
}

function isWhole(store: Store, hash: Buffer): boolean {
  try {
    return readBody(store, hash) !== undefined
  } catch {
    return false
  }
}

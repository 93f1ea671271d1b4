import { createHash } from 'node:crypto'
import { Damage } from './damage.ts'
import type { Store } from './open.ts'
import { resizeArticles } from './sizes.ts'
import { pluck, prepare } from './statement.ts'
import { compress, decompress, isDictionary } from './zstd.ts'

/** So many bodies at most are read to get at one: a long chain would make old captures slow. */
const deepest = 16

interface BodyRow {
  readonly hash: Buffer
  /** Bytes of the body itself. */
  readonly size: number
  /** The body this one is compressed against. */
  readonly base: Buffer | null
  /** Greater than that of its base, so that no chain can go round in a circle. */
  readonly depth: number
  readonly data: Buffer
}

/**
 * Keeps the raw bytes of a response to an article's address, once, however many captures name them; returns their
 * SHA-256. They are compressed against the body kept last for the article, or for another of its source: what a site
 * repeats on every page costs a few bytes. Runs in the transaction, and before the adding, of the capture that names
 * the body. Throws RangeError for more than 64 MB.
 */
export function putBody(store: Store, article: number, bytes: Buffer): Buffer {
  const hash = sha256(bytes)
  if (rowOf(store, hash) === undefined) {
    const { base, depth, data } = packBest(store, article, bytes)
    const insert = prepare(store, 'INSERT INTO body (hash, size, base, depth, data) VALUES (?, ?, ?, ?, ?)')
    insert.run(hash, bytes.length, base, depth, data)
  }
  return hash
}

/** The bytes of that SHA-256; undefined where they were not kept. Throws `Damage`. */
export function readBody(store: Store, hash: Buffer): Buffer | undefined {
  const chain: BodyRow[] = []
  for (let next: Buffer | null = hash; next !== null; next = chain.at(-1)!.base) {
    const row = rowOf(store, next)
    if (row === undefined && chain.length === 0) return undefined
    const most = chain.at(-1)?.depth ?? deepest + 1
    if (row === undefined || row.depth >= most) throw damaged(hash)
    chain.push(row)
  }
  const bytes = chain.reduceRight<Buffer | null>((base, row) => unpack(row, base, hash), null)!
  if (!sha256(bytes).equals(hash)) throw damaged(hash)
  return bytes
}

/** Drops those of these bodies that no capture names or has attached any more; returns how many. Throws `Damage`. */
export function dropBodies(store: Store, hashes: readonly Buffer[]): number {
  const named = pluck<[Buffer, Buffer], number>(
    store,
    `SELECT 1 FROM (SELECT body_hash AS hash FROM capture WHERE body_hash = ?
                    UNION ALL SELECT hash FROM attachment WHERE hash = ?) LIMIT 1`
  )
  return hashes.filter((hash) => named.get(hash, hash) === undefined && drop(store, hash)).length
}

/** Where others are compressed against it, the first of them takes its place: deleted is deleted. */
function drop(store: Store, hash: Buffer): boolean {
  const row = rowOf(store, hash)
  if (row === undefined) return false
  const users = pluck<[Buffer], Buffer>(store, 'SELECT hash FROM body WHERE base = ? ORDER BY rowid').all(hash)
  for (const [i, user] of users.entries()) {
    const { base, depth, data } = pack(store, readBody(store, user)!, i === 0 ? row.base : users[0]!)
    prepare(store, 'UPDATE body SET base = ?, depth = ?, data = ? WHERE hash = ?').run(base, depth, data, user)
    resizeArticles(store, user)
  }
  prepare(store, 'DELETE FROM body WHERE hash = ?').run(hash)
  return true
}

type Packed = Pick<BodyRow, 'base' | 'depth' | 'data'>

/** Another page of the source is tried only where the article's own last body does not help, and must be worth it. */
function packBest(store: Store, article: number, bytes: Buffer): Packed {
  const own = pack(store, bytes, lastBody(store, article))
  if (own.data.length * 20 <= bytes.length) return own
  const sibling = siblingOf(store, article)
  const other = sibling === undefined ? null : lastBody(store, sibling)
  if (other === null) return own
  const shared = pack(store, bytes, other)
  return shared.data.length * 2 < own.data.length ? shared : own
}

function pack(store: Store, bytes: Buffer, on: Buffer | null): Packed {
  const base = on === null ? null : asBase(store, on)
  return base === null
    ? { base: null, depth: 0, data: compress(bytes, null) }
    : { base: on, depth: base.depth + 1, data: compress(bytes, base.bytes) }
}

/** A body to compress against. A damaged one is none: what is new must not be lost because of what is old. */
function asBase(store: Store, hash: Buffer): { readonly bytes: Buffer; readonly depth: number } | null {
  try {
    const depth = rowOf(store, hash)?.depth ?? deepest
    const bytes = depth < deepest ? readBody(store, hash) : undefined
    return bytes !== undefined && isDictionary(bytes) ? { bytes, depth } : null
  } catch (error) {
    if (error instanceof Damage) return null
    throw error
  }
}

function unpack({ data, size }: BodyRow, base: Buffer | null, asked: Buffer): Buffer {
  try {
    return decompress(data, base, size)
  } catch {
    throw damaged(asked)
  }
}

function lastBody(store: Store, article: number): Buffer | null {
  const sql = `SELECT b.hash FROM capture c JOIN body b ON b.hash = c.body_hash
               WHERE c.article_id = ? ORDER BY c.first_at DESC, c.id DESC LIMIT 1`
  return pluck<[number], Buffer>(store, sql).get(article) ?? null
}

/** The other article of its source that changed last. */
function siblingOf(store: Store, article: number): number | undefined {
  const sql = `SELECT article_id FROM listing WHERE source_id = (SELECT source_id FROM article WHERE id = ?)
               AND article_id <> ? AND deleted_at IS NULL ORDER BY changed_at DESC LIMIT 1`
  return pluck<[number, number], number>(store, sql).get(article, article)
}

const rowOf = (store: Store, hash: Buffer): BodyRow | undefined =>
  prepare<[Buffer], BodyRow>(store, 'SELECT * FROM body WHERE hash = ?').get(hash)

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()

const damaged = (hash: Buffer): Damage => new Damage(`body ${hash.toString('hex')}`)

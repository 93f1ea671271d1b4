import type { IdentityRow, SourceRow } from './articles.ts'
import type { CaptureRow } from './captures.ts'
import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'
import type { TombstoneRow } from './tombstones.ts'

/**
 * Evidence row by row, as a walk that trusts nothing reads it: by primary key, from the tables themselves, because an
 * index may be damaged where what it leads to is whole. Any of these throws where the file is damaged.
 */
export type Sealed<Row> = Row & { readonly seal: Buffer }

const key = { chain_head: 'article_id', tombstone: 'capture_id' } as const
const tables = ['source', 'article', 'capture', 'tombstone', 'revision', 'maker', 'chain_head'] as const
type KeyedTable = (typeof tables)[number]
const selects = new Map<KeyedTable, string>(
  tables.map((table) => {
    const column = table in key ? key[table as keyof typeof key] : 'id'
    return [table, `SELECT * FROM ${table} NOT INDEXED WHERE ${column} = ?`]
  })
)

const byKey = (store: Store, table: KeyedTable, id: number): unknown =>
  prepare<[number]>(store, selects.get(table)!).get(id)

export const sourceRow = (store: Store, id: number) => byKey(store, 'source', id) as Sealed<SourceRow> | undefined
export const articleRow = (store: Store, id: number) => byKey(store, 'article', id) as Sealed<IdentityRow> | undefined
export const captureRow = (store: Store, id: number) => byKey(store, 'capture', id) as CaptureRow | undefined
export const tombstoneRow = (store: Store, capture: number) =>
  byKey(store, 'tombstone', capture) as Sealed<TombstoneRow> | undefined

export interface RevisionEvidence {
  readonly id: number
  readonly article_id: number
  readonly number: number
  readonly letter: string
  readonly capture_id: number
  readonly seq: number
  readonly blocks: string
  readonly headline: number | null
  readonly claims: string
  readonly text_hash: Buffer
  readonly words: number
  readonly maker_id: number
}
export const revisionRow = (store: Store, id: number) => byKey(store, 'revision', id) as RevisionEvidence | undefined

/** What read a text, and in which program. */
export interface MakerRow {
  readonly software: string
  readonly extractor: string
  readonly text_format: number
}
export const makerRow = (store: Store, id: number) => byKey(store, 'maker', id) as MakerRow | undefined

export interface HeadRow {
  readonly seq: number
  readonly hash: Buffer
  readonly captures: number
}
export const headRow = (store: Store, article: number) => byKey(store, 'chain_head', article) as HeadRow | undefined

export interface RecordRow {
  readonly seq: number
  readonly kind: 'revision' | 'deletion'
  readonly revision_id: number | null
  readonly json: string | null
  readonly hash: Buffer
}

/** An article's chain in order, from a place on. */
export function recordRows(store: Store, article: number, from = 1): RecordRow[] {
  return prepare<[number, number], RecordRow>(
    store,
    'SELECT seq, kind, revision_id, json, hash FROM record WHERE article_id = ? AND seq >= ? ORDER BY seq'
  ).all(article, from)
}

/** How many articles and records the library says it has. */
export function countsOf(store: Store): { readonly articles: number; readonly records: number } | undefined {
  return prepare<[], { articles: number; records: number }>(store, 'SELECT articles, records FROM library').get()
}

export const recordCount = (store: Store, article: number): number =>
  pluck<[number], number>(store, 'SELECT count(*) FROM record WHERE article_id = ?').get(article)!

/** The next article, from an id on, that has a row in a table keyed by article; undefined after the last. */
export function nextArticle(store: Store, table: 'chain_head' | 'record', from: number): number | undefined {
  const sql = `SELECT article_id FROM ${table} WHERE article_id >= ? ORDER BY article_id LIMIT 1`
  return pluck<[number], number>(store, sql).get(from)
}

/** The id of the next pack, from one on; undefined after the last. */
export function nextPack(store: Store, from: number): number | undefined {
  return pluck<[number], number>(store, 'SELECT id FROM pack WHERE id >= ? ORDER BY id LIMIT 1').get(from)
}

/** What tells whose a row is. */
export interface Owned {
  readonly id: number
  readonly article: number
}

/** Some rows of a table after an id, in order, with the article each belongs to. */
export function ownedRows(store: Store, table: OwnedTable, after: number): Owned[] {
  const owner = table === 'article' ? 'id' : 'article_id'
  const sql = `SELECT id, ${owner} AS article FROM ${table} NOT INDEXED WHERE id > ? ORDER BY id LIMIT 1000`
  return prepare<[number], Owned>(store, sql).all(after)
}
export type OwnedTable = 'article' | 'capture' | 'revision'

/** One of them by itself, where a page among them cannot be read. */
export function ownedRow(store: Store, table: OwnedTable, id: number): Owned | undefined {
  const owner = table === 'article' ? 'id' : 'article_id'
  const sql = `SELECT id, ${owner} AS article FROM ${table} NOT INDEXED WHERE id = ?`
  return prepare<[number], Owned>(store, sql).get(id)
}

/** The ids of an article's rows by way of an index. */
export function indexedIds(store: Store, table: 'capture' | 'revision', article: number): number[] {
  return pluck<[number], number>(store, `SELECT id FROM ${table} WHERE article_id = ? ORDER BY id`).all(article)
}

export const greatestId = (store: Store, table: OwnedTable): number =>
  pluck<[], number | null>(store, `SELECT max(id) FROM ${table} NOT INDEXED`).get() ?? 0

/** What the lists call an article: good enough to name it, no evidence. */
export const listedHeadline = (store: Store, article: number): string | undefined =>
  pluck<[number], string>(store, 'SELECT headline FROM listing WHERE article_id = ?').get(article)

import { randomUUID } from 'node:crypto'
import type { Article } from '../../domain/timemap.ts'
import { articleOf } from './block-id.ts'
import { blockKey, sealOf } from './hash.ts'
import type { Store } from './open.ts'
import { beginChain } from './records.ts'
import { pluck, prepare } from './statement.ts'

interface SourceFacts {
  readonly name: string
  readonly homepage: string | null
  readonly folder: string | null
}

export interface ArticleFacts {
  readonly source: SourceFacts
  readonly url: string | null
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl'
}

export interface SourceRow extends SourceFacts {
  readonly id: number
}

/** What the seal of a source is over. */
export const sourceSeal = ({ id, name, homepage, folder }: SourceRow): Buffer => sealOf([id, name, homepage, folder])

export interface IdentityRow extends Omit<ArticleFacts, 'source'> {
  readonly id: number
  readonly uid: string
  /** Null once it was deleted for good. */
  readonly source_id: number | null
}

/** What the seal of an article is over. */
export const articleSeal = ({ id, uid, source_id, url, lang, dir }: IdentityRow): Buffer =>
  sealOf([id, uid, source_id, url, lang, dir])

/** The id of the article at a URL, or undefined. */
export function findByUrl(store: Store, url: string): number | undefined {
  return pluck<[string], number>(store, 'SELECT id FROM article WHERE url = ?').get(url)
}

/** The id of the article that is called so in every library, or undefined. */
export function articleByUid(store: Store, uid: string): number | undefined {
  return pluck<[string], number>(store, 'SELECT id FROM article WHERE uid = ?').get(uid)
}

/** The id of the source of that name and homepage, added where it is new. */
export function putSource(store: Store, { name, homepage, folder }: SourceFacts): number {
  const known = pluck<[string, string], number>(
    store,
    "SELECT id FROM source WHERE name = ? AND coalesce(homepage, '') = ?"
  ).get(name, homepage ?? '')
  if (known !== undefined) return known
  const row = { id: nextId(store, 'source'), name, homepage, folder }
  prepare(store, 'INSERT INTO source (id, name, homepage, folder, seal) VALUES (?, ?, ?, ?, ?)').run(
    row.id,
    name,
    homepage,
    folder,
    sourceSeal(row)
  )
  return row.id
}

/** Adds an article, and its source where that is new; returns the article's id. */
export function addArticle(store: Store, { source, url, lang, dir }: ArticleFacts): number {
  const row = { id: nextId(store, 'article'), uid: randomUUID(), source_id: putSource(store, source), url, lang, dir }
  prepare(
    store,
    `INSERT INTO article (id, uid, source_id, url, lang, dir, seal)
     VALUES (@id, @uid, @source_id, @url, @lang, @dir, @seal)`
  ).run({ ...row, seal: articleSeal(row) })
  beginChain(store, row.id)
  return row.id
}

/** Known before the row is written, because the seal is over it too. */
const nextId = (store: Store, table: 'source' | 'article'): number =>
  pluck<[], number>(store, `SELECT coalesce(max(id), 0) + 1 FROM ${table}`).get()!

export function getArticle(store: Store, id: number): Article | undefined {
  return prepare<[number], Article>(
    store,
    `SELECT a.id, s.name AS source, a.url, a.lang, a.dir, l.headline
     FROM article a JOIN source s ON s.id = a.source_id JOIN listing l ON l.article_id = a.id WHERE a.id = ?`
  ).get(id)
}

/** What makes an article's records its own, whatever library it lies in. */
export interface Identity {
  readonly uid: string
  readonly url: string | null
  readonly lang: string | null
}

export function identityOf(store: Store, id: number): Identity {
  return prepare<[number], Identity>(store, 'SELECT uid, url, lang FROM article WHERE id = ?').get(id)!
}

/** Articles that hold any of these blocks, most shared blocks first: what a new text may be a state of. */
export function sharingBlocks(store: Store, hashes: readonly Buffer[]): number[] {
  const found = pluck<[number], number>(store, 'SELECT block_id FROM block_key WHERE key = ? LIMIT 200')
  const shared = new Map<number, number>()
  for (const article of hashes.flatMap((hash) => found.all(blockKey(hash)).map(articleOf))) {
    shared.set(article, (shared.get(article) ?? 0) + 1)
  }
  return [...shared]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 20)
    .map(([article]) => article)
}

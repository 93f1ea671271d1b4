import { randomUUID } from 'node:crypto'
import type { Article } from '../../domain/timemap.ts'
import { articleOf } from './block-id.ts'
import { blockKey, sealOf } from './hash.ts'
import type { Store } from './open.ts'
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

/** The id of the article at a URL, or undefined. */
export function findByUrl(store: Store, url: string): number | undefined {
  return pluck<[string], number>(store, 'SELECT id FROM article WHERE url = ?').get(url)
}

/** The id of the source of that name and homepage, added where it is new. */
export function putSource(store: Store, { name, homepage, folder }: SourceFacts): number {
  prepare(store, 'INSERT INTO source (name, homepage, folder, seal) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING').run(
    name,
    homepage,
    folder,
    sealOf([name, homepage, folder])
  )
  return pluck<[string, string], number>(
    store,
    "SELECT id FROM source WHERE name = ? AND coalesce(homepage, '') = ?"
  ).get(name, homepage ?? '')!
}

/** Adds an article, and its source where that is new; returns the article's id. */
export function addArticle(store: Store, { source, url, lang, dir }: ArticleFacts): number {
  const uid = randomUUID()
  const sourceId = putSource(store, source)
  const added = prepare(
    store,
    'INSERT INTO article (uid, source_id, url, lang, dir, seal) VALUES (?, ?, ?, ?, ?, ?)'
  ).run(uid, sourceId, url, lang, dir, sealOf([uid, sourceId, url, lang, dir]))
  return Number(added.lastInsertRowid)
}

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

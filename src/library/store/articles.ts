import type { Article } from '../../domain/timemap.ts'
import type { Store } from './open.ts'

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
  return store.prepare<[string], number>('SELECT id FROM article WHERE url = ?').pluck().get(url)
}

/** Adds an article, and its source where that is new; returns the article's id. */
export function addArticle(store: Store, { source, url, lang, dir }: ArticleFacts): number {
  const { name, homepage, folder } = source
  store
    .prepare('INSERT INTO source (name, homepage, folder) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
    .run(name, homepage, folder)
  const added = store
    .prepare(
      `INSERT INTO article (source_id, url, lang, dir)
       SELECT id, ?, ?, ? FROM source WHERE name = ? AND coalesce(homepage, '') = coalesce(?, '')`
    )
    .run(url, lang, dir, name, homepage)
  return Number(added.lastInsertRowid)
}

const articleColumns = `
  a.id, s.name AS source, a.url, a.lang, a.dir,
  coalesce((SELECT b.text FROM revision r JOIN capture c ON c.id = r.capture_id LEFT JOIN block b ON b.id = r.headline_id
            WHERE r.article_id = a.id ORDER BY c.first_at DESC, r.id DESC LIMIT 1), '') AS headline`

export function getArticle(store: Store, id: number): Article | undefined {
  return store
    .prepare<[number], Article>(
      `SELECT ${articleColumns} FROM article a JOIN source s ON s.id = a.source_id WHERE a.id = ?`
    )
    .get(id)
}

export type ListedArticle = Article & { readonly folder: string | null }

export function allArticles(store: Store): ListedArticle[] {
  return store
    .prepare<[], ListedArticle>(`SELECT ${articleColumns}, s.folder FROM article a JOIN source s ON s.id = a.source_id`)
    .all()
}

/** Articles that hold any of these blocks, most shared blocks first: what a new text may be a state of. */
export function sharingBlocks(store: Store, hashes: readonly Buffer[]): number[] {
  return store
    .prepare<[string], number>(
      `SELECT article_id FROM block WHERE hash IN (SELECT unhex(value) FROM json_each(?))
       GROUP BY article_id ORDER BY count(*) DESC LIMIT 20`
    )
    .pluck()
    .all(JSON.stringify(hashes.map((hash) => hash.toString('hex'))))
}

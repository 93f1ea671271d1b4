import type { NamedArticle } from '../../contract/saved.ts'
import { newestBlocks } from './search.ts'
import type { Store } from './open.ts'
import { prepare } from './statement.ts'

/** An article's name and what is needed to open it. */
export type NamedRow = Omit<NamedArticle, 'once'>

const columns = `l.article_id AS article, l.headline, s.name AS source, a.lang, a.dir,
  l.changed_at AS changedAt, l.unseen`
const joined = 'CROSS JOIN article a ON a.id = l.article_id CROSS JOIN source s ON s.id = l.source_id'

/** The articles that changed last. */
export function lastChanged(store: Store, most: number): NamedRow[] {
  return prepare<[number], NamedRow>(
    store,
    `SELECT ${columns} FROM listing l INDEXED BY listing_all ${joined}
     WHERE l.deleted_at IS NULL ORDER BY l.changed_at DESC, l.article_id DESC LIMIT ?`
  ).all(most)
}

/** Of a source, the articles that changed last. */
export function lastChangedOf(store: Store, source: number, most: number): NamedRow[] {
  return prepare<[number, number], NamedRow>(
    store,
    `SELECT ${columns} FROM listing l INDEXED BY listing_source ${joined}
     WHERE l.deleted_at IS NULL AND l.source_id = ? ORDER BY l.changed_at DESC, l.article_id DESC LIMIT ?`
  ).all(source, most)
}

/** Those of the articles that are not deleted. */
export function namedAmong(store: Store, articles: readonly number[]): NamedRow[] {
  return prepare<[string], NamedRow>(
    store,
    `SELECT ${columns} FROM json_each(?) j CROSS JOIN listing l ON l.article_id = j.value ${joined}
     WHERE l.deleted_at IS NULL`
  ).all(JSON.stringify(articles))
}

/** Every source, by id and name. */
export function sourceNames(store: Store): { readonly id: number; readonly name: string }[] {
  return prepare<[], { id: number; name: string }>(store, 'SELECT id, name FROM source').all()
}

/** Headlines, those that stand and those that did, in which a word begins with each of these; of these sources (null: all). */
export function headlineBlocks(
  store: Store,
  begin: readonly string[],
  { sources, most }: { readonly sources: readonly number[] | null; readonly most: number }
): number[] {
  const words = begin.map((word) => `{headline} : "${word}" *`)
  const from = sources === null ? [] : [`(${sources.map((source) => `mark : "s${source}"`).join(' OR ')})`]
  return newestBlocks(store, [...words, ...from].join(' AND '), most)
}

import { ftsTerm, type Scope, type Term } from '../../domain/search/query.ts'
import { searchFormat } from '../../domain/search/tokens.ts'
import { blockId } from './block-id.ts'
import type { Store } from './open.ts'
import { between } from './search-index.ts'
import { pluck, prepare } from './statement.ts'

const markOf: Readonly<Record<Scope, string | null>> = {
  anywhere: null,
  removed: 'old',
  current: 'cur',
  headline: null,
  added: 'new'
}

/** A term in the language of the index, wherever in an article it stands; with a scope of headlines, in those. */
export function plainMatch(term: Term, scope: Scope): string {
  return `{${scope === 'headline' ? 'headline' : 'text headline'}} : ${ftsTerm(term)}`
}

/** A term where its scope and the wanted sources (null for all) allow it. */
export function scopedMatch(term: Term, scope: Scope, sources: readonly number[] | null): string {
  const mark = markOf[scope]
  const conditions = [
    plainMatch(term, scope),
    ...(mark === null ? [] : [`mark : "${mark}"`]),
    ...(sources === null ? [] : [sources.map((source) => `mark : "s${source}"`).join(' OR ')])
  ]
  return conditions.length === 1 ? conditions[0]! : conditions.map((condition) => `(${condition})`).join(' AND ')
}

/** The blocks that match, those of the article added last first; no more than `most`. */
export function newestBlocks(store: Store, match: string, most: number): number[] {
  return pluck<[string, number], number>(
    store,
    'SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?'
  ).all(match, most)
}

/** The blocks that match of articles from one id up to another, that not included. In ascending order. */
export function blocksBetween(store: Store, match: string, from: number, to: number): number[] {
  return pluck<[string, number, number], number>(
    store,
    `SELECT rowid FROM search WHERE search MATCH ? AND ${between} ORDER BY rowid`
  ).all(match, blockId(from, 0), blockId(to, 0))
}

/** The blocks that match with how well they do: BM25, a headline counting three times; the lower the better. */
export function scoredBlocks(store: Store, match: string): [block: number, score: number][] {
  return prepare<[string], [number, number]>(
    store,
    'SELECT rowid, bm25(search, 1.0, 3.0, 0.0) FROM search WHERE search MATCH ?'
  )
    .raw()
    .all(match)
}

export interface ListedTime {
  readonly article: number
  readonly changedAt: string
}

/** Those of the articles that are not deleted and were observed at some time from one to another; last changed first. */
export function listedAmong(store: Store, articles: readonly number[], from: string, to: string): ListedTime[] {
  return prepare<[string, string, string], ListedTime>(
    store,
    `SELECT l.article_id AS article, l.changed_at AS changedAt
     FROM json_each(?) j CROSS JOIN listing l ON l.article_id = j.value
     WHERE l.deleted_at IS NULL AND l.last_at >= ? AND l.first_at <= ?
     ORDER BY l.changed_at DESC, l.article_id DESC`
  ).all(JSON.stringify(articles), from, to)
}

/** Articles that are not deleted, the last changed first, after one of them. */
export function changedBefore(store: Store, { changedAt, article }: ListedTime, most: number): ListedTime[] {
  return prepare<[string, number, number], ListedTime>(
    store,
    `SELECT article_id AS article, changed_at AS changedAt FROM listing INDEXED BY listing_all
     WHERE deleted_at IS NULL AND (changed_at, article_id) < (?, ?) ORDER BY changed_at DESC, article_id DESC LIMIT ?`
  ).all(changedAt, article, most)
}

/** The highest id an article in the lists has; 0 where there is none. */
export function highestArticle(store: Store): number {
  return pluck<[], number | null>(store, 'SELECT max(article_id) FROM listing').get() ?? 0
}

/** How many articles wait to be put into the index. */
export function waitingArticles(store: Store): number {
  return pluck<[number], number>(store, 'SELECT count(*) FROM listing WHERE search_format < ?').get(searchFormat)!
}

/** The ids of a folder's sources. */
export function sourcesIn(store: Store, folder: string): number[] {
  return pluck<[string], number>(store, 'SELECT id FROM source WHERE folder = ?').all(folder)
}

/** A revision as a search needs it. */
export interface SearchedVersion {
  readonly revision: number
  readonly label: string
  readonly at: string
  /** Its blocks as stretches: see `toRuns`. */
  readonly runs: readonly number[]
  readonly headline: number | null
}

/** The revisions of an article that are not deleted, in order of time. */
export function searchedVersions(store: Store, article: number): SearchedVersion[] {
  return prepare<[number], Omit<SearchedVersion, 'runs'> & { readonly blocks: string }>(
    store,
    `SELECT r.id AS revision, r.number || r.letter AS label, c.first_at AS at, r.blocks, r.headline
     FROM revision r JOIN capture c ON c.id = r.capture_id
     WHERE r.article_id = ? AND r.id NOT IN (SELECT revision_id FROM trash) ORDER BY c.first_at, r.id`
  )
    .all(article)
    .map(({ blocks, ...row }) => ({ ...row, runs: JSON.parse(blocks) as number[] }))
}

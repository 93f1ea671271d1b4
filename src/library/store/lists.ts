import type { Cursor, ListKey, SmartList, SourceCount } from '../../contract/lists.ts'
import type { Outcome } from '../../domain/capture.ts'
import type { Article } from '../../domain/timemap.ts'
import { tallyOf } from './listing.ts'
import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

/** An article's row in every list: derived from its captures, revisions and changes, and always in step with them. */
export interface ListedArticle extends Article {
  readonly sourceId: number
  readonly folder: string | null
  readonly firstAt: string
  readonly lastAt: string
  readonly outcome: Outcome
  readonly status: number | null
  readonly changedAt: string
  readonly tellingAt: string | null
  readonly deletedAt: string | null
  readonly revisions: number
  readonly unseen: number
  readonly unread: number
  readonly headlineChanged: number
  readonly silent: number
  readonly starred: number
  readonly summary: string
  readonly minor: number
  readonly largestAt: string | null
  readonly bars: string
}

/** CROSS JOIN, because SQLite then takes the tables in this order whatever it has learnt of them. */
const rowQuery = `
  SELECT l.article_id AS id, s.name AS source, l.source_id AS sourceId, a.url, a.lang, a.dir, l.headline, l.folder,
         l.first_at AS firstAt, l.last_at AS lastAt, l.outcome, l.status, l.changed_at AS changedAt,
         l.telling_at AS tellingAt, l.deleted_at AS deletedAt, l.versions AS revisions, l.unseen, l.unread,
         l.headline_changed AS headlineChanged, l.silent, l.starred, l.summary, l.minor, l.largest_at AS largestAt, l.bars
  FROM listing l`
const joined = 'CROSS JOIN article a ON a.id = l.article_id CROSS JOIN source s ON s.id = l.source_id'

/** What a list holds, the index that has it in order, and the time by which it is ordered, newest first. */
interface Listed {
  readonly index: string
  readonly where: string
  readonly by: 'changed_at' | 'telling_at' | 'deleted_at'
  readonly values: readonly (string | number)[]
}

const smart: Readonly<Record<Exclude<SmartList, 'recent'>, Omit<Listed, 'values'>>> = {
  unread: { index: 'listing_unread', where: 'l.deleted_at IS NULL AND l.unread > 0', by: 'changed_at' },
  headline: { index: 'listing_headline', where: 'l.deleted_at IS NULL AND l.headline_changed = 1', by: 'changed_at' },
  silent: { index: 'listing_silent', where: 'l.deleted_at IS NULL AND l.silent = 1', by: 'changed_at' },
  starred: { index: 'listing_starred', where: 'l.deleted_at IS NULL AND l.starred = 1', by: 'changed_at' },
  all: { index: 'listing_all', where: 'l.deleted_at IS NULL', by: 'changed_at' },
  deleted: { index: 'listing_deleted', where: 'l.deleted_at IS NOT NULL', by: 'deleted_at' }
}

const week = 7 * 24 * 3600_000

function listed(list: ListKey, now: Date): Listed {
  if (list.kind === 'source') {
    const where = 'l.deleted_at IS NULL AND l.source_id = ?'
    return { index: 'listing_source', where, by: 'changed_at', values: [list.source] }
  }
  if (list.kind === 'folder') {
    const where = 'l.deleted_at IS NULL AND l.folder = ?'
    return { index: 'listing_folder', where, by: 'changed_at', values: [list.folder] }
  }
  if (list.name !== 'recent') return { ...smart[list.name], values: [] }
  // A time that is still to come was made up by a file; it is not recent, and would stand on top for ever.
  const where = 'l.deleted_at IS NULL AND l.telling_at >= ? AND l.telling_at <= ?'
  const values = [new Date(now.getTime() - week).toISOString(), now.toISOString()]
  return { index: 'listing_recent', where, by: 'telling_at', values }
}

export interface PageOptions {
  /** The last row of the page before, or null for the first page. */
  readonly after: Cursor | null
  readonly limit: number
  readonly now: Date
}

/** Later than any time. */
const top = '~'

/**
 * One page of a list, the last changed first. It costs the same wherever in the list it lies, also among thousands that
 * changed at the same moment: SQLite takes no range over two columns where the second is the row's id, so that these
 * are asked for by themselves.
 */
export function listedPage(store: Store, list: ListKey, { after, limit, now }: PageOptions): ListedArticle[] {
  const { index, where, by, values } = listed(list, now)
  const page = (which: string, ...edge: readonly (string | number)[]) =>
    prepare<unknown[], ListedArticle>(
      store,
      `${rowQuery} INDEXED BY ${index} ${joined} WHERE ${where} AND ${which}
       ORDER BY l.${by} DESC, l.article_id DESC LIMIT ?`
    ).all(...values, ...edge)
  if (after === null) return page(`l.${by} < ?`, top, limit)
  const same = page(`l.${by} = ? AND l.article_id < ?`, after.at, after.article, limit)
  return same.length === limit ? same : [...same, ...page(`l.${by} < ?`, after.at, limit - same.length)]
}

/** The ids of all articles of a list, in the order of `listedPage`, from an index alone. */
export function listedOrder(store: Store, list: ListKey, now: Date): number[] {
  const { index, where, by, values } = listed(list, now)
  const sql = `SELECT l.article_id FROM listing l INDEXED BY ${index} WHERE ${where} AND l.${by} < ?
               ORDER BY l.${by} DESC, l.article_id DESC`
  return pluck<unknown[], number>(store, sql).all(...values, top)
}

/** Where a row stands in a list, for the page after it. */
export function cursorOf(list: ListKey, row: ListedArticle): Cursor {
  const { by } = listed(list, new Date(0))
  const at = { changed_at: row.changedAt, telling_at: row.tellingAt, deleted_at: row.deletedAt }[by]
  return { at: at ?? '', article: row.id }
}

/** An article's row, also that of a deleted one; undefined where there is none. */
export function listedArticle(store: Store, article: number): ListedArticle | undefined {
  return prepare<[number], ListedArticle>(store, `${rowQuery} ${joined} WHERE l.article_id = ?`).get(article)
}

/** How many articles a smart list has: from the tally, but for `recent`, which the passing of time alone changes. */
export function smartCount(store: Store, name: SmartList, now: Date): number {
  if (name !== 'recent') return tallyOf(store, name)
  const { index, where, values } = listed({ kind: 'smart', name }, now)
  const sql = `SELECT count(*) FROM listing l INDEXED BY ${index} WHERE ${where}`
  return pluck<unknown[], number>(store, sql).get(...values)!
}

/** The sources that have articles, by id, with how many of them are unread. */
export function countedSources(store: Store): SourceCount[] {
  return prepare<[], SourceCount>(
    store,
    `SELECT s.id, s.name, s.folder, t.n AS articles, coalesce(u.n, 0) AS unread
     FROM source s CROSS JOIN tally t ON t.list = 'source:' || s.id
          LEFT JOIN tally u ON u.list = 'source-unread:' || s.id
     WHERE t.n > 0`
  ).all()
}

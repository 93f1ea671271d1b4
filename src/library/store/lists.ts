import { hidesMinor, usualChoice, type Cursor, type ListChoice, type ListKey, type SmartList, type SourceCount } from '../../contract/lists.ts' // prettier-ignore
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

interface Wanted {
  readonly list: ListKey
  /** Also what changed in nothing but minor ways. */
  readonly withMinor: boolean
}

function listed({ list, withMinor }: Wanted, now: Date): Listed {
  if (list.kind === 'source') {
    const where = 'l.deleted_at IS NULL AND l.source_id = ?'
    return { index: 'listing_source', where, by: 'changed_at', values: [list.source] }
  }
  if (list.kind === 'folder') {
    const where = 'l.deleted_at IS NULL AND l.folder = ?'
    return { index: 'listing_folder', where, by: 'changed_at', values: [list.folder] }
  }
  if (list.name === 'unread' && withMinor) {
    return { ...smart.all, where: 'l.deleted_at IS NULL AND l.unseen > 0', values: [] }
  }
  if (list.name !== 'recent') return { ...smart[list.name], values: [] }
  if (withMinor) {
    const where = 'l.deleted_at IS NULL AND l.versions > 1 AND l.changed_at >= ? AND l.changed_at <= ?'
    return { ...smart.all, where, values: recently(now) }
  }
  // A time that is still to come was made up by a file; it is not recent, and would stand on top for ever.
  const where = 'l.deleted_at IS NULL AND l.telling_at >= ? AND l.telling_at <= ?'
  return { index: 'listing_recent', where, by: 'telling_at', values: recently(now) }
}

const recently = (now: Date): string[] => [new Date(now.getTime() - week).toISOString(), now.toISOString()]

/** A list as it is by its rule. */
const asRuled = (list: ListKey): Wanted => ({ list, withMinor: false })

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
  const { index, where, by, values } = listed(asRuled(list), now)
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

/** The ids of all articles of a list in the order that was chosen; as `listedPage` has them from an index alone. */
export function listedOrder(store: Store, list: ListKey, now: Date, choice: ListChoice = usualChoice(list)): number[] {
  const { index, where, by, values } = listed(shownBy(list, choice), now)
  const extra = filtersOf(choice, hidesMinor(list))
  const from = `FROM listing l INDEXED BY ${index} WHERE ${[where, `l.${by} < ?`, ...extra.where].join(' AND ')}`
  const all = [...values, top, ...extra.values]
  if (choice.sort === 'title') return byTitle(store, from, all)
  const order = { changed: `l.${by} DESC`, first: 'l.first_at', size: `${largest} DESC, l.${by} DESC` }[choice.sort]
  return pluck<unknown[], number>(store, `SELECT l.article_id ${from} ORDER BY ${order}, l.article_id DESC`).all(...all)
}

/** The most words that changed at once. */
const largest = `
  (SELECT coalesce(max(c.words_added + c.words_removed), 0) FROM revision r JOIN change c ON c.revision_id = r.id
   WHERE r.article_id = l.article_id AND r.id NOT IN (SELECT revision_id FROM trash))`

interface Extra {
  readonly where: readonly string[]
  readonly values: readonly (string | number)[]
}

/** What the reader filters by. `byRule`: the list itself leaves out what is only minor. */
function filtersOf({ filter: { hideMinor, silent, kind, source } }: ListChoice, byRule: boolean): Extra {
  const filters: readonly (readonly [string, ...(string | number)[]])[] = [
    ...(hideMinor && !byRule ? [['(l.telling_at IS NOT NULL OR l.versions < 2)'] as const] : []),
    ...(silent ? [['l.silent = 1'] as const] : []),
    ...(source === null ? [] : [['l.source_id = ?', source] as const]),
    ...(kind === null ? [] : [[`l.article_id IN (${withKind})`, `"${kind}"`, kind] as const])
  ]
  return { where: filters.map(([sql]) => sql), values: filters.flatMap(([, ...values]) => values) }
}

/** Articles with a change of a kind. The text is looked through first: reading all JSON would take ten times as long. */
const withKind = `
  SELECT r.article_id FROM change c JOIN revision r ON r.id = c.revision_id
  WHERE instr(c.edits, ?) > 0 AND r.id NOT IN (SELECT revision_id FROM trash)
    AND EXISTS (SELECT 1 FROM json_each(c.edits) e, json_each(e.value, '$.kinds') k
                WHERE k.value = ? AND json_extract(e.value, '$.folded') = 0)`

/** Lists of what is more than minor, with what is minor where the reader wants to see it. */
function shownBy(list: ListKey, { filter }: ListChoice): Wanted {
  return { list, withMinor: hidesMinor(list) && !filter.hideMinor }
}

const collator = new Intl.Collator(undefined, { numeric: true, ignorePunctuation: true })

/** SQLite knows no language's alphabet. */
function byTitle(store: Store, from: string, values: readonly (string | number)[]): number[] {
  const sql = `SELECT l.article_id AS id, l.headline ${from}`
  const rows = prepare<unknown[], { readonly id: number; readonly headline: string }>(store, sql).all(...values)
  return rows.sort((a, b) => collator.compare(a.headline, b.headline) || b.id - a.id).map(({ id }) => id)
}

/** Where a row stands in a list, for the page after it. */
export function cursorOf(list: ListKey, row: ListedArticle): Cursor {
  const { by } = listed(asRuled(list), new Date(0))
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
  const { index, where, values } = listed(asRuled({ kind: 'smart', name }), now)
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

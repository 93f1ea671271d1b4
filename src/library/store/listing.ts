import { largestOf, writeBars } from './bars.ts'
import { listedChanges, type ListedChange } from './changes.ts'
import type { Store } from './open.ts'
import { ArticleText } from './packs.ts'
import { isStarred, readUntil } from './reading.ts'
import { bytesOf } from './sizes.ts'
import { pluck, prepare } from './statement.ts'
import { trashedOf } from './trash.ts'

/** Makes an article's row anew; runs in the transaction of whatever changed it. One without captures has none. */
export function refreshListing(store: Store, article: number, text = new ArticleText(store, article)): void {
  const row = rowOf(store, article, text)
  if (row !== undefined) prepare(store, write).run(row)
}

/** Whether an article's row is in step with its captures, revisions and changes. */
export function isListed(store: Store, article: number, text: ArticleText): boolean {
  const row: Readonly<Record<string, unknown>> | undefined = rowOf(store, article, text)
  const sql = `SELECT ${columns.join(', ')} FROM listing WHERE article_id = ?`
  const stored = prepare<[number], Readonly<Record<string, unknown>>>(store, sql).get(article)
  return columns.every((name) => stored?.[name] === row?.[name])
}

function rowOf(store: Store, article: number, text: ArticleText) {
  const span = spanOf(store, article)
  if (span === undefined) return undefined
  const newest = newestOf(store, article)
  return {
    article,
    ...span,
    ...told(listedChanges(store, article), readUntil(store, article) ?? ''),
    headline: typeof newest?.headline === 'number' ? text.block(newest.headline).text : '',
    changed_at: newest?.at ?? span.first_at,
    versions: newest?.versions ?? 0,
    starred: Number(isStarred(store, article)),
    trashed: trashedOf(store, article),
    bytes: bytesOf(store, article)
  }
}

const columns = [
  'headline',
  'first_at',
  'last_at',
  'outcome',
  'status',
  'changed_at',
  'telling_at',
  'versions',
  'unseen',
  'unread',
  'headline_changed',
  'silent',
  'starred',
  'summary',
  'minor',
  'largest_at',
  'bars',
  'trashed',
  'bytes'
]
const kept = [...columns, 'source_id', 'folder', 'deleted_at']

const write = `
  INSERT INTO listing (article_id, search_format, source_id, folder, deleted_at, ${columns.join(', ')})
  SELECT a.id, 0, a.source_id, s.folder, d.at, ${columns.map((name) => `@${name}`).join(', ')}
  FROM article a JOIN source s ON s.id = a.source_id
       LEFT JOIN trash_article t ON t.article_id = a.id LEFT JOIN deletion d ON d.id = t.deletion_id
  WHERE a.id = @article
  ON CONFLICT (article_id) DO UPDATE SET ${kept.map((name) => `${name} = excluded.${name}`).join(', ')}`

/**
 * Brings a row up to date after one observation that showed no new text. A year of hourly checks is thousands of them
 * for every article, so that this reads neither its captures nor its changes where the observation is the newest.
 */
export function noteObservation(store: Store, article: number): void {
  const { changes } = prepare(
    store,
    `UPDATE listing SET last_at = c.last_at, outcome = c.outcome, status = c.status
     FROM (SELECT last_at, outcome, status FROM capture WHERE article_id = ? ORDER BY first_at DESC, id DESC LIMIT 1) c
     WHERE article_id = ? AND c.last_at > listing.last_at`
  ).run(article, article)
  if (changes === 0) refreshListing(store, article)
}

interface Span {
  readonly first_at: string
  readonly last_at: string
  readonly outcome: string
  readonly status: number | null
}

/** Where an article's observations begin and end, and how the newest of them did. */
function spanOf(store: Store, article: number): Span | undefined {
  return prepare<[number, number], Span>(
    store,
    `SELECT (SELECT min(first_at) FROM capture WHERE article_id = ?) AS first_at, last_at, outcome, status
     FROM capture WHERE article_id = ? ORDER BY last_at DESC, id DESC LIMIT 1`
  ).get(article, article)
}

interface Newest {
  readonly versions: number
  readonly at: string
  readonly headline: number | null
}

/** The newest version and how many there are; undefined where all are deleted or none was ever seen. */
function newestOf(store: Store, article: number): Newest | undefined {
  const live = 'id NOT IN (SELECT revision_id FROM trash)'
  return prepare<[number, number], Newest>(
    store,
    `SELECT c.first_at AS at, r.headline, (SELECT count(*) FROM revision WHERE article_id = ? AND ${live}) AS versions
     FROM capture c CROSS JOIN revision r ON r.capture_id = c.id WHERE c.article_id = ? AND r.${live}
     ORDER BY c.first_at DESC, r.id DESC LIMIT 1`
  ).get(article, article)
}

/** What a row says of an article's changes, oldest first. */
function told(changes: readonly ListedChange[], readUntil: string) {
  const telling = changes.filter(({ minor }) => !minor)
  const newer = ({ at }: ListedChange) => at > readUntil
  const newest = changes.at(-1)
  return {
    telling_at: telling.at(-1)?.at ?? null,
    unseen: changes.filter(newer).length,
    unread: telling.filter(newer).length,
    headline_changed: Number(changes.some(({ headlineChanged }) => headlineChanged)),
    silent: Number(changes.some(({ silent }) => silent)),
    summary: newest?.summary ?? '',
    minor: Number(newest?.minor ?? false),
    largest_at: largestOf(changes)?.at ?? null,
    bars: writeBars(changes)
  }
}

/** The number of articles in a list, or of versions: kept by triggers, never counted. */
export function tallyOf(store: Store, list: string): number {
  return pluck<[string], number>(store, 'SELECT n FROM tally WHERE list = ?').get(list) ?? 0
}

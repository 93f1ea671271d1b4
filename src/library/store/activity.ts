import type { Activity } from '../../contract/tracking.ts'
import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

export type NewActivity = Omit<Activity, 'id'>

/** So many entries are kept; what was seen of an article is in its captures for ever. */
const most = 20_000

/** Writes down what was done on the web; the oldest entries make room. */
export function addActivity(store: Store, one: NewActivity): Activity {
  const { lastInsertRowid } = prepare(
    store,
    `INSERT INTO activity (at, what, url, article_id, feed_id, title, source, outcome, status, detail, version, added)
     VALUES (@at, @what, @url, @article, @feed, @title, @source, @outcome, @status, @detail, @version, @added)`
  ).run(one)
  const id = Number(lastInsertRowid)
  if (id % 1000 === 0) prepare(store, 'DELETE FROM activity WHERE id <= ?').run(id - most)
  return { id, ...one }
}

/** Entries before one (null: from the last on), the latest first, of one article or of all. */
export function activityBefore(
  store: Store,
  {
    before,
    article,
    limit
  }: { readonly before: number | null; readonly article: number | null; readonly limit: number }
): Activity[] {
  const of = article === null ? '' : 'article_id = ? AND'
  return prepare<number[], Activity>(
    store,
    `SELECT id, at, what, url, article_id AS article, feed_id AS feed, title, source, outcome, status, detail, version, added
     FROM activity WHERE ${of} id < ? ORDER BY id DESC LIMIT ?`
  ).all(...(article === null ? [] : [article]), before ?? Number.MAX_SAFE_INTEGER, limit)
}

/** When an article was looked at, the first time first, as far back as entries are kept. */
export function looksOf(store: Store, article: number): { readonly at: string }[] {
  return prepare<[number], { at: string }>(
    store,
    "SELECT at FROM activity WHERE article_id = ? AND what = 'article' ORDER BY at"
  ).all(article)
}

/** When looks at the web ended since a time (milliseconds since 1970), the first first. */
export const startsSince = (store: Store, since: number): number[] =>
  pluck<[string], string>(store, 'SELECT at FROM activity WHERE at > ? ORDER BY at')
    .all(new Date(since).toISOString())
    .map((at) => Date.parse(at))

/** The time of the oldest entry: every look since is among them. */
export const writtenSince = (store: Store): string | undefined =>
  pluck<[], string>(store, 'SELECT at FROM activity ORDER BY id LIMIT 1').get()

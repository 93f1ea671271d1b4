import type { Pace, PageReading } from '../../contract/tracking.ts'
import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

/** How an article is followed, as it is stored. */
export interface TrackingRow {
  readonly article_id: number
  readonly pace: Pace
  readonly reading: PageReading
  /** Milliseconds since 1970; null where it is not looked at. */
  readonly next_at: number | null
  readonly last_at: string | null
  readonly etag: string | null
  readonly last_modified: string | null
  readonly body_hash: Buffer | null
  readonly extractor: string | null
  /** What the schedule has learnt, as JSON. */
  readonly history: string
  readonly volatile: string
  readonly checks: number
  readonly refusals: number
}

export function trackingOf(store: Store, article: number): TrackingRow | undefined {
  return prepare<[number], TrackingRow>(store, 'SELECT * FROM tracking WHERE article_id = ?').get(article)
}

/** Writes the whole row; what is followed anew is added. */
export function putTracking(store: Store, row: TrackingRow): void {
  prepare(
    store,
    `INSERT OR REPLACE INTO tracking (article_id, pace, reading, next_at, last_at, etag, last_modified, body_hash,
                                      extractor, history, volatile, checks, refusals)
     VALUES (@article_id, @pace, @reading, @next_at, @last_at, @etag, @last_modified, @body_hash,
             @extractor, @history, @volatile, @checks, @refusals)`
  ).run(row)
}

/** An article that is due, with what orders it: how long it waits, and since when. */
export interface Due {
  readonly id: number
  readonly url: string
  readonly nextAt: number
  readonly lastAt: string | null
}

/** Articles that are due, the longest waiting first; those in Recently deleted are left alone. */
export function dueArticles(store: Store, now: number, most: number): Due[] {
  return prepare<[number, number], Due>(
    store,
    `SELECT t.article_id AS id, a.url, t.next_at AS nextAt, t.last_at AS lastAt
     FROM tracking t JOIN article a ON a.id = t.article_id
     WHERE t.next_at <= ? AND a.url IS NOT NULL AND t.article_id NOT IN (SELECT article_id FROM trash_article)
     ORDER BY t.next_at LIMIT ?`
  ).all(now, most)
}

/** How many articles, feeds and entries are due, and when the next one will be (milliseconds; null: never). */
export function dueCounts(store: Store, now: number): { readonly due: number; readonly next: number | null } {
  const shown = (table: string): string =>
    table === 'tracking' ? 'AND article_id NOT IN (SELECT article_id FROM trash_article)' : ''
  const one = (table: string): string => `(SELECT count(*) FROM ${table} WHERE next_at <= @now ${shown(table)})`
  const next = (table: string): string => `SELECT min(next_at) AS at FROM ${table} WHERE next_at > @now ${shown(table)}`
  return prepare<[{ readonly now: number }], { due: number; next: number | null }>(
    store,
    `SELECT ${one('tracking')} + ${one('feed')} + ${one('entry')} AS due,
            (SELECT min(at) FROM (${['tracking', 'feed', 'entry'].map(next).join(' UNION ALL ')})) AS next`
  ).get({ now })!
}

/** When any article was last checked; null where none was. */
export const lastCheck = (store: Store): string | null =>
  pluck<[], string | null>(store, 'SELECT max(at) FROM (SELECT at FROM activity ORDER BY id DESC LIMIT 1)').get() ??
  null

/** Makes articles, or (null) all that are followed, due at a time. */
export function makeDue(store: Store, articles: readonly number[] | null, now: number): void {
  if (articles === null) {
    for (const table of ['tracking', 'feed', 'entry'])
      prepare(store, `UPDATE ${table} SET next_at = min(next_at, ?) WHERE next_at IS NOT NULL`).run(now)
    return
  }
  const one = prepare(store, 'UPDATE tracking SET next_at = ? WHERE article_id = ?')
  for (const article of articles) one.run(now, article)
}

/** Every address an article was seen at, the first first. */
export function addressesOf(store: Store, article: number): { readonly url: string; readonly from: string }[] {
  return prepare<[number], { url: string; from: string }>(
    store,
    'SELECT url, at AS "from" FROM address WHERE article_id = ? ORDER BY at, key'
  ).all(article)
}

/** The article that was seen at an address, by its key; undefined where none was. */
export function articleAt(store: Store, key: string): number | undefined {
  return pluck<[string], number>(store, 'SELECT article_id FROM address WHERE key = ?').get(key)
}

/** An address belongs to the article that was seen there first. */
export function addAddress(
  store: Store,
  article: number,
  { key, url, at }: { readonly key: string; readonly url: string; readonly at: string }
): void {
  prepare(store, 'INSERT INTO address (key, article_id, url, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING').run(
    key,
    article,
    url,
    at
  )
}

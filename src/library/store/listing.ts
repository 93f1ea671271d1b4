import type { Outcome } from '../../domain/capture.ts'
import type { Article } from '../../domain/timemap.ts'
import { listedChanges } from './changes.ts'
import type { Store } from './open.ts'
import { ArticleText } from './packs.ts'
import { readUntil } from './reading.ts'
import { pluck, prepare } from './statement.ts'

/** An article's row in every list: derived from its captures, revisions and changes, and always in step with them. */
export interface ListedArticle extends Article {
  readonly folder: string | null
  readonly firstAt: string
  readonly lastAt: string
  readonly outcome: Outcome
  readonly status: number | null
  readonly changedAt: string
  readonly revisions: number
  readonly unseen: number
  readonly headlineChanged: number
}

interface Span {
  readonly firstAt: string
  readonly lastAt: string
  readonly outcome: string
  readonly status: number | null
}

interface Newest {
  readonly versions: number
  readonly at: string | null
  readonly headline: number | null
}

/** Makes an article's row anew; runs in the transaction of whatever changed it. One without captures has none. */
export function refreshListing(store: Store, article: number, text = new ArticleText(store, article)): void {
  // SQLite gives the bare columns from the row that holds the max().
  const span = prepare<[number], Span>(
    store,
    'SELECT min(first_at) AS firstAt, max(last_at) AS lastAt, outcome, status FROM capture WHERE article_id = ? HAVING count(*) > 0'
  ).get(article)
  if (span === undefined) return
  const newest = newestOf(store, article)
  const changes = listedChanges(store, article)
  const readAt = readUntil(store, article) ?? ''
  const telling = changes.filter(({ minor }) => !minor)
  prepare(
    store,
    `INSERT INTO listing (article_id, source_id, folder, headline, first_at, last_at, outcome, status, changed_at,
                          telling_at, versions, unread, headline_changed, silent, search_format)
     SELECT a.id, a.source_id, s.folder, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0
     FROM article a JOIN source s ON s.id = a.source_id WHERE a.id = ?
     ON CONFLICT (article_id) DO UPDATE SET
       source_id = excluded.source_id, folder = excluded.folder, headline = excluded.headline,
       first_at = excluded.first_at, last_at = excluded.last_at, outcome = excluded.outcome, status = excluded.status,
       changed_at = excluded.changed_at, telling_at = excluded.telling_at, versions = excluded.versions,
       unread = excluded.unread, headline_changed = excluded.headline_changed, silent = excluded.silent`
  ).run(
    newest.headline === null ? '' : text.block(newest.headline).text,
    span.firstAt,
    span.lastAt,
    span.outcome,
    span.status,
    newest.at ?? span.firstAt,
    telling.at(-1)?.at ?? null,
    newest.versions,
    telling.filter(({ at }) => at > readAt).length,
    ...[changes.some(({ headlineChanged }) => headlineChanged), changes.some(({ silent }) => silent)].map(Number),
    article
  )
}

function newestOf(store: Store, article: number): Newest {
  return prepare<[number], Newest>(
    store,
    `SELECT count(*) AS versions, max(c.first_at) AS at, r.headline
     FROM revision r JOIN capture c ON c.id = r.capture_id
     WHERE r.article_id = ? AND r.id NOT IN (SELECT revision_id FROM trash)`
  ).get(article)!
}

/** The number of articles in a list, or of versions: kept by triggers, never counted. */
export function tallyOf(store: Store, list: string): number {
  return pluck<[string], number>(store, 'SELECT n FROM tally WHERE list = ?').get(list) ?? 0
}

/** Every article that is not deleted, the one that changed last first. */
export function listedArticles(store: Store): ListedArticle[] {
  return prepare<[], ListedArticle>(
    store,
    `SELECT l.article_id AS id, s.name AS source, a.url, a.lang, a.dir, l.headline, l.folder, l.first_at AS firstAt,
            l.last_at AS lastAt, l.outcome, l.status, l.changed_at AS changedAt, l.versions AS revisions,
            l.unread AS unseen, l.headline_changed AS headlineChanged
     FROM listing l JOIN article a ON a.id = l.article_id JOIN source s ON s.id = l.source_id
     WHERE l.deleted_at IS NULL ORDER BY l.changed_at DESC, l.article_id`
  ).all()
}

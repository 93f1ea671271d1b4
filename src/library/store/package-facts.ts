import type { ArticleFacts } from './articles.ts'
import type { CaptureRow } from './captures.ts'
import { articleRow, sourceRow } from './evidence.ts'
import type { Store } from './open.ts'
import { prepare } from './statement.ts'
import { isTrashed } from './trash.ts'

/** An observation with the version it showed first, if that is still there. */
export interface WrittenCapture extends CaptureRow {
  readonly revision: number | null
}

/**
 * The observations of an article in order of time, without those that showed a version which waits in Recently deleted:
 * what the reader took out goes nowhere.
 */
export function writtenCaptures(store: Store, article: number): WrittenCapture[] {
  return prepare<[number], WrittenCapture>(
    store,
    `SELECT c.*, r.id AS revision FROM capture c LEFT JOIN revision r ON r.capture_id = c.id
     WHERE c.article_id = ? AND (r.id IS NULL OR r.id NOT IN (SELECT revision_id FROM trash))
     ORDER BY c.first_at, c.id`
  ).all(article)
}

export interface WrittenArticle extends ArticleFacts {
  readonly uid: string
}

/** What an article is; undefined where it was deleted, be it for good or not. */
export function writtenArticle(store: Store, article: number): WrittenArticle | undefined {
  const row = isTrashed(store, article) ? undefined : articleRow(store, article)
  const source = row === undefined || row.source_id === null ? undefined : sourceRow(store, row.source_id)
  if (row === undefined || source === undefined) return undefined
  const { uid, url, lang, dir } = row
  return { uid, url, lang, dir, source: { name: source.name, homepage: source.homepage, folder: source.folder } }
}

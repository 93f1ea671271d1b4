import type { Review } from '../../contract/notes.ts'
import type { Store } from './open.ts'
import { prepare } from './statement.ts'

/** The changes of an article that were looked at. */
export function reviewsOf(store: Store, article: number): Review[] {
  return prepare<[number], Review>(
    store,
    'SELECT edit_hash AS hash, at FROM review WHERE article_id = ? ORDER BY at, edit_hash'
  ).all(article)
}

/** When it was first looked at is what counts. */
export function putReview(store: Store, article: number, { hash, at }: Review): void {
  prepare(store, 'INSERT INTO review (article_id, edit_hash, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
    article,
    hash,
    at
  )
}

export function removeReview(store: Store, article: number, hash: string): void {
  prepare(store, 'DELETE FROM review WHERE article_id = ? AND edit_hash = ?').run(article, hash)
}

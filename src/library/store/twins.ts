import type { Store } from './open.ts'
import { prepare } from './statement.ts'

/** A wire story runs in so many papers at most that a reader looks through. */
const mostPlaces = 200

interface Place {
  readonly revision: number
  readonly article: number
}

/** The revisions that made an edit, the first seen first; what waits to be deleted is left out. */
export function placesOf(store: Store, hash: string): Place[] {
  return prepare<[string, number], Place>(
    store,
    `SELECT r.id AS revision, r.article_id AS article
     FROM edit_hash e JOIN revision r ON r.id = e.revision_id JOIN capture c ON c.id = r.capture_id
     WHERE e.hash = ? AND r.id NOT IN (SELECT revision_id FROM trash)
       AND r.article_id NOT IN (SELECT article_id FROM trash_article)
     ORDER BY c.first_at, r.id LIMIT ?`
  ).all(hash, mostPlaces)
}

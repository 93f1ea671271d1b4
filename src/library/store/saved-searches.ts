import type { SavedQuery, SavedSearch } from '../../contract/saved.ts'
import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

interface Row {
  readonly id: number
  readonly name: string
  /** What is searched for, and under `fresh` the articles that the reader has not looked at yet. */
  readonly query: string
  readonly notify: number
  readonly createdAt: string
  readonly seen: number
}

const columns = 'id, name, query, notify, created_at AS createdAt, seen'

function toSaved({ query, notify, ...row }: Row): SavedSearch {
  const { fresh, ...asked } = JSON.parse(query) as SavedQuery & Pick<SavedSearch, 'fresh'>
  return { ...row, notify: notify === 1, query: asked, fresh }
}

/** The searches that the reader keeps, the first saved first. */
export function savedSearches(store: Store): SavedSearch[] {
  return prepare<[], Row>(store, `SELECT ${columns} FROM saved_search ORDER BY created_at, id`).all().map(toSaved)
}

export function getSavedSearch(store: Store, id: number): SavedSearch | undefined {
  const row = prepare<[number], Row>(store, `SELECT ${columns} FROM saved_search WHERE id = ?`).get(id)
  return row === undefined ? undefined : toSaved(row)
}

/** Keeps a search; returns it with its id. */
export function addSavedSearch(store: Store, search: Omit<SavedSearch, 'id'>): SavedSearch {
  const { name, query, notify, createdAt, seen, fresh } = search
  const sql = 'INSERT INTO saved_search (name, query, notify, created_at, seen) VALUES (?, ?, ?, ?, ?)'
  const added = prepare(store, sql).run(name, JSON.stringify({ ...query, fresh }), Number(notify), createdAt, seen)
  return { ...search, id: Number(added.lastInsertRowid) }
}

/** Writes what of a search can be another: its name, whether it gives notices, and what was seen of it. */
export function putSavedSearch(store: Store, { id, name, query, notify, seen, fresh }: SavedSearch): void {
  const sql = 'UPDATE saved_search SET name = ?, query = ?, notify = ?, seen = ? WHERE id = ?'
  prepare(store, sql).run(name, JSON.stringify({ ...query, fresh }), Number(notify), seen, id)
}

export function removeSavedSearch(store: Store, id: number): void {
  prepare(store, 'DELETE FROM saved_search WHERE id = ?').run(id)
}

/** The id of the revision that was stored last; ids are never given twice. */
export function lastRevision(store: Store): number {
  return pluck<[], number | null>(store, 'SELECT max(id) FROM revision').get() ?? 0
}

/** Up to which revision every saved search was looked through; null where none is kept. */
export function leastSeen(store: Store): number | null {
  return pluck<[], number | null>(store, 'SELECT min(seen) FROM saved_search').get() ?? null
}

/** Revisions that were stored after one, in the order in which they were. */
export function revisionsAfter(store: Store, id: number, most: number): number[] {
  return pluck<[number, number], number>(store, 'SELECT id FROM revision WHERE id > ? ORDER BY id LIMIT ?').all(
    id,
    most
  )
}

/** What a revision was compared with; undefined for the first of an article. */
export function comparedWith(store: Store, revision: number): number | undefined {
  return pluck<[number], number>(store, 'SELECT against_id FROM change WHERE revision_id = ?').get(revision)
}

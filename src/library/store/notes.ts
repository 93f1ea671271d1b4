import type { Note, NoteAbout, NotedChange } from '../../contract/notes.ts'
import type { StoredEdit } from './changes.ts'
import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

interface NoteRow {
  readonly id: number
  readonly revision: number | null
  readonly hash: string | null
  readonly text: string
  readonly createdAt: string
  readonly updatedAt: string
}

const query = `SELECT id, revision_id AS revision, edit_hash AS hash, text,
                      created_at AS createdAt, updated_at AS updatedAt FROM note`

function toNote({ revision, hash, ...row }: NoteRow): Note {
  return { ...row, about: aboutOf(revision, hash) }
}

function aboutOf(revision: number | null, hash: string | null): NoteAbout {
  if (hash !== null) return { kind: 'change', hash }
  return revision === null ? { kind: 'article' } : { kind: 'version', revision }
}

function columnsOf(about: NoteAbout): Pick<NoteRow, 'revision' | 'hash'> {
  const revision = about.kind === 'version' ? about.revision : null
  return { revision, hash: about.kind === 'change' ? about.hash : null }
}

/** The id of the note on the same thing that was made at the same moment; undefined where there is none. */
export function sameNote(
  store: Store,
  article: number,
  { about, createdAt }: Pick<Note, 'about' | 'createdAt'>
): number | undefined {
  const { revision, hash } = columnsOf(about)
  const sql = `SELECT id FROM note WHERE article_id = ? AND created_at = ? AND revision_id IS ? AND edit_hash IS ?`
  return pluck<[number, string, number | null, string | null], number>(store, sql).get(
    article,
    createdAt,
    revision,
    hash
  )
}

/** The notes of an article, the oldest first. */
export function notesOf(store: Store, article: number): Note[] {
  return prepare<[number], NoteRow>(store, `${query} WHERE article_id = ? ORDER BY created_at, id`)
    .all(article)
    .map(toNote)
}

export function getNote(store: Store, id: number): Note | undefined {
  const row = prepare<[number], NoteRow>(store, `${query} WHERE id = ?`).get(id)
  return row === undefined ? undefined : toNote(row)
}

/** Adds a note; returns its id. One that was deleted comes back under the id it had. */
export function addNote(store: Store, article: number, note: Omit<Note, 'id'> & { readonly id?: number }): number {
  const { about, text, createdAt, updatedAt } = note
  const { revision, hash } = columnsOf(about)
  const sql = `INSERT INTO note (id, article_id, revision_id, edit_hash, text, created_at, updated_at)
               VALUES (?, ?, ?, ?, ?, ?, ?)`
  const added = prepare(store, sql).run(note.id ?? null, article, revision, hash, text, createdAt, updatedAt)
  return Number(added.lastInsertRowid)
}

export function setNote(store: Store, id: number, { text, at }: { readonly text: string; readonly at: string }): void {
  prepare(store, 'UPDATE note SET text = ?, updated_at = ? WHERE id = ?').run(text, at, id)
}

export function deleteNote(store: Store, id: number): void {
  prepare(store, 'DELETE FROM note WHERE id = ?').run(id)
}

/** The changes of an article that have notes, where a comparison of neighbouring versions has them; the first of each. */
export function notedChanges(store: Store, article: number): NotedChange[] {
  const rows = prepare<[number], { hash: string; revision: number; label: string; edits: string }>(
    store,
    `SELECT n.edit_hash AS hash, r.id AS revision, r.number || r.letter AS label, ch.edits
     FROM (SELECT DISTINCT article_id, edit_hash FROM note WHERE article_id = ? AND edit_hash IS NOT NULL) n
       JOIN edit_hash e ON e.hash = n.edit_hash JOIN revision r ON r.id = e.revision_id AND r.article_id = n.article_id
       JOIN change ch ON ch.revision_id = r.id JOIN capture c ON c.id = r.capture_id
     WHERE r.id NOT IN (SELECT revision_id FROM trash) ORDER BY c.first_at, r.id`
  ).all(article)
  const first = new Map<string, NotedChange>()
  for (const { edits, ...place } of rows) {
    const edit = (JSON.parse(edits) as readonly StoredEdit[]).find(({ hash }) => hash === place.hash)
    if (edit !== undefined && !first.has(place.hash)) first.set(place.hash, { ...place, reason: edit.reason })
  }
  return [...first.values()]
}

/** The versions of an article that have notes. */
export function notedRevisions(store: Store, article: number): ReadonlySet<number> {
  const sql = 'SELECT revision_id FROM note WHERE article_id = ? AND revision_id IS NOT NULL'
  return new Set(pluck<[number], number>(store, sql).all(article))
}

/** What was written about versions that are lost to damage is kept: as notes on their article. */
export function keepNotesOfLost(store: Store): void {
  prepare(store, 'UPDATE note SET revision_id = NULL WHERE revision_id NOT IN (SELECT id FROM revision)').run()
}

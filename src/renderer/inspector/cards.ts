import type { Note, NoteAbout } from '../../contract/notes.ts'
import type { Begun } from './begun.ts'

/** A note as it is drawn. */
export interface Card {
  readonly key: string
  readonly about: NoteAbout
  /** Null for one that the library does not have yet. */
  readonly note: Note | null
  readonly more: string
  /** When it was begun: ISO 8601 UTC. */
  readonly at: string
  readonly focus: number
}

/** The notes of an article, the newest first, and those that are not written yet before them. */
export function cardsOf(notes: readonly Note[], begun: readonly Begun[]): readonly Card[] {
  const known = new Set(notes.map(({ id }) => id))
  const waiting = begun.filter(({ id }) => id === null || !known.has(id)).map((one) => ({ ...one, note: null }))
  const stored = notes.toReversed().map((note): Card => {
    const own = begun.find(({ id }) => id === note.id)
    return own === undefined
      ? { key: String(note.id), about: note.about, note, more: '', at: note.createdAt, focus: 0 }
      : { ...own, note }
  })
  return [...waiting, ...stored]
}

import { useMemo, useState } from 'react'
import type { NoteAbout } from '../../contract/notes.ts'
import { begunNotes, placeOf } from './drafts.ts'

/** A new note; it keeps its card, and the cursor in it, when the library has it. */
export interface Begun {
  readonly key: string
  readonly article: number
  readonly about: NoteAbout
  /** When it was begun: ISO 8601 UTC. */
  readonly at: string
  /** What it is on, in words, where the library cannot say that yet. */
  readonly more: string
  /** Grows whenever it is to take the focus. */
  readonly focus: number
  /** What the library knows it as; null before it does. */
  readonly id: number | null
}

type Wanted = Pick<Begun, 'article' | 'about' | 'more'>

export interface BegunNotes {
  readonly notes: readonly Begun[]
  readonly begin: (wanted: Wanted) => void
  readonly added: (key: string, id: number) => void
  readonly gone: (key: string) => void
}

let turn = 0
const newCard = (wanted: Wanted, at: string, focus: number): Begun => {
  return { ...wanted, key: `new ${++turn}`, at, focus, id: null }
}

/** The notes that were begun in this window, and those that an earlier one left unsaved. */
export function useBegun(): BegunNotes {
  const [notes, setNotes] = useState<readonly Begun[]>(() =>
    begunNotes().map(({ at, ...note }) => newCard({ ...note, more: '' }, at, 0))
  )
  return useMemo(
    () => ({
      notes,
      begin: (wanted) => setNotes((before) => begin(before, wanted)),
      added: (key, id) => setNotes((before) => before.map((one) => (one.key === key ? { ...one, id } : one))),
      gone: (key) => setNotes((before) => before.filter((one) => one.key !== key))
    }),
    [notes]
  )
}

/** One that was begun on the same thing and is not written yet is gone on with. */
function begin(before: readonly Begun[], wanted: Wanted): readonly Begun[] {
  const place = placeOf(wanted.article, wanted.about)
  const isSame = (one: Begun) => one.id === null && placeOf(one.article, one.about) === place
  if (!before.some(isSame)) return [newCard(wanted, new Date().toISOString(), 1), ...before]
  return before.map((one) => (isSame(one) ? { ...one, focus: one.focus + 1 } : one))
}

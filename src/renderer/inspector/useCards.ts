import { useEffect, useState } from 'react'
import type { Note, NoteAbout } from '../../contract/notes.ts'
import { begunNotes, keyOfNew } from './drafts.ts'
import { useInspector } from './InspectorContext.tsx'

/** A note as it is drawn: a new one keeps its card, and the cursor in it, when the library has it. */
export interface Card {
  readonly key: string
  readonly about: NoteAbout
  readonly note: Note | null
  readonly more: string
  readonly focus: number
}

interface Fresh extends Omit<Card, 'note'> {
  readonly id: number | null
}

interface Cards {
  readonly cards: readonly Card[]
  readonly begin: (about: NoteAbout, more?: string) => void
  readonly added: (key: string, id: number) => void
  readonly gone: (key: string) => void
}

let turn = 0

const freshOf = (about: NoteAbout, more: string, focus: number): Fresh => {
  return { key: `new ${++turn}`, about, more, focus, id: null }
}

/** The notes of an article, the newest first, and those that were begun before them. */
export function useCards(article: number, notes: readonly Note[]): Cards {
  const { wanted, begun } = useInspector()
  const [fresh, setFresh] = useState<readonly Fresh[]>(() => begunNotes(article).map((about) => freshOf(about, '', 0)))
  /** One that was begun on the same thing and is not written yet is gone on with. */
  const begin = (about: NoteAbout, more = '') =>
    setFresh((before) => {
      const isSame = (one: Fresh) => one.id === null && keyOfNew(article, one.about) === keyOfNew(article, about)
      if (!before.some(isSame)) return [freshOf(about, more, 1), ...before]
      return before.map((one) => (isSame(one) ? { ...one, focus: one.focus + 1 } : one))
    })
  useEffect(() => {
    if (wanted?.article !== article) return
    begin(wanted.about, wanted.more)
    begun()
  })
  return {
    cards: cardsOf(notes, fresh),
    begin,
    added: (key, id) => setFresh((before) => before.map((one) => (one.key === key ? { ...one, id } : one))),
    gone: (key) => setFresh((before) => before.filter((one) => one.key !== key))
  }
}

function cardsOf(notes: readonly Note[], fresh: readonly Fresh[]): readonly Card[] {
  const known = new Set(notes.map(({ id }) => id))
  const waiting = fresh.filter(({ id }) => id === null || !known.has(id)).map((one) => ({ ...one, note: null }))
  const stored = notes.toReversed().map((note): Card => {
    const own = fresh.find(({ id }) => id === note.id)
    return own === undefined ? { key: String(note.id), about: note.about, note, more: '', focus: 0 } : { ...own, note }
  })
  return [...waiting, ...stored]
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Note, NoteAbout, Notes } from '../../contract/notes.ts'
import { t } from '../../catalogue/words.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { keys } from '../app/queries.ts'

export function useNotes(article: number) {
  return useQuery({
    queryKey: keys.notes(article),
    queryFn: () => valueOf(window.palimpsest.library.notes({ article }))
  })
}

export interface NoteActs {
  /** Writes a new note; answers with it. */
  readonly add: (note: { about: NoteAbout; text: string; begunAt: string }) => Promise<Note>
  readonly set: (note: number, text: string) => Promise<Note>
  /** Deletes a note, and says how to undo that. */
  readonly remove: (note: number) => void
}

/** What can be done with the notes of an article. */
export function useNoteActs(article: number): NoteActs {
  const queries = useQueryClient()
  const { act, did } = useActs()
  const { library } = window.palimpsest
  const queryKey = keys.notes(article)
  const again = () => queries.invalidateQueries({ queryKey })
  const put = (notes: (before: readonly Note[]) => readonly Note[]) =>
    queries.setQueryData<Notes>(queryKey, (known) => known && { ...known, notes: notes(known.notes) })
  const remove = async (id: number) => {
    const note = await valueOf(library.deleteNote({ note: id }))
    put((before) => before.filter((one) => one.id !== id))
    did(t('notes.deleted'), async () => {
      await valueOf(library.restoreNote({ article, note }))
      await again()
      return t('notes.restored')
    })
  }
  return {
    add: async (wanted) => {
      const note = await valueOf(library.addNote({ article, ...wanted }))
      put((before) => [...before.filter(({ id }) => id !== note.id), note])
      // The version that made a change is known to the library alone.
      if (wanted.about.kind === 'change') await again()
      return note
    },
    set: async (id, text) => {
      const note = await valueOf(library.setNote({ note: id, text }))
      put((before) => before.map((one) => (one.id === id ? note : one)))
      return note
    },
    remove: (id) => act(() => remove(id))
  }
}

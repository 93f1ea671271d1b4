import type { Handlers } from '../contract/door.ts'
import { CallFailure } from '../contract/failure.ts'
import type { Note, NoteAbout, NotesAnswers, notesRequests } from '../contract/notes.ts'
import { listedArticle } from './store/lists.ts'
import { addNote, deleteNote, getNote, notedChanges, notesOf, sameNote, setNote } from './store/notes.ts'
import type { Store } from './store/open.ts'
import { putReview, removeReview, reviewsOf } from './store/reviews.ts'
import { getRevision } from './store/revisions.ts'

/** Notes, and which changes were looked at. All of them throw `CallFailure` `not-found` for what is not there. */
export function notesHandlers(
  store: Store,
  now: () => Date
): Handlers<typeof notesRequests, NotesAnswers & Record<string, unknown>> {
  return {
    notes: ({ article }) => ({ notes: notesOf(store, article), changes: notedChanges(store, article) }),
    addNote: ({ article, about, text, begunAt }) => {
      check(store, article, about)
      const at = now().toISOString()
      const known = sameNote(store, article, { about, createdAt: begunAt })
      if (known === undefined) {
        return noteOf(store, addNote(store, article, { about, text, createdAt: begunAt, updatedAt: begunAt }))
      }
      setNote(store, known, { text, at })
      return noteOf(store, known)
    },
    setNote: ({ note, text }) => {
      if (noteOf(store, note).text !== text) setNote(store, note, { text, at: now().toISOString() })
      return noteOf(store, note)
    },
    deleteNote: ({ note }) => {
      const was = noteOf(store, note)
      deleteNote(store, note)
      return was
    },
    restoreNote: ({ article, note }) => {
      check(store, article, note.about)
      if (getNote(store, note.id) === undefined) addNote(store, article, note)
      return null
    },
    reviews: ({ article }) => reviewsOf(store, article),
    review: ({ article, hashes, reviewed }) => {
      check(store, article, { kind: 'article' })
      const at = now().toISOString()
      store
        .transaction(() => {
          for (const hash of hashes) {
            if (reviewed) putReview(store, article, { hash, at })
            else removeReview(store, article, hash)
          }
        })
        .immediate()
      return null
    }
  }
}

/** A note is on an article that is there; one on a version, on one of that article. */
function check(store: Store, article: number, about: NoteAbout): void {
  if (listedArticle(store, article) === undefined) throw new CallFailure('not-found', `article ${article}`)
  if (about.kind !== 'version') return
  if (getRevision(store, about.revision)?.article === article) return
  throw new CallFailure('not-found', `revision ${about.revision}`)
}

function noteOf(store: Store, id: number): Note {
  const note = getNote(store, id)
  if (note === undefined) throw new CallFailure('not-found', `note ${id}`)
  return note
}

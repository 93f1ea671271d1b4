import type { NoteAbout } from '../../contract/notes.ts'

/**
 * What is typed into a note lies here until the library has it: a window may close, and a disk may be full, before it does.
 */
const prefix = 'palimpsest.note.'

export const keyOfNote = (id: number): string => `${prefix}${id}`

/** What a note is on, as one word. */
export function placeOf(article: number, about: NoteAbout): string {
  const on = about.kind === 'version' ? about.revision : about.kind === 'change' ? about.hash : ''
  return `${article}.${about.kind}.${on}`
}

/** The moment it was begun goes with it: the library may have a note though the window never heard that. */
export function keyOfNew(article: number, about: NoteAbout, at: string): string {
  return `${prefix}new.${placeOf(article, about)}.${Date.parse(at)}`
}

export const draftOf = (key: string): string | null => localStorage.getItem(key)
export const keepDraft = (key: string, text: string): void => localStorage.setItem(key, text)
export const dropDraft = (key: string): void => localStorage.removeItem(key)

/** The new notes that were begun and never reached the library. */
export function begunNotes(): readonly { readonly article: number; readonly about: NoteAbout; readonly at: string }[] {
  const own = `${prefix}new.`
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(own))
    .toSorted()
    .flatMap((key) => {
      const [article = '', kind = '', on = '', at = ''] = key.slice(own.length).split('.')
      if (!/^\d+$/u.test(at)) return []
      return aboutOf(kind, on).map((about) => ({
        article: Number(article),
        about,
        at: new Date(Number(at)).toISOString()
      }))
    })
}

function aboutOf(kind: string, on: string): NoteAbout[] {
  if (kind === 'article') return [{ kind }]
  if (kind === 'version' && /^\d+$/u.test(on)) return [{ kind, revision: Number(on) }]
  return kind === 'change' && /^[0-9a-f]{16}$/u.test(on) ? [{ kind, hash: on }] : []
}

import type { NoteAbout } from '../../contract/notes.ts'

/**
 * What is typed into a note lies here until the library has it: a window may close, and a disk may be full, before it does.
 */
const prefix = 'palimpsest.note.'

export const keyOfNote = (id: number): string => `${prefix}${id}`

/** One new note at a time for each thing that it can be on. */
export function keyOfNew(article: number, about: NoteAbout): string {
  const on = about.kind === 'version' ? about.revision : about.kind === 'change' ? about.hash : ''
  return `${prefix}new.${article}.${about.kind}.${on}`
}

export const draftOf = (key: string): string | null => localStorage.getItem(key)
export const keepDraft = (key: string, text: string): void => localStorage.setItem(key, text)
export const dropDraft = (key: string): void => localStorage.removeItem(key)

/** The new notes of an article that were begun and never reached the library. */
export function begunNotes(article: number): readonly NoteAbout[] {
  const own = `${prefix}new.${article}.`
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(own))
    .toSorted()
    .flatMap((key) => aboutOf(key.slice(own.length)))
}

function aboutOf(name: string): NoteAbout[] {
  const [kind, on = ''] = name.split('.')
  if (kind === 'article') return [{ kind }]
  if (kind === 'version' && /^\d+$/u.test(on)) return [{ kind, revision: Number(on) }]
  return kind === 'change' && /^[0-9a-f]{16}$/u.test(on) ? [{ kind, hash: on }] : []
}

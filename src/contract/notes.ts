import * as z from 'zod/mini'

const id = z.int().check(z.positive())
const hash = z.string().check(z.regex(/^[0-9a-f]{16}$/))
const time = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/))

/** More characters than anybody types into one note. */
export const longestNote = 100_000
const text = z.string().check(z.maxLength(longestNote))

/** What a note is on: the article, one of its versions, or a change, by the hash of its edit (see `editHashes`). */
const about = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article') }),
  z.strictObject({ kind: z.literal('version'), revision: id }),
  z.strictObject({ kind: z.literal('change'), hash })
])
export type NoteAbout = Readonly<z.infer<typeof about>>

const note = z.strictObject({ id, about, text, createdAt: time, updatedAt: time })
/** What a reader wrote. Times are ISO 8601 UTC. */
export type Note = Readonly<z.infer<typeof note>>

/** What a reader makes of what changed: notes, and which changes were looked at. None of it is evidence. */
export const notesRequests = {
  notes: z.strictObject({ article: id }),
  /** The same note sent twice (on the same thing, begun at the same moment) is one note with the later text. */
  addNote: z.strictObject({ article: id, about, text, begunAt: time }),
  setNote: z.strictObject({ note: id, text }),
  /** Answers with what it was; `restoreNote` brings that back. */
  deleteNote: z.strictObject({ note: id }),
  restoreNote: z.strictObject({ article: id, note }),
  /** The changes of an article that were looked at. */
  reviews: z.strictObject({ article: id }),
  /** Marks changes as looked at, or takes that back. */
  review: z.strictObject({
    article: id,
    hashes: z.array(hash).check(z.minLength(1), z.maxLength(10_000)),
    reviewed: z.boolean()
  })
} as const

export interface Review {
  readonly hash: string
  /** ISO 8601 UTC. */
  readonly at: string
}

/** Where a change with a note was made, as far as the comparisons of neighbouring versions know it. */
export interface NotedChange {
  readonly hash: string
  readonly revision: number
  readonly label: string
  /** In words: `figure: 40 → 60 households`. */
  readonly reason: string
}

export interface Notes {
  /** The oldest first. */
  readonly notes: readonly Note[]
  readonly changes: readonly NotedChange[]
}

export interface NotesAnswers {
  readonly notes: Notes
  readonly addNote: Note
  readonly setNote: Note
  readonly deleteNote: Note
  readonly restoreNote: null
  readonly reviews: readonly Review[]
  readonly review: null
}

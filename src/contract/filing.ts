import * as z from 'zod/mini'

const id = z.int().check(z.positive())
/** A folder's name; what is only spaces is none. */
const folder = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/\S/u))
const name = z.string().check(z.minLength(1), z.maxLength(300), z.regex(/\S/u))
const moves = z.array(z.strictObject({ source: id, folder: z.nullable(folder) })).check(z.maxLength(100_000))

/** What a window may ask of folders: sources lie in them, with all their articles. */
export const filingRequests = {
  /** Puts sources into folders, and makes or drops folders; answers what takes that back. */
  file: z.strictObject({ moves, make: z.array(folder), drop: z.array(folder) }),
  /** Names a folder anew; null takes it away, and its sources go one up. Answers what takes that back. */
  renameFolder: z.strictObject({ folder, to: z.nullable(folder) }),
  /** Names a source anew. Null where another source of that site has the name; else the name it had. */
  renameSource: z.strictObject({ source: id, name })
} as const

/** Where sources are to lie, which folders are to be there and which are not. */
export interface Filing {
  readonly moves: readonly { readonly source: number; readonly folder: string | null }[]
  readonly make: readonly string[]
  readonly drop: readonly string[]
}

export interface FilingAnswers {
  readonly file: Filing
  readonly renameFolder: Filing
  readonly renameSource: string | null
}

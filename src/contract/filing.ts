import * as z from 'zod/mini'

const id = z.int().check(z.positive())
/** A folder's name; what is only spaces is none. */
const folder = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/\S/u))
const name = z.string().check(z.minLength(1), z.maxLength(300), z.regex(/\S/u))
const moves = z.array(z.strictObject({ source: id, folder: z.nullable(folder) })).check(z.maxLength(100_000))

const most = 100_000
const marks = z.strictObject({
  stars: z.array(z.strictObject({ article: id, starred: z.boolean() })).check(z.maxLength(most)),
  reads: z
    .array(
      z.strictObject({
        article: id,
        to: z.union([
          z.enum(['all', 'newest']),
          z.strictObject({ until: z.nullable(z.string().check(z.maxLength(40))) })
        ])
      })
    )
    .check(z.maxLength(most))
})
/** Stars, and up to where articles are read, of many articles at once. */
export type Marks = z.output<typeof marks>

/** What a window may ask of many articles at once, and of folders: sources lie in them, with all their articles. */
export const filingRequests = {
  /** Marks many articles; answers what takes that back. Those that are gone are left out. */
  markMany: marks,
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
  readonly markMany: Marks
  readonly file: Filing
  readonly renameFolder: Filing
  readonly renameSource: string | null
}

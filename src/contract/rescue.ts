import * as z from 'zod/mini'

/** What a window may ask of the library process whether or not a library is open: the ways out of trouble. */
export const rescueRequests = {
  /** The copies of the library that can be put in its place, the newest first. */
  copies: z.strictObject({}),
  /** Puts a copy in the library's place; what was there is kept, and is a copy itself from then on. */
  restoreCopy: z.strictObject({ copy: z.string().check(z.minLength(1), z.maxLength(255), z.regex(/^[^/\\]+$/)) }),
  /** Makes a new library of what can be read of a damaged one, and opens that; the damaged file is kept. */
  repair: z.strictObject({}),
  /** Looks whether the library can be written again. */
  tryAgain: z.strictObject({}),
  /** Opens a library that cannot be written, from a copy, for as long as the application runs. */
  openForReading: z.strictObject({})
} as const

export interface LibraryCopy {
  /** The name of its file. */
  readonly name: string
  /** Made daily; made before the library changed its format; set aside when another copy took its place. */
  readonly kind: 'backup' | 'before-update' | 'replaced'
  /** When it was made: ISO 8601 UTC. */
  readonly at: string
  readonly bytes: number
  /** How many versions it holds; null where that cannot be read. */
  readonly versions: number | null
}

export interface CopyRestored {
  /** The name under which the library as it was before is kept; null where there was none. */
  readonly kept: string | null
  readonly versions: number | null
}

interface Share {
  readonly saved: number
  readonly lost: number
}

/** What came out of a damaged library. */
export interface Repaired {
  readonly articles: Share
  readonly versions: Share
  readonly captures: Share
  /** Raw pages. */
  readonly bodies: Share
  /** The name under which the damaged file is kept. */
  readonly kept: string
}

export interface RescueAnswers {
  readonly copies: readonly LibraryCopy[]
  readonly restoreCopy: CopyRestored
  readonly repair: Repaired
  readonly tryAgain: null
  readonly openForReading: null
}

import * as z from 'zod/mini'
import type { EditKind } from '../domain/diff/comparison.ts'

/** Where else an edit was made: one edit by its hash, or all that matter in a revision. */
export const twinsRequest = z.union([
  z.strictObject({ hash: z.string().check(z.regex(/^[0-9a-f]{16}$/)) }),
  z.strictObject({ revision: z.int().check(z.positive()) })
])
export type TwinsRequest = z.infer<typeof twinsRequest>

/** A revision that made an edit, and the window in which it did. */
export interface TwinPlace {
  readonly article: number
  readonly source: string
  readonly headline: string
  readonly revision: number
  readonly label: string
  /** Last seen as before, and first seen like this: ISO 8601 UTC. */
  readonly lastSeenBefore: string | null
  readonly at: string
}

/** One edit and everywhere it was made, the earliest window first. */
export interface TwinEdit {
  readonly hash: string
  readonly kinds: readonly EditKind[]
  readonly reason: string
  readonly articles: number
  readonly places: readonly TwinPlace[]
}

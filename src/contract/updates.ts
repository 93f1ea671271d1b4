import * as z from 'zod/mini'

export const updateRequests = {
  /** Whether new versions are looked for by themselves, and where. */
  updates: z.strictObject({}),
  setUpdates: z.strictObject({ on: z.boolean() }),
  /** Asks now, whatever was chosen. */
  findUpdate: z.strictObject({})
} as const

export interface Updates {
  readonly on: boolean
  /** Whom this build asks, `example.org`; null where it has no address. */
  readonly from: string | null
}

/** Why nobody can say whether there is a new version. */
type UpdateTrouble = 'no-address' | 'unreachable' | 'slow' | 'insecure' | 'too-large' | 'unreadable'

/** What asking for a new version came to. */
export type UpdateFound =
  | { readonly found: 'none' }
  | { readonly found: 'failed'; readonly why: UpdateTrouble }
  | {
      readonly found: 'newer'
      readonly version: string
      readonly notes: string
      /** Of the download, in bytes; null where it is not said. */
      readonly size: number | null
      /** Where it can be downloaded. */
      readonly page: string
    }

export interface UpdateAnswers {
  readonly updates: Updates
  readonly setUpdates: Updates
  readonly findUpdate: UpdateFound
}

import * as z from 'zod/mini'
import type { Verification } from '../domain/verification.ts'

/** Whether what is stored is what was stored. */
export const verifyingRequests = {
  /** Walks through one article, or the whole library. */
  verify: z.strictObject({ article: z.optional(z.int().check(z.positive())) }),
  lastVerified: z.strictObject({})
} as const

/** The last walk through the whole library, and the last look at the ends of all chains; null where there was none. */
export interface LastVerified {
  readonly all: Verification | null
  readonly newest: Verification | null
}

export interface VerifyingAnswers {
  readonly verify: Verification
  readonly lastVerified: LastVerified
}

export interface VerifyingEvents {
  /** How many articles the walk through the whole library has done. */
  readonly verifying: { readonly done: number; readonly total: number }
  readonly verified: Verification
}

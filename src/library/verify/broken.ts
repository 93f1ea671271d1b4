import type { Finding } from '../../domain/verification.ts'
import type { RevisionEvidence } from '../store/evidence.ts'

/** What of an article broke, before anybody asked for the article's name. */
export type Broken = Omit<Finding, 'article'>

export const broken = (reason: Broken['reason'], seq: number | null, detail = ''): Broken => ({
  seq,
  version: null,
  reason,
  detail
})

/** The same about a version. */
export const brokenVersion = (reason: Broken['reason'], revision: RevisionEvidence, detail = ''): Broken => ({
  ...broken(reason, revision.seq, detail),
  version: `${revision.number}${revision.letter}`
})

/** Whatever stops a look at something is a finding: damaged bytes can make any part of the program fail. */
export function attempted(look: () => Broken | null, seq: number | null = null): Broken | null {
  try {
    return look()
  } catch (error) {
    return broken('unreadable', seq, wordsOf(error))
  }
}

export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Damaged rows can hold anything, whatever their type says. */
export function sameBytes(stored: unknown, expected: Buffer): boolean {
  return stored instanceof Uint8Array && expected.equals(stored)
}

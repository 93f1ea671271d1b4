import type { Content } from '../revision.ts'
import type { Disclosure, FoundEdit, Hunk } from '../diff/comparison.ts'
import { admittedBy } from './admit.ts'
import { candidatesOf } from './candidates.ts'
import { isNewlyUpdated, noted } from './noted.ts'
import { newStatements } from './notes.ts'

/** What was found between two revisions. */
export interface FoundChanges {
  readonly older: Content
  readonly newer: Content
  readonly hunks: readonly Hunk[]
  readonly edits: readonly FoundEdit[]
}

/**
 * For each edit whether the page owns up to it. A note that came, or says more than before, admits only what it names; all
 * else is silent, also where the page shows a new time of update. Where nothing but the date in the metadata changed, that
 * is all the page admits of any of them.
 */
export function disclose({ older, newer, hunks, edits }: FoundChanges): Disclosure[] {
  const statements = newStatements(older, newer)
  const candidates = statements.length === 0 ? [] : candidatesOf(hunks, edits).filter(({ edit }) => !isOwnWord(edit))
  const admitted = new Set(statements.flatMap((each) => admittedBy(each, candidates)).map(({ index }) => index))
  const unnamed = !noted(older, newer) && isNewlyUpdated(older, newer, 'metadata') ? 'metadata-only' : 'silent'
  return edits.map((edit, index) => (isOwnWord(edit) || admitted.has(index) ? 'noted' : unnamed))
}

/** A note, or a line of the page about its own time, that the page shows now: nothing is hidden by it. */
function isOwnWord({ kinds, after }: FoundEdit): boolean {
  return after !== '' && (kinds.includes('correction-note') || kinds.includes('date-claim'))
}

import { noted } from '../domain/disclosure.ts'
import { firstText } from '../domain/revision.ts'
import { changePhrase } from '../domain/summary.ts'
import type { State } from './exchange/document.ts'
import { addCapture, hasCapture, type CaptureFacts } from './store/captures.ts'
import { putChange } from './store/changes.ts'
import type { Store } from './store/open.ts'
import { addRevision, contentHash, neighbours } from './store/revisions.ts'
import { compareRevisions } from './compare.ts'

/** What became of a state: a new revision, an observation without one, or nothing because it was stored before. */
export type Added = 'revision' | 'observation' | 'known'

/** Where a state came from when it was not our own check. */
export interface Origin {
  readonly origin: string
  readonly bodyHash: Buffer | null
}

/**
 * Stores one observation of an article, and the revision it shows if its text differs from the one before it in time.
 * Adding the same observation again changes nothing. Runs inside the caller's transaction.
 */
export function addState(store: Store, article: number, state: State, origin: Origin): Added {
  const facts: CaptureFacts = { ...state, ...origin }
  if (hasCapture(store, article, facts)) return 'known'
  const { content } = state
  if (content === null) {
    addCapture(store, article, facts)
    return 'observation'
  }
  const { before, after } = neighbours(store, article, state.at)
  if (before?.textHash.equals(contentHash(content)) === true) {
    addCapture(store, article, { ...facts, outcome: 'unchanged' })
    return 'observation'
  }
  const revision = addRevision(store, article, addCapture(store, article, facts), content)
  if (before !== undefined) deriveChange(store, before.id, revision)
  if (after !== undefined) deriveChange(store, revision, after.id)
  return 'revision'
}

/** Works out what changed between two neighbouring revisions and keeps it for the list and the timeline. */
function deriveChange(store: Store, older: number, newer: number): void {
  const { older: before, newer: after, comparison } = compareRevisions(store, older, newer)
  putChange(store, older, {
    revision: newer,
    wordsAdded: comparison.wordsAdded,
    wordsRemoved: comparison.wordsRemoved,
    minor: comparison.edits.every(({ minor, folded }) => minor || folded),
    headlineChanged: firstText(before, 'headline') !== firstText(after, 'headline'),
    noted: noted(before, after),
    summary: changePhrase(comparison)
  })
}

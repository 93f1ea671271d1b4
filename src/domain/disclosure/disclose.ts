import type { Disclosure, FoundEdit, Hunk } from '../diff/comparison.ts'
import { admittedBy } from './admit.ts'
import { candidatesOf } from './candidates.ts'
import type { FoundChanges } from './found-changes.ts'
import { isNewlyUpdated } from './noted.ts'
import { newlySaid } from './notes.ts'

/**
 * For each edit whether the page owns up to it. A note that came, or says more than before, admits only what it names; all
 * else is silent, also where the page shows a new time of update. Where nothing but the date in the metadata changed, that
 * is all the page admits of any of them.
 */
export function disclose(found: FoundChanges): Disclosure[] {
  const { older, newer, hunks, edits } = found
  const { statements, at } = newlySaid(found)
  const own = edits.map((edit) => isOwnWord(edit) || standsAt(hunks[edit.hunk], at))
  const candidates = statements.length === 0 ? [] : candidatesOf(found).filter(({ index }) => !own[index]!)
  const admitted = new Set(statements.flatMap((each) => admittedBy(each, candidates)).map(({ index }) => index))
  const isNoted = at.size > 0 || isNewlyUpdated(older, newer, 'visible')
  const rest = !isNoted && isNewlyUpdated(older, newer, 'metadata') ? 'metadata-only' : 'silent'
  return edits.map((_, index) => (own[index]! || admitted.has(index) ? 'noted' : rest))
}

/** A note, or a line of the page about its own time, that the page shows now: nothing is hidden by it. */
function isOwnWord({ kinds, after }: FoundEdit): boolean {
  return after !== '' && (kinds.includes('correction-note') || kinds.includes('date-claim'))
}

function standsAt(hunk: Hunk | undefined, places: ReadonlySet<number>): boolean {
  return hunk !== undefined && 'new' in hunk && [hunk.new].flat().some((place) => places.has(place))
}

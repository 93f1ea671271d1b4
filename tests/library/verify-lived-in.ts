import { emptying } from '../../src/library/purge.ts'
import type { Store } from '../../src/library/store/open.ts'
import { pluck } from '../../src/library/store/statement.ts'
import { deleting, doomedArticles, doomedRevisions, restoring } from '../../src/library/trash.ts'
import type { Dice } from '../crash/dice.ts'
import { addRandomStates, editLibrary, randomLibrary } from './verify-library.ts'

const act = { at: '2026-02-01T00:00:00.000Z', reason: 'reader' } as const

/** A clean library that somebody added to, brought late captures to, deleted from and restored to, again and again. */
export function livedInLibrary(seed: number): string {
  const path = randomLibrary(seed, 6)
  for (let turn = 0; turn < seed % 3; turn++) editLibrary(path, seed * 10 + turn, liveOn)
  return path
}

/** Some versions and an article go to Recently deleted; then some comes back, or all goes for good; then life goes on. */
function liveOn(store: Store, roll: Dice): void {
  const revisions = pluck<[], number>(store, 'SELECT id FROM revision').all()
  exhaust(
    deleting(
      store,
      doomedRevisions(
        store,
        revisions.filter(() => roll(6) === 0)
      ),
      act
    )
  )
  const [article] = listed(store)
  if (article !== undefined && roll(2) === 0) exhaust(deleting(store, doomedArticles(store, [article]), act))
  const [deletion] = pluck<[], number>(store, 'SELECT id FROM deletion').all()
  if (deletion !== undefined && roll(3) === 0) exhaust(restoring(store, deletion))
  if (roll(2) === 0) exhaust(emptying(store, new Date(act.at)))
  for (const one of listed(store)) addRandomStates(store, one, { roll, states: roll(4), past: [] })
}

/** Deletes versions, and then what was deleted for good. */
export function deleteForGood(store: Store, revisions: readonly number[]): void {
  exhaust(deleting(store, doomedRevisions(store, revisions), act))
  exhaust(emptying(store, new Date(act.at)))
}

const listed = (store: Store): number[] =>
  pluck<[], number>(store, 'SELECT article_id FROM listing ORDER BY article_id').all()

function exhaust(steps: Iterator<unknown>): void {
  while (steps.next().done !== true);
}

import type { Events } from '../contract/contract.ts'
import { resting } from './slices.ts'
import { mergingSearch } from './store/compact.ts'
import { Damage } from './store/damage.ts'
import type { Store } from './store/open.ts'
import { indexParts, reindex, unindexedArticles } from './store/search-index.ts'
import type { UpkeepTask } from './upkeep.ts'

export interface IndexingOptions {
  readonly store: Store
  readonly tell: <K extends keyof Events>(event: K, payload: Events[K]) => void
  readonly canWrite: () => boolean
}

/** How many articles were put into the search index, and how many could not be, because their text is damaged. */
export interface Indexed {
  readonly articles: number
  readonly damaged: number
}

/**
 * Puts into the search index what is not in it: every article after a migration or a salvage, or when the rules by which
 * texts become words changed. At every look, because it may have to stop when the disk is full.
 */
export function indexingTask({ store, tell, canWrite }: IndexingOptions): UpkeepTask {
  return {
    name: 'index',
    period: 1,
    run: async (signal) => {
      const done = await resting(indexing(store, canWrite), signal)
      if (done.articles > 0) tell('changed', { articles: [] })
      return { ...done, merged: await resting(merging(store, canWrite), signal) }
    }
  }
}

/** One article a step, each in a transaction of its own. */
export function* indexing(store: Store, canWrite: () => boolean): Generator<void, Indexed> {
  const done = { articles: 0, damaged: 0 }
  for (const article of unindexedArticles(store)) {
    if (!canWrite()) break
    done[indexOne(store, article) ? 'articles' : 'damaged']++
    yield
  }
  return done
}

/** With so many parts looking into the index costs a tenth of what it does with three times as many. */
const mostParts = 6

/** Makes one part of an index that has come to lie in many, as after a long import: a few pages a step. */
export function* merging(store: Store, canWrite: () => boolean): Generator<void, boolean> {
  if (indexParts(store) <= mostParts) return false
  for (const _ of mergingSearch(store)) {
    if (!canWrite()) break
    yield
  }
  return true
}

/** A damaged text is left out; verifying tells of it. */
function indexOne(store: Store, article: number): boolean {
  try {
    store.transaction(() => reindex(store, article)).immediate()
    return true
  } catch (error) {
    if (error instanceof Damage) return false
    throw error
  }
}

import type { Events } from '../contract/contract.ts'
import { bringInStep } from './derived.ts'
import { resting } from './slices.ts'
import { staleArticles } from './store/changes.ts'
import { mergingSearch } from './store/compact.ts'
import { Damage } from './store/damage.ts'
import type { Store } from './store/open.ts'
import { indexParts, unindexedArticles } from './store/search-index.ts'

export interface IndexingOptions {
  readonly store: Store
  readonly tell: <K extends keyof Events>(event: K, payload: Events[K]) => void
  readonly canWrite: () => boolean
}

/** How many articles were brought in step, and how many could not be, because their text is damaged. */
export interface Indexed {
  readonly articles: number
  readonly damaged: number
}

/**
 * Derives what is behind the evidence: after a large import, a migration or a salvage, or when the rules of comparing, or
 * those by which texts become words, changed. At every look, because it may have to stop when the disk is full.
 */
export async function bringAllInStep(
  { store, tell, canWrite }: IndexingOptions,
  signal: AbortSignal
): Promise<Indexed & { readonly merged: boolean }> {
  const done = await resting(
    indexing(store, canWrite, () => tell('changed', { articles: [] })),
    signal
  )
  return { ...done, merged: await resting(merging(store, canWrite), signal) }
}

/** After so many articles, and at the end, windows are told to look again. */
const told = 500

/** One article a step, each in a transaction of its own. */
export function* indexing(store: Store, canWrite: () => boolean, tell: () => void): Generator<void, Indexed> {
  const done = { articles: 0, damaged: 0 }
  for (const article of new Set([...unindexedArticles(store), ...staleArticles(store)])) {
    if (!canWrite()) break
    done[deriveOne(store, article) ? 'articles' : 'damaged']++
    if (done.articles % told === told - 1) tell()
    yield
  }
  if (done.articles > 0) tell()
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

/** Brings one article in step; false where its text is damaged: it is left out, and verifying tells of it. */
export function deriveOne(store: Store, article: number): boolean {
  try {
    store.transaction(() => bringInStep(store, article)).immediate()
    return true
  } catch (error) {
    if (error instanceof Damage) return false
    throw error
  }
}

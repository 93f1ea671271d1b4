import { hitsOf } from './hits.ts'
import type { Scope, Term } from './query.ts'

/** A part of a text, as far as a search looks at it. */
export interface SearchedBlock {
  readonly text: string
  readonly isHeadline: boolean
}

/** What one version took out of the one before it and put in, and what stands in both. */
export interface Turnover {
  readonly gone: readonly SearchedBlock[]
  readonly fresh: readonly SearchedBlock[]
  readonly kept: readonly SearchedBlock[]
  /** Nothing was seen before this version: then nothing was taken out of a text or put into it. */
  readonly isFirst: boolean
}

export interface ScopedTerm {
  readonly term: Term
  readonly scope: Scope
}

/**
 * Of each term whether this very step made it match: `removed:` where it stands less often than before, `added:` where it
 * stands more often, and else where it came to stand and did not before. Only what changed is read, and what did not where
 * a term came.
 */
export function arrivals(terms: readonly ScopedTerm[], { gone, fresh, kept, isFirst }: Turnover): readonly boolean[] {
  const plain = terms.map(({ term }) => term)
  const [left, come] = [timesIn(gone, plain), timesIn(fresh, plain)]
  return terms.map(({ term, scope }, i) => {
    const [out, into] = [left.all[i]!, come.all[i]!]
    if (scope === 'removed') return !isFirst && out > into
    if (scope === 'added') return !isFirst && into > out
    if (scope === 'headline') return come.headlines[i]! > 0 && left.headlines[i] === 0
    return into > 0 && out === 0 && timesIn(kept, [term]).all[0] === 0
  })
}

interface Times {
  readonly all: readonly number[]
  readonly headlines: readonly number[]
}

/** How often each term stands in blocks, each of which is read once. */
function timesIn(blocks: readonly SearchedBlock[], terms: readonly Term[]): Times {
  const all = terms.map(() => 0)
  const headlines = terms.map(() => 0)
  for (const { text, isHeadline } of blocks) {
    for (const { term } of hitsOf(text, terms)) {
      all[term]!++
      if (isHeadline) headlines[term]!++
    }
  }
  return { all, headlines }
}

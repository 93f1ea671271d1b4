import type { Hit } from './hits.ts'

interface Cluster {
  readonly start: number
  readonly end: number
  readonly terms: number
}

/**
 * Where most terms stand within `length` UTF-16 units; of several such places the tightest, of those the first. `hits` are
 * ordered by where they begin. Without hits the beginning of the text.
 */
export function closest(hits: readonly Hit[], length: number): { readonly start: number; readonly end: number } {
  const inside = new Map<number, number>()
  let best: Cluster = { start: 0, end: 0, terms: 0 }
  let first = 0
  for (const [index, { term, end }] of hits.entries()) {
    count(inside, term, 1)
    for (; first < index; first++) {
      const left = hits[first]!
      if (end - left.start <= length && inside.get(left.term) === 1) break
      count(inside, left.term, -1)
    }
    const cluster = { start: hits[first]!.start, end, terms: inside.size }
    if (isBetter(cluster, best)) best = cluster
  }
  return best
}

function count(inside: Map<number, number>, term: number, change: 1 | -1): void {
  const now = (inside.get(term) ?? 0) + change
  if (now === 0) inside.delete(term)
  else inside.set(term, now)
}

/** One term alone is shown where it stands first. */
function isBetter(one: Cluster, other: Cluster): boolean {
  if (one.terms !== other.terms) return one.terms > other.terms
  return one.terms > 1 && one.end - one.start < other.end - other.start
}

/** Two positions that may belong together, and how much they weigh if they do. */
export interface Link {
  readonly old: number
  readonly new: number
  readonly weight: number
}

/**
 * The heaviest set of links in which both positions only ever increase, in order. With equal weights this is the longest
 * increasing subsequence, so what it leaves out is the fewest that had to move. n log n.
 */
export function heaviestChain<L extends Link>(links: readonly L[]): L[] {
  const sorted = [...links].sort((one, other) => one.old - other.old || other.new - one.new)
  const size = sorted.reduce((most, link) => Math.max(most, link.new + 1), 0)
  const best = new Int32Array(size + 1).fill(-1)
  const total: number[] = []
  const previous: number[] = []
  sorted.forEach((link, index) => {
    const before = bestUpTo(best, total, link.new)
    total.push(link.weight + (before < 0 ? 0 : total[before]!))
    previous.push(before)
    offer(best, total, link.new + 1, index)
  })
  const chain: L[] = []
  for (let at = bestUpTo(best, total, size); at >= 0; at = previous[at]!) chain.push(sorted[at]!)
  return chain.reverse()
}

/** A Fenwick tree: the heaviest chain that ends at one of the first `count` new positions, or -1. */
function bestUpTo(best: Int32Array, total: readonly number[], count: number): number {
  let found = -1
  for (let at = count; at > 0; at -= at & -at) {
    const candidate = best[at]!
    if (candidate >= 0 && (found < 0 || total[candidate]! > total[found]!)) found = candidate
  }
  return found
}

function offer(best: Int32Array, total: readonly number[], from: number, index: number): void {
  for (let at = from; at < best.length; at += at & -at) {
    if (best[at]! < 0 || total[index]! > total[best[at]!]!) best[at] = index
  }
}

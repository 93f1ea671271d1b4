import type { Alignment } from './align.ts'
import type { Bond } from './pieces.ts'

/** One step from the older to the newer revision, as positions alone. */
export type Step =
  | { readonly op: 'pair'; readonly bond: Bond }
  | { readonly op: 'moved'; readonly old: number; readonly new: number; readonly direction: 'up' | 'down' }
  | { readonly op: 'moved-away'; readonly old: number; readonly new: number }
  | { readonly op: 'removed'; readonly old: number }
  | { readonly op: 'added'; readonly new: number }

/** The steps in the order of the newer revision; what was removed stands where it was, before what was added there. */
export function layOut({ kept, moved }: Alignment, olds: number, news: number): Step[] {
  const steps: Step[] = []
  const away = new Map(moved.map((bond) => [bond.old[0]!, bond.new[0]!]))
  const here = new Map(moved.map((bond) => [bond.new[0]!, bond.old[0]!]))
  const rank = ranks(kept)
  let at = { old: 0, new: 0 }
  for (const bond of [...kept, null]) {
    for (let old = at.old; old < (bond?.old[0] ?? olds); old++) {
      const to = away.get(old)
      steps.push(to === undefined ? { op: 'removed', old } : { op: 'moved-away', old, new: to })
    }
    for (let to = at.new; to < (bond?.new[0] ?? news); to++) {
      const old = here.get(to)
      if (old === undefined) steps.push({ op: 'added', new: to })
      else steps.push({ op: 'moved', old, new: to, direction: rank.new(to) < rank.old(old) ? 'up' : 'down' })
    }
    if (bond === null) break
    steps.push({ op: 'pair', bond })
    at = { old: bond.old.at(-1)! + 1, new: bond.new.at(-1)! + 1 }
  }
  return steps
}

/** How many kept blocks stand before a position, on either side; with the position itself to break ties. */
function ranks(kept: readonly Bond[]) {
  const before = (starts: readonly number[]) => (at: number) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle]! < at) low = middle + 1
      else high = middle
    }
    return low + at / 1e9
  }
  return { old: before(kept.map((bond) => bond.old[0]!)), new: before(kept.map((bond) => bond.new[0]!)) }
}

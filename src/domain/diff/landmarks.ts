import { heaviestChain, type Link } from './chain.ts'
import type { Change, Sequence } from './sequence.ts'

/** Lengths of the stretches tried as landmarks, longest first: long ones are hardly ever chance. */
const lengths = [6, 3, 2, 1]
/** So many single ones agree on an order by more than chance. */
const fewestSingles = 3

/** Stretches of a length that occur once on both sides, in the same order on both. */
export interface Landmarks {
  readonly places: readonly Link[]
  readonly length: number
}

/** The landmarks of the greatest length that an area has; null where it has none. Linear, but for their order. */
export function landmarksIn(older: Sequence, newer: Sequence, area: Change): Landmarks | null {
  for (const length of lengths) {
    const olds = singleStretches(older.subarray(area.oldFrom, area.oldTo), length)
    const news = singleStretches(newer.subarray(area.newFrom, area.newTo), length)
    const links: Link[] = []
    for (const [hash, at] of olds) {
      const found = news.get(hash)
      if (at < 0 || found === undefined || found < 0) continue
      const link = { old: area.oldFrom + at, new: area.newFrom + found, weight: 1 }
      if (isSame(older, newer, link, length)) links.push(link)
    }
    const places = heaviestChain(links)
    if (places.length >= (length === 1 ? fewestSingles : 1)) return { places, length }
  }
  return null
}

/** Where each stretch of a length begins, by its hash; -1 for one that occurs more than once. */
function singleStretches(sequence: Sequence, length: number): Map<number, number> {
  const found = new Map<number, number>()
  for (let at = 0; at + length <= sequence.length; at++) {
    let hash = 0
    for (let step = 0; step < length; step++) hash = (Math.imul(hash, 0x01000193) ^ sequence[at + step]!) | 0
    found.set(hash, found.has(hash) ? -1 : at)
  }
  return found
}

function isSame(older: Sequence, newer: Sequence, { old, new: to }: Link, length: number): boolean {
  for (let step = 0; step < length; step++) if (older[old + step] !== newer[to + step]) return false
  return true
}

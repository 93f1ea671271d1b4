import type { Element } from '../tree.ts'
import type { Part, Path, Segment } from './segment.ts'
import { bodyNames } from './names.ts'
import { isProse, linkShare, sizeOf } from './prose.ts'
import { namesOf } from './shape.ts'
import { attribute } from '../tree.ts'

/** A named part that holds more than this share of a page's prose is the text, whatever it is called. */
const excused = 0.5
/** And parts of one name that hold this share together. */
const mostAlike = 0.7

/** The parts that are not the article; those that hold most of the prose are excused, the others keep their name. */
export function partsThatCount(segments: readonly Segment[], only?: ReadonlySet<string>): ReadonlySet<Element> {
  const inside = new Map<Element, number>()
  const alike = new Map<string, number>()
  let total = 0
  for (const segment of segments) {
    if (!isProse(segment)) continue
    const size = sizeOf(segment.text)
    total += size
    for (const { element } of segment.parts) inside.set(element, (inside.get(element) ?? 0) + size)
    for (const why of new Set(segment.parts.map((part) => part.why))) alike.set(why, (alike.get(why) ?? 0) + size)
  }
  const counting = new Set<Element>()
  for (const { parts } of segments)
    for (const { element, step, why } of parts) {
      const isMost = (inside.get(element) ?? 0) > total * excused || (alike.get(why) ?? 0) > total * mostAlike
      if (!isMost && only?.has(step) !== false) counting.add(element)
    }
  return counting
}

/** The first part around a segment that counts; undefined where it stands in none. */
export const partAround = ({ parts }: Segment, counting: ReadonlySet<Element>): Part | undefined =>
  parts.find(({ element }) => counting.has(element))

interface Sum {
  readonly path: Path
  gain: number
  prose: number
}

/**
 * The element that holds the text: the one whose prose outweighs by most what it holds besides (a maximum over the sums of
 * gains, the deepest of equals). Null where a page has no prose at all.
 */
export function rootOf(segments: readonly Segment[], gainOf: (segment: Segment) => number): Element | null {
  const sums = new Map<Element, Sum>()
  for (const segment of segments) {
    const gain = gainOf(segment)
    if (gain === 0) continue
    for (let at: Path | null = segment.path; at !== null; at = at.above) {
      const sum = sums.get(at.element) ?? { path: at, gain: 0, prose: 0 }
      sum.gain += gain
      if (gain > 0) sum.prose += gain
      sums.set(at.element, sum)
    }
  }
  let best: Sum | null = null
  for (const sum of sums.values()) {
    if (sum.gain <= 0) continue
    if (best === null || weight(sum) > weight(best) || (weight(sum) === weight(best) && sum.path.depth > best.path.depth)) best = sum
  }
  return best === null ? null : widened(best, sums).path.element
}

/** A text of fewer words is likely a part of one. */
const fewWords = 120

/** A short text that stands among more of its kind is a part of it: up to where there is half as much again. */
function widened(best: Sum, sums: ReadonlyMap<Element, Sum>): Sum {
  let root = best
  for (let at = best.path.above; at !== null && root.prose < fewWords; at = at.above) {
    const sum = sums.get(at.element)!
    if (sum.prose >= root.prose * 1.5) root = sum
  }
  return root
}

/** What an element says of itself counts a little: enough to decide between a text and the same with its surroundings. */
function weight({ path, gain }: Sum): number {
  const { element } = path
  if (attribute(element, 'itemprop') === 'articleBody') return gain * 1.3
  if (element.tagName === 'article') return gain * 1.08
  if (element.tagName === 'main' || attribute(element, 'role') === 'main') return gain * 1.03
  return namesOf(element).some(({ word }) => bodyNames.has(word)) ? gain * 1.05 : gain
}

/** What a segment speaks for: its words where it is prose, against the place where it is not. */
export function plainGain(segment: Segment): number {
  if (segment.kind === 'image' || segment.kind === 'embed' || segment.kind === 'caption') return 0
  const size = sizeOf(segment.text)
  if (isProse(segment)) return size * (1 - linkShare(segment))
  if (segment.kind === 'heading') return linkShare(segment) > 0.5 ? -8 : 0
  if (linkShare(segment) > 0.5) return -4 - Math.min(20, size)
  return segment.kind === 'list-item' || segment.kind === 'table-row' ? size * 0.2 : -2
}

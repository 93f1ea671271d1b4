import type { Body, BodyHints, FoundBlock } from '../body.ts'
import type { Element } from '../tree.ts'
import { findFurniture } from './furnish.ts'
import type { Outline, Part, Segment } from './outline.ts'
import { Removals } from './removal.ts'
import { chooseRoot } from './root.ts'
import { tailFrom } from './tail.ts'
import { toldBy } from './told.ts'
import { furnitureText, isHeadline, labelsIn, proseStretch } from './trim.ts'
import type { Furniture } from './words.ts'
import { prefixSums, worthOf } from './worth.ts'

/** How strictly furniture is left out. */
export interface Strictness {
  /** Whether this kind of furniture is left out at all. */
  readonly leavesOut: (rule: Furniture) => boolean
}

/** A reading of a page, and how much prose it found, in letters. */
export interface Attempt extends Body {
  readonly prose: number
}

/** Reads a page's body with rules of a certain strictness. */
export function attempt(outline: Outline, hints: BodyHints, { leavesOut }: Strictness): Attempt {
  const removals = new Removals()
  const told = toldBy(hints.articleBody, outline.segments)
  const out = withoutFurniture(outline, removals, { leavesOut, told })
  const root = rootOf(outline, out, told)
  if (root === null) return { blocks: [], root: null, removals: removals.all, prose: 0 }
  const kept = chosen(outline.segments, { root, out, told, hints, removals })
  const prose = kept.reduce((sum, segment) => sum + Math.max(0, worthOf(segment)), 0)
  return { blocks: kept.map(blockOf), root: root.element, removals: removals.all, prose }
}

type Told = ReadonlySet<Segment> | null

function withoutFurniture(
  outline: Outline,
  removals: Removals,
  { leavesOut, told }: Strictness & { told: Told }
): Uint8Array {
  const { parts, segments } = outline
  const goods = prefixSums(
    segments.map((segment) => Math.max(0, worthOf(segment)) * (told?.has(segment) === true ? 3 : 1))
  )
  const plain = prefixSums(segments.map((segment) => Math.max(0, worthOf(segment))))
  const tells = prefixSums(segments.map((segment) => (told?.has(segment) === true ? Math.max(0, worthOf(segment)) : 0)))
  const titles = prefixSums(parts.map(({ element }) => (element.tagName === 'h1' ? 1 : 0)))
  const holding = {
    of: ({ first, end }: Part): number => goods[end]! - goods[first]!,
    total: Math.max(1, goods.at(-1)!),
    isTold: (at: number) =>
      tells[parts[at]!.end]! - tells[parts[at]!.first]! > (plain[parts[at]!.end]! - plain[parts[at]!.first]!) / 2,
    hasTitle: (at: number) => titles[parts[at]!.after]! > titles[at]!
  }
  const out = new Uint8Array(segments.length)
  for (const [at, rule] of findFurniture(outline, holding)) {
    if (!leavesOut(rule)) continue
    const part = parts[at]!
    out.fill(1, part.first, part.end)
    removals.tell(rule, part.element, segments.slice(part.first, Math.min(part.end, part.first + 20)))
  }
  return out
}

function rootOf(outline: Outline, out: Uint8Array, told: Told): Part | null {
  const sums = prefixSums(
    outline.segments.map((segment, i) => {
      if (out[i] === 1) return 0
      const worth = worthOf(segment)
      if (told === null) return worth
      return told.has(segment) ? Math.abs(worth) * 2 : Math.min(worth, worth / 2)
    })
  )
  const root = chooseRoot(outline, (part) => sums[part.end]! - sums[part.first]!)
  return outline.parts[root] ?? null
}

interface Choosing {
  readonly root: Part
  readonly out: Uint8Array
  readonly told: Told
  readonly hints: BodyHints
  readonly removals: Removals
}

function chosen(segments: readonly Segment[], { root, out, told, hints, removals }: Choosing): readonly Segment[] {
  const own = segments.slice(root.first, root.end).filter((_, i) => out[root.first + i] !== 1)
  const { from: start, until: stop } = proseStretch(own)
  const labels = labelsIn(own)
  const inside: Segment[] = []
  for (const [at, segment] of own.entries()) {
    const isEdge = at < start + 3 || at >= stop - 4
    const against = isHeadline(segment, hints, at <= start)
      ? headline
      : labels.has(segment.text) && segment.kind !== 'list-item'
        ? label
        : furnitureText(segment, isEdge)
    if (against === null || told?.has(segment) === true) inside.push(segment)
    else removals.tell(against, segment.element, [segment])
  }
  const tail = tailFrom(inside)
  const above = tail === null ? inside : inside.slice(0, tail.at)
  const { from, until } = proseStretch(above)
  for (const [i, segment] of inside.entries()) {
    if (i < from) removals.tell(before, segment.element, [segment])
    else if (tail !== null && i >= tail.at)
      removals.tell({ step: tail.step, why: 'it stands below a line that says so' }, segment.element, [segment])
    else if (i >= until) removals.tell(after, segment.element, [segment])
  }
  return above.slice(from, until)
}

const headline = { step: 'headline', why: 'it is the headline' }
const label = { step: 'label', why: 'the page says the same in several places' }
const before = { step: 'before', why: 'it stands before the first prose' }
const after = { step: 'after', why: 'it stands after the last prose' }

function blockOf({ kind, text, links, src, element }: Segment): FoundBlock {
  return {
    kind,
    text,
    ...(links.length > 0 && { links }),
    ...(src !== undefined && { src }),
    element: element satisfies Element
  }
}

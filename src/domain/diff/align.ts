import { heaviestChain } from './chain.ts'
import { joinOverBreaks } from './breaks.ts'
import { pairsWithEqualEnds } from './ends.ts'
import { numberPieces, type Numbered } from './numbering.ts'
import { changesBetween, type Change } from './sequence.ts'
import { pairAnywhere, pairInOrder, type Pair } from './similarity.ts'
import { reflow } from './reflow.ts'
import { regroup } from './regroup.ts'
import { isMedia, isOneOfAKind, type Bond, type Piece } from './pieces.ts'
import type { Budget } from './budget.ts'

/** `kept` bonds are in the same order on both sides; `moved` ones cross them. Other blocks came or went. */
export interface Alignment {
  readonly kept: readonly Bond[]
  readonly moved: readonly Bond[]
}

/** Blocks less alike than this are never the same block edited. */
const edited = 0.4
/** Blocks out of order must be this much alike to be one block that moved: two thirds of their words. */
const moved = 0.66

interface Sides {
  readonly olds: readonly Piece[]
  readonly news: readonly Piece[]
  /** Both revisions are one text each, beside headline and pictures. */
  readonly alone: boolean
  readonly numbers: Numbered
  readonly budget: Budget
}

/**
 * Which block of the newer revision is which of the older. Blocks that say the same anchor the rest: first those that
 * occur once on both sides, then repeated ones in order. Between anchors blocks pair by likeness; what is left may have
 * been split, merged or moved. The fewest blocks count as moved.
 */
export function align(olds: readonly Piece[], news: readonly Piece[], budget: Budget): Alignment {
  const alone = isOneText(olds) && isOneText(news)
  const sides = { olds, news, alone, numbers: numberPieces(olds, news), budget }
  const { inOrder, crossing } = anchors(sides)
  const taken = { old: new Set(crossing.map((pair) => pair.old)), new: new Set(crossing.map((pair) => pair.new)) }
  const kept: Bond[] = []
  for (const gap of gapsBetween(inOrder, olds.length, news.length)) {
    kept.push(...alignGap(sides, without(sides, gap, taken)))
    if (gap.anchor !== null) kept.push(bond(gap.anchor.old, gap.anchor.new))
  }
  const movedBonds = [...crossing.map((pair) => bond(pair.old, pair.new)), ...crossingBonds(sides, kept, taken)]
  return { kept, moved: movedBonds }
}

function bond(old: number, to: number): Bond {
  return { old: [old], new: [to] }
}

/** Blocks that occur once on both sides and say the same: those that keep their order, and the fewest that do not. */
function anchors({ olds, news, numbers }: Sides): { readonly inOrder: Pair[]; readonly crossing: Pair[] } {
  const once = singles(numbers.olds, numbers.size)
  const pairs = [...singles(numbers.news, numbers.size)].flatMap((to, number) => {
    const old = once[number]!
    if (old < 0 || to < 0 || !hasWords(olds[old]!)) return []
    const size = Math.min(news[to]!.block.text.length, 100_000)
    return [{ old, new: to, weight: 1 + size / 1_000_000_000 }]
  })
  const inOrder = heaviestChain(pairs)
  if (inOrder.length === pairs.length) return { inOrder, crossing: [] }
  const chained = new Set(inOrder)
  return { inOrder, crossing: pairs.filter((pair) => !chained.has(pair)) }
}

/** Where each number stands; -1 for one that stands nowhere, or more than once. */
function singles(numbers: Int32Array, size: number): Int32Array {
  const places = new Int32Array(size).fill(-1)
  const met = new Uint8Array(size)
  numbers.forEach((number, at) => {
    places[number] = met[number] === 1 ? -1 : at
    met[number] = 1
  })
  return places
}

const word = /[\p{L}\p{N}]/u

function hasWords({ block }: Piece): boolean {
  return isMedia(block) || word.test(block.text)
}

interface Gap {
  readonly olds: readonly Piece[]
  readonly news: readonly Piece[]
}

function gapsBetween(anchorPairs: readonly Pair[], olds: number, news: number) {
  let from = { old: 0, new: 0 }
  return [...anchorPairs, null].map((anchor) => {
    const gap = { from, to: anchor ?? { old: olds, new: news }, anchor }
    if (anchor !== null) from = { old: anchor.old + 1, new: anchor.new + 1 }
    return gap
  })
}

interface Taken {
  readonly old: ReadonlySet<number>
  readonly new: ReadonlySet<number>
}

function without({ olds, news }: Sides, { from, to }: { from: Pair; to: Pair }, taken: Taken): Gap {
  return {
    olds: olds.slice(from.old, to.old).filter(({ at }) => !taken.old.has(at)),
    news: news.slice(from.new, to.new).filter(({ at }) => !taken.new.has(at))
  }
}

/** Between two anchors: repeated blocks in order, then edited ones. */
function alignGap(sides: Sides, gap: Gap): Bond[] {
  if (gap.olds.length === 0 || gap.news.length === 0) return []
  const { olds, news } = sides.numbers
  const changes = changesBetween(
    Int32Array.from(gap.olds, ({ at }) => olds[at]!),
    Int32Array.from(gap.news, ({ at }) => news[at]!),
    sides.budget
  )
  const bonds: Bond[] = []
  const end = { oldFrom: gap.olds.length, oldTo: 0, newFrom: gap.news.length, newTo: 0 }
  let at = { old: 0, new: 0 }
  for (const change of [...changes, end]) {
    for (let step = 0; at.old + step < change.oldFrom; step++) {
      bonds.push(bond(gap.olds[at.old + step]!.at, gap.news[at.new + step]!.at))
    }
    bonds.push(...pairEdited(sides, sliceGap(gap, change)))
    at = { old: change.oldTo, new: change.newTo }
  }
  return bonds
}

function sliceGap({ olds, news }: Gap, { oldFrom, oldTo, newFrom, newTo }: Change): Gap {
  return { olds: olds.slice(oldFrom, oldTo), news: news.slice(newFrom, newTo) }
}

/** No block here equals one on the other side. Where both revisions are one text alone, it is that text, edited. */
function pairEdited({ alone, budget }: Sides, gap: Gap): Bond[] {
  const fixed = [...pairByKind(gap, isOneOfAKind), ...pairByKind(gap, isMedia)]
  const texts = onlyTexts(gap)
  const [olds, news] = [texts.olds, texts.news].map((pieces) => pieces.map((piece) => piece.bag()))
  const ends = pairsWithEqualEnds(texts.olds.map(textOfPiece), texts.news.map(textOfPiece))
  const sure = alone && isOneText(texts.olds) && isOneText(texts.news) ? [{ old: 0, new: 0 }] : ends
  const likenesses = pairInOrder({ olds: olds!, news: news!, sure }, edited, budget)
  const pairs = likenesses.map((pair) => ({ old: texts.olds[pair.old]!.at, new: texts.news[pair.new]!.at }))
  const bonds = reflow(texts, joinOverBreaks(texts, inOrderOnly(regroup(texts, pairs, budget))), ends)
  return inOrderOnly([...bonds, ...fixed.map((pair) => bond(pair.old, pair.new))])
}

function isOneText(pieces: readonly Piece[]): boolean {
  return pieces.filter(({ group }) => group === 'text').length === 1
}

function textOfPiece({ block }: Piece): string {
  return block.text
}

function onlyTexts({ olds, news }: Gap): Gap {
  return { olds: olds.filter(({ group }) => group === 'text'), news: news.filter(({ group }) => group === 'text') }
}

function pairByKind({ olds, news }: Gap, belongs: (block: Piece['block']) => boolean): Pair[] {
  const rest = news.filter(({ block }) => belongs(block))
  return olds
    .filter(({ block }) => belongs(block))
    .flatMap((old) => {
      const found = rest.findIndex(({ group }) => group === old.group)
      return found < 0 ? [] : [{ old: old.at, new: rest.splice(found, 1)[0]!.at }]
    })
}

function inOrderOnly(bonds: readonly Bond[]): Bond[] {
  const links = bonds.map((each) => ({ old: each.old[0]!, new: each.new[0]!, weight: 1, each }))
  return heaviestChain(links).map(({ each }) => each)
}

/** What is left on both sides after all else: blocks that moved. */
function crossingBonds({ olds, news, budget }: Sides, kept: readonly Bond[], taken: Taken): Bond[] {
  const rest = {
    olds: unused(
      olds,
      taken.old,
      kept.map((each) => each.old)
    ),
    news: unused(
      news,
      taken.new,
      kept.map((each) => each.new)
    )
  }
  if (rest.olds.length === 0 || rest.news.length === 0) return []
  const fixed = [...pairByKind(rest, isOneOfAKind)]
  const texts = onlyTexts({ olds: rest.olds.filter(hasWords), news: rest.news.filter(hasWords) })
  const bags = [texts.olds, texts.news].map((pieces) => pieces.map((piece) => piece.bag()))
  const pairs = pairAnywhere(bags[0]!, bags[1]!, moved, budget).map((pair) => ({
    old: texts.olds[pair.old]!.at,
    new: texts.news[pair.new]!.at
  }))
  return [...fixed, ...pairs].map((pair) => bond(pair.old, pair.new))
}

function unused(pieces: readonly Piece[], taken: ReadonlySet<number>, kept: readonly (readonly number[])[]): Piece[] {
  const used = new Uint8Array(pieces.length)
  for (const places of kept) for (const at of places) used[at] = 1
  return pieces.filter(({ at }) => used[at] === 0 && !taken.has(at))
}

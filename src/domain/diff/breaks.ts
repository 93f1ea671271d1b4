import { isWhole, type Texts } from './regroup.ts'
import type { Bond, Piece } from './pieces.ts'

/** So many characters at the beginning of a block tell it from others. */
const telling = 40
const fewest = 24

/**
 * Joins bonds of neighbours between which a paragraph break moved: [A B] [C] became [A] [B C], so that B stands neither
 * in place of C nor apart from A. `texts` are the blocks no equal was found for, `bonds` those of them in order.
 */
export function joinOverBreaks({ olds, news }: Texts, bonds: readonly Bond[]): Bond[] {
  const old = new Map(olds.filter(isWhole).map((piece) => [piece.at, piece]))
  const newer = new Map(news.filter(isWhole).map((piece) => [piece.at, piece]))
  const joined: Bond[] = []
  for (const bond of withLoose({ old, newer }, bonds)) {
    const last = joined.at(-1)
    const both = last === undefined ? [bond] : [last, bond]
    const whole = both.every((each) => each.old.every((at) => old.has(at)) && each.new.every((at) => newer.has(at)))
    if (last !== undefined && whole && isNext(last, bond) && breakMoved({ old, newer }, last, bond)) {
      joined[joined.length - 1] = { old: [...last.old, ...bond.old], new: [...last.new, ...bond.new] }
    } else joined.push(bond)
  }
  return joined.filter((bond) => bond.old.length > 0 && bond.new.length > 0)
}

interface Pieces {
  readonly old: ReadonlyMap<number, Piece>
  readonly newer: ReadonlyMap<number, Piece>
}

/** The bonds with, between them, the blocks that have none: each a bond of one side alone. */
function withLoose({ old, newer }: Pieces, bonds: readonly Bond[]): Bond[] {
  const bound = { old: new Set(bonds.flatMap((bond) => bond.old)), new: new Set(bonds.flatMap((bond) => bond.new)) }
  const olds = [...old.keys()].filter((at) => !bound.old.has(at))
  const news = [...newer.keys()].filter((at) => !bound.new.has(at))
  const all: Bond[] = []
  let from = { old: 0, new: 0 }
  for (const bond of [...bonds, null]) {
    const to = { old: firstAfter(olds, from.old, bond?.old[0]), new: firstAfter(news, from.new, bond?.new[0]) }
    for (const at of olds.slice(from.old, to.old)) all.push({ old: [at], new: [] })
    for (const at of news.slice(from.new, to.new)) all.push({ old: [], new: [at] })
    if (bond !== null) all.push(bond)
    from = to
  }
  return all
}

function firstAfter(places: readonly number[], from: number, limit = Infinity): number {
  let at = from
  while (at < places.length && places[at]! < limit) at++
  return at
}

/** Whether nothing stands between two bonds, on either side. */
function isNext(one: Bond, other: Bond): boolean {
  const follows = (before: readonly number[], after: readonly number[]) =>
    before.length === 0 || after.length === 0 || before.at(-1)! + 1 === after[0]
  return follows(one.old, other.old) && follows(one.new, other.new)
}

/** Whether the later bond begins, on one side, with what the earlier holds on the other. */
function breakMoved({ old, newer }: Pieces, one: Bond, other: Bond): boolean {
  const last = { old: old.get(one.old.at(-1) ?? -1), new: newer.get(one.new.at(-1) ?? -1) }
  const first = { old: old.get(other.old[0] ?? -1), new: newer.get(other.new[0] ?? -1) }
  return holdsBeginning(last.old, first.new, first.old) || holdsBeginning(last.new, first.old, first.new)
}

/** Blocks that begin like their own partners did not come out of the one before. */
function holdsBeginning(piece: Piece | undefined, begins: Piece | undefined, partner: Piece | undefined): boolean {
  if (piece === undefined || begins === undefined || begins.block.text.length < fewest) return false
  const beginning = begins.block.text.slice(0, telling)
  return piece.block.text.includes(beginning) && partner?.block.text.startsWith(beginning) !== true
}

import { commonWords, joinBags, similarity } from './bag.ts'
import { heaviestChain } from './chain.ts'
import type { EqualEnds } from './ends.ts'
import { isWhole, type Texts } from './regroup.ts'
import type { Bond, Piece } from './pieces.ts'

/** So many words, and this share of them, have to be found by joining before blocks are joined. */
const gain = { words: 30, share: 0.4 }
/** Blocks that were divided anew say the same in all: joined, they are this much alike. */
const sameWords = 0.7
/** Of more blocks together, words in common say little: any two long texts have many. */
const mostBlocks = 40

/**
 * A stretch whose paragraphs were divided anew: the same text, with its breaks elsewhere. Where bonds of single blocks miss
 * much of what the two sides have in common, the blocks between places where a paragraph begins, or ends, alike on both
 * sides become one bond.
 */
export function reflow(texts: Texts, bonds: readonly Bond[], ends: readonly EqualEnds[]): readonly Bond[] {
  const { olds, news } = texts
  if (ends.length === 0 || olds.length + news.length < 3 || !isConnected(olds) || !isConnected(news)) return bonds
  const all = { old: bagOfAll(olds), new: bagOfAll(news) }
  const common = commonWords(all.old, all.new)
  const missed = common - bonds.reduce((sum, bond) => sum + commonIn(texts, bond), 0)
  if (missed < Math.max(gain.words, gain.share * common) || similarity(all.old, all.new) < sameWords) return bonds
  const groups = groupsBetween(texts, ends)
    .filter((group) => group.old.length + group.new.length <= mostBlocks)
    .filter((group) => similarity(...bagsOf(texts, group)) >= sameWords)
  const inGroup = (bond: Bond) =>
    groups.some((group) => group.old.includes(bond.old[0]!) || group.new.includes(bond.new[0]!))
  return [...groups, ...bonds.filter((bond) => !inGroup(bond))].sort((one, other) => one.old[0]! - other.old[0]!)
}

/** Whole texts that follow one another, with nothing between them. */
function isConnected(pieces: readonly Piece[]): boolean {
  return pieces.every((piece, index) => isWhole(piece) && piece.at === pieces[0]!.at + index)
}

function bagOfAll(pieces: readonly Piece[]): Int32Array {
  return joinBags(pieces.map((piece) => piece.bag()))
}

function bagsOf({ olds, news }: Texts, bond: Bond): [Int32Array, Int32Array] {
  return [
    bagOfAll(olds.filter(({ at }) => bond.old.includes(at))),
    bagOfAll(news.filter(({ at }) => bond.new.includes(at)))
  ]
}

function commonIn(texts: Texts, bond: Bond): number {
  return commonWords(...bagsOf(texts, bond))
}

/** The blocks between one place at which both sides begin alike and the next. */
function groupsBetween({ olds, news }: Texts, ends: readonly EqualEnds[]): Bond[] {
  const starts = heaviestChain(
    ends.map(({ old, new: to, end }) => ({ old: end ? old + 1 : old, new: end ? to + 1 : to, weight: 1 }))
  )
  const cuts = [{ old: 0, new: 0 }, ...starts, { old: olds.length, new: news.length }]
  return cuts.slice(1).flatMap((cut, index) => {
    const from = cuts[index]!
    const old = olds.slice(from.old, cut.old).map(({ at }) => at)
    const to = news.slice(from.new, cut.new).map(({ at }) => at)
    return old.length === 0 || to.length === 0 ? [] : [{ old, new: to }]
  })
}

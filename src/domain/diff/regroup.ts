import { commonWords, joinBags, similarity } from './bag.ts'
import { spend, type Budget } from './budget.ts'
import { textKey } from './keys.ts'
import type { Bond, Piece } from './pieces.ts'

/** One block and the neighbours it became must be this much alike, joined. */
const sameWords = 0.75
/** And each of the neighbours must explain this share of its words that the others do not. */
const share = 0.6
/** A neighbour of fewer words than this must stand in the block as it is. */
const telling = 6
/** Where a block has no partner, a first neighbour is looked for among so many. */
const mostParts = 60

interface Pair {
  readonly old: number
  readonly new: number
}

/** Blocks of both sides for which no equal was found. */
export interface Texts {
  readonly olds: readonly Piece[]
  readonly news: readonly Piece[]
}

/**
 * Turns pairs of blocks into splits and merges where a block equals neighbours joined, allowing for small edits. `texts`
 * are the blocks no equal was found for; `pairs` those of them that are alike, in order.
 */
export function regroup(texts: Texts, pairs: readonly Pair[], budget: Budget): Bond[] {
  const forward = pairs.map(({ old, new: to }) => ({ one: old, part: to }))
  const backward = pairs.map(({ old, new: to }) => ({ one: to, part: old }))
  const splits = groupsFor(texts.olds, texts.news, forward, budget)
  const merges = groupsFor(texts.news, texts.olds, backward, budget)
  const bonds: Bond[] = [...splits].map(([one, parts]) => ({ old: [one], new: parts }))
  const used = { old: new Set(splits.keys()), new: new Set([...splits.values()].flat()) }
  for (const [one, parts] of merges) {
    if (used.new.has(one) || parts.some((part) => used.old.has(part))) continue
    bonds.push({ old: parts, new: [one] })
    used.new.add(one)
    for (const part of parts) used.old.add(part)
  }
  const plain = pairs.filter((pair) => !used.old.has(pair.old) && !used.new.has(pair.new))
  return [...bonds, ...plain.map((pair) => ({ old: [pair.old], new: [pair.new] }))]
}

interface PairOf {
  readonly one: number
  readonly part: number
}

/** For each block that became several neighbours: which. Keys and values are positions in the revisions. */
function groupsFor(ones: readonly Piece[], parts: readonly Piece[], pairs: readonly PairOf[], budget: Budget) {
  const partner = new Map(pairs.map(({ one, part }) => [one, part]))
  const owner = new Map(pairs.map(({ one, part }) => [part, one]))
  const places = new Map(parts.map(({ at }, place) => [at, place]))
  const used = new Set<number>()
  const groups = new Map<number, number[]>()
  for (const one of ones.filter(isWhole)) {
    const free = (piece: Piece) => isWhole(piece) && !used.has(piece.at) && (owner.get(piece.at) ?? one.at) === one.at
    const first = places.get(partner.get(one.at) ?? -1) ?? likeliestPart(one, parts, free)
    const group = first === null || !free(parts[first]!) ? [] : grow({ one, parts, free, budget }, first)
    if (group.length < 2) continue
    groups.set(one.at, group)
    for (const part of group) used.add(part)
  }
  return groups
}

/** Texts with line breaks of their own could not be told apart again. */
export function isWhole({ block }: Piece): boolean {
  return !block.text.includes('\n') && /[\p{L}\p{N}]/u.test(block.text)
}

function likeliestPart(one: Piece, parts: readonly Piece[], free: (piece: Piece) => boolean): number | null {
  if (parts.length > mostParts) return null
  let best: number | null = null
  let most = 0
  parts.forEach((part, place) => {
    const common = free(part) ? sharedWords(one, part) : 0
    if (common > most) {
      best = place
      most = common
    }
  })
  return best
}

interface Growth {
  readonly one: Piece
  readonly parts: readonly Piece[]
  readonly free: (piece: Piece) => boolean
  readonly budget: Budget
}

/** Takes in neighbours on both sides, as long as each explains words of the block that the others do not. */
function grow({ one, parts, free, budget }: Growth, first: number): number[] {
  let [from, to] = [first, first]
  let joined = parts[first]!.bag()
  const takes = (place: number, beside: number) => {
    const part = parts[place]
    if (part === undefined || Math.abs(part.at - parts[beside]!.at) !== 1 || !free(part)) return false
    const more = joinBags([joined, part.bag()])
    if (!spend(budget, more.length + one.bag().length) || !belongs(one, part, gained(one, joined, more))) return false
    joined = more
    return true
  }
  while (takes(to + 1, to)) to++
  while (takes(from - 1, from)) from--
  const start = parts[first]!
  const fits = from < to && similarity(one.bag(), joined) >= sameWords && belongs(one, start, sharedWords(one, start))
  return fits ? parts.slice(from, to + 1).map(({ at }) => at) : []
}

function gained(one: Piece, before: Int32Array, after: Int32Array): number {
  return commonWords(one.bag(), after) - commonWords(one.bag(), before)
}

function sharedWords(one: Piece, part: Piece): number {
  return commonWords(one.bag(), part.bag())
}

/** `explained`: how many words of the block come from this part and no other. */
function belongs(one: Piece, part: Piece, explained: number): boolean {
  const words = part.bag().length
  if (explained < share * words) return false
  return words >= telling || textKey(one.block.text).includes(textKey(part.block.text))
}

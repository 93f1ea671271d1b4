import { similarity, type Bag } from './bag.ts'
import { spend, type Budget } from './budget.ts'
import { heaviestChain } from './chain.ts'

export interface Pair {
  readonly old: number
  readonly new: number
}

/** Two positions whose texts are alike, and how much (0 to 1). */
export interface Likeness extends Pair {
  readonly likeness: number
}

/** Up to this many pairs all are looked at; above it, only those that share a word few others have. */
const fewPairs = 2_500
/** A word in more texts than this leads to no candidates. */
const rareEnough = 8
const mostCandidates = 6

/** Among many texts, one this much like the one that is expected is looked no further for. */
const plainlyAlike = 0.75

/**
 * All pairs at least `minimum` alike; among many texts, those that follow the last pair, share a rare word or stand in the
 * same place.
 */
function likenesses(olds: readonly Bag[], news: readonly Bag[], minimum: number, budget: Budget): Likeness[] {
  const found: Likeness[] = []
  const look = (from: number, to: number): number => {
    const [old, bag] = [olds[from]!, news[to]!]
    if (!couldReach(old, bag, minimum) || !spend(budget, old.length + bag.length)) return 0
    const likeness = similarity(old, bag)
    if (likeness >= minimum) found.push({ old: from, new: to, likeness })
    return likeness
  }
  if (olds.length * news.length <= fewPairs) {
    news.forEach((_, to) => olds.forEach((__, from) => look(from, to)))
    return found
  }
  const candidates = candidatesFor(olds)
  let expected = 0
  news.forEach((bag, to) => {
    if (expected < olds.length && look(expected, to) >= plainlyAlike) expected++
    else {
      const before = found.length
      for (const from of candidates(bag, Math.round((to * olds.length) / news.length)))
        if (from !== expected) look(from, to)
      if (found.length > before) expected = found.at(-1)!.old + 1
    }
  })
  return found
}

function couldReach(one: Bag, other: Bag, minimum: number): boolean {
  return 2 * Math.min(one.length, other.length) >= minimum * (one.length + other.length)
}

function candidatesFor(olds: readonly Bag[]): (bag: Bag, place: number) => Iterable<number> {
  let postings: Map<number, number[]> | null = null
  return (bag, place) => {
    postings ??= postingsOf(olds)
    const shared = new Map<number, number>()
    for (let at = 0; at < bag.length; at++) {
      const places = (bag[at] === bag[at - 1] ? undefined : postings.get(bag[at]!)) ?? []
      if (places.length <= rareEnough) for (const from of places) shared.set(from, (shared.get(from) ?? 0) + 1)
    }
    const ranked = [...shared].sort((one, other) => other[1] - one[1] || one[0] - other[0])
    const near = [place - 1, place, place + 1].filter((from) => from >= 0 && from < olds.length)
    return new Set([...ranked.slice(0, mostCandidates).map(([from]) => from), ...near])
  }
}

/** In which texts each word stands. */
function postingsOf(bags: readonly Bag[]): Map<number, number[]> {
  const postings = new Map<number, number[]>()
  bags.forEach((bag, from) => {
    for (let at = 0; at < bag.length; at++) {
      const word = bag[at]!
      if (word === bag[at - 1]) continue
      const places = postings.get(word)
      if (places === undefined) postings.set(word, [from])
      else if (places.length <= rareEnough) places.push(from)
    }
  })
  return postings
}

/** Texts to be paired. `sure` are pairs that are the same text whatever became of the rest of it. */
export interface Unpaired {
  readonly olds: readonly Bag[]
  readonly news: readonly Bag[]
  readonly sure?: readonly Pair[]
}

/** Pairs texts that are alike without crossing, so that the most words are paired. */
export function pairInOrder({ olds, news, sure = [] }: Unpaired, minimum: number, budget: Budget): Likeness[] {
  const known = sure.map((pair) => ({
    ...pair,
    likeness: Math.max(minimum, similarity(olds[pair.old]!, news[pair.new]!))
  }))
  const links = [...known, ...likenesses(olds, news, minimum, budget)].map((pair) => ({
    ...pair,
    weight: pair.likeness * Math.sqrt(1 + olds[pair.old]!.length + news[pair.new]!.length)
  }))
  return heaviestChain(links)
}

/** Pairs texts that are alike wherever they stand, the most alike first, and of equals the nearest. */
export function pairAnywhere(olds: readonly Bag[], news: readonly Bag[], minimum: number, budget: Budget): Likeness[] {
  const far = ({ old, new: to }: Likeness) => Math.abs(old - to)
  const ranked = likenesses(olds, news, minimum, budget).sort((a, b) => b.likeness - a.likeness || far(a) - far(b))
  const taken = { old: new Set<number>(), new: new Set<number>() }
  return ranked.filter((pair) => {
    if (taken.old.has(pair.old) || taken.new.has(pair.new)) return false
    taken.old.add(pair.old)
    taken.new.add(pair.new)
    return true
  })
}

import type { Block, Content } from '../revision.ts'
import { bagOf } from './bag.ts'
import { newBudget } from './budget.ts'
import { commonIn, type Common } from './common.ts'
import type { Comparison, Hunk, Run } from './comparison.ts'
import { isOneOfAKind } from './pieces.ts'
import { sentenceSpans, type Span } from './sentences.ts'
import { pairAnywhere } from './similarity.ts'

/** What became of some sentences. Numbers count the sentences of the body from 0, on each side. */
export interface SentenceStep {
  readonly op: 'same' | 'edited' | 'added' | 'removed' | 'moved' | 'split' | 'merged'
  readonly old: readonly number[]
  readonly new: readonly number[]
}

/** How a block divides into sentences. */
export type Divide = (text: string) => readonly Span[]

/** Sentences are one another if they have so much of their characters in common, or of the shorter one's. */
const alike = 0.35
const contained = 0.7
/** Sentences that left one place and came in another must be this much alike to have moved. */
const moved = 0.66

/**
 * What became of each sentence of the body, read off the hunks, so that it says what the marks say. Sentences of the
 * headline, the standfirst, the byline and the date line have no number. `divide` says where sentences end, where that is
 * known better.
 */
export function sentenceMap(
  sides: { readonly older: Content; readonly newer: Content },
  { hunks }: Comparison,
  divide: Divide = sentenceSpans
): SentenceStep[] {
  const [olds, news] = [sides.older, sides.newer].map(({ blocks }) => numbered(blocks, divide))
  const steps = hunks.flatMap((hunk) => stepsOf(hunk, olds!, news!))
  return withMoves(steps, olds!.flatMap(sentencesIn), news!.flatMap(sentencesIn))
}

/** A sentence with its number in the body. */
export interface Sentence extends Span {
  readonly number: number
  readonly text: string
}

/** The sentences of some of a text's blocks, as they stand in those blocks' texts joined by line breaks. */
export function sentencesOf({ blocks }: Content): (places: readonly number[]) => readonly Sentence[] {
  const all = numbered(blocks, sentenceSpans)
  return (places) => joined(places.map((at) => all[at]!))
}

/** Blocks that were divided before: an article's versions share most of theirs. */
const divided = new WeakMap<Block, readonly Span[]>()

function spansOf(block: Block, divide: Divide): readonly Span[] {
  if (divide !== sentenceSpans) return divide(block.text)
  let spans = divided.get(block)
  if (spans === undefined) divided.set(block, (spans = sentenceSpans(block.text)))
  return spans
}

interface Numbered {
  readonly length: number
  readonly sentences: readonly Sentence[]
}

function numbered(blocks: readonly Block[], divide: Divide): Numbered[] {
  let number = 0
  return blocks.map((block) => {
    const spans = isOneOfAKind(block) ? [] : spansOf(block, divide)
    const sentences = spans.map((span) => ({ ...span, number: number++, text: block.text.slice(span.from, span.to) }))
    return { length: block.text.length, sentences }
  })
}

function sentencesIn({ sentences }: Numbered): readonly Sentence[] {
  return sentences
}

function stepsOf(hunk: Hunk, olds: readonly Numbered[], news: readonly Numbered[]): SentenceStep[] {
  if (hunk.op === 'moved-away') return []
  const old = 'old' in hunk ? joined([hunk.old].flat().map((at) => olds[at]!)) : []
  const to = 'new' in hunk ? joined([hunk.new].flat().map((at) => news[at]!)) : []
  const runs = 'runs' in hunk ? hunk.runs : hunk.op === 'same' ? wholly(olds[hunk.old]!, news[hunk.new]!) : []
  return groupsOf(linksIn(runs, old, to), old.length, to.length).map((group) =>
    toStep(group, old, to, hunk.op === 'moved')
  )
}

function wholly(old: Numbered, to: Numbered): Run[] {
  return [{ op: 'same', old: ' '.repeat(old.length), new: ' '.repeat(to.length) }]
}

/** The sentences of blocks as they stand in the blocks' texts joined by line breaks. */
function joined(blocks: readonly Numbered[]): Sentence[] {
  let start = 0
  return blocks.flatMap(({ sentences, length }) => {
    const by = start
    start += length + 1
    return sentences.map((sentence) => ({ ...sentence, from: sentence.from + by, to: sentence.to + by }))
  })
}

interface Link {
  readonly old: number
  readonly new: number
}

/** Which sentences have enough in common, as positions. */
function linksIn(runs: readonly Run[], olds: readonly Sentence[], news: readonly Sentence[]): Link[] {
  if (runs.length > 0 && olds.length === 1 && news.length === 1) return [{ old: 0, new: 0 }]
  const shared = new Map<number, number>()
  for (const common of commonIn(runs)) {
    olds.forEach((old, i) => {
      news.forEach((to, j) => {
        const size = overlap(common, old, to)
        const key = i * news.length + j
        if (size > 0) shared.set(key, (shared.get(key) ?? 0) + size)
      })
    })
  }
  return [...shared].flatMap(([key, size]) => {
    const link = { old: Math.floor(key / news.length), new: key % news.length }
    const [one, other] = [length(olds[link.old]!), length(news[link.new]!)]
    return 2 * size >= alike * (one + other) || size >= contained * Math.min(one, other) ? [link] : []
  })
}

function overlap({ old, new: to }: Common, one: Span, other: Span): number {
  const from = Math.max(old.from, one.from, other.from - to.from + old.from)
  return Math.min(old.to, one.to, other.to - to.from + old.from) - from
}

function length({ from, to }: Span): number {
  return to - from
}

interface Group {
  readonly old: readonly number[]
  readonly new: readonly number[]
}

/** Positions that are linked, directly or through others; those of no link are groups of one side. */
function groupsOf(links: readonly Link[], olds: number, news: number): Group[] {
  const groups: { old: Set<number>; new: Set<number> }[] = []
  for (const link of links) {
    const touching = groups.filter((group) => group.old.has(link.old) || group.new.has(link.new))
    const merged = {
      old: new Set([link.old, ...touching.flatMap((group) => [...group.old])]),
      new: new Set([link.new, ...touching.flatMap((group) => [...group.new])])
    }
    for (const group of touching) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  const sorted = groups.map((group) => ({ old: [...group.old].sort(up), new: [...group.new].sort(up) }))
  const [usedOld, usedNew] = [
    new Set(sorted.flatMap((group) => group.old)),
    new Set(sorted.flatMap((group) => group.new))
  ]
  const gone = range(olds).filter((at) => !usedOld.has(at))
  const come = range(news).filter((at) => !usedNew.has(at))
  return [...gone.map((at) => ({ old: [at], new: [] })), ...sorted, ...come.map((at) => ({ old: [], new: [at] }))]
}

function up(one: number, other: number): number {
  return one - other
}

function range(size: number): number[] {
  return Array.from({ length: size }, (_, at) => at)
}

function toStep(group: Group, olds: readonly Sentence[], news: readonly Sentence[], isMoved: boolean): SentenceStep {
  const [from, to] = [group.old.map((at) => olds[at]!), group.new.map((at) => news[at]!)]
  const numbers = { old: from.map(({ number }) => number), new: to.map(({ number }) => number) }
  if (to.length === 0) return { op: 'removed', ...numbers }
  if (from.length === 0) return { op: 'added', ...numbers }
  if (to.length > from.length) return { op: 'split', ...numbers }
  if (from.length > 1) return { op: 'merged', ...numbers }
  return { op: isMoved ? 'moved' : from[0]!.text === to[0]!.text ? 'same' : 'edited', ...numbers }
}

/** Sentences that went in one block and came in another, as moves. */
function withMoves(
  steps: readonly SentenceStep[],
  olds: readonly Sentence[],
  news: readonly Sentence[]
): SentenceStep[] {
  const [gone, come] = [steps.filter(({ op }) => op === 'removed'), steps.filter(({ op }) => op === 'added')]
  const pairs = pairAnywhere(
    gone.map((step) => bagOf(olds[step.old[0]!]!.text)),
    come.map((step) => bagOf(news[step.new[0]!]!.text)),
    moved,
    newBudget()
  )
  const places = new Map(pairs.map((pair) => [come[pair.new]!, gone[pair.old]!]))
  const left = new Set(places.values())
  return steps.flatMap((step): SentenceStep[] => {
    const from = places.get(step)
    if (from !== undefined) return [{ op: 'moved', old: from.old, new: step.new }]
    return left.has(step) ? [] : [step]
  })
}

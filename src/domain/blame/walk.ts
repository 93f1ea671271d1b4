import type { Budget } from '../diff/budget.ts'
import { isOneOfAKind, toPieces, type Bond } from '../diff/pieces.ts'
import type { Content } from '../revision.ts'
import { Carriers } from './carriers.ts'
import { passOn } from './inherit.ts'
import { adopt, GoneSentences, hasLeft, longSentences } from './orphans.ts'
import { adoptPhrases } from './phrases.ts'
import { alignBlocks, claimBlocks, claimSentences, whole, type Past } from './same-text.ts'
import { joined } from './stretch.ts'
import { newTextReader, type Text } from './text.ts'
import { Threads } from './threads.ts'
import { claimAll, keyOf, none, openWords, threadsOf, unwritten, type PartOf, type WrittenBlock } from './written.ts'

/** What is known after some revisions, oldest first. */
export interface Walk extends Past {
  revision: number
  previous: readonly WrittenBlock[]
  readonly gone: GoneSentences
  readonly read: (text: string) => Text
}

/** A revision as it was written, and which block of the one before became which of its own. */
export interface WrittenRevision {
  readonly blocks: readonly WrittenBlock[]
  readonly bonds: readonly Bond[]
}

/** A walk that has seen no revision yet. */
export function newWalk(budget: Budget): Walk {
  const memory = { blocks: new Carriers(), sentences: new Carriers(), gone: new GoneSentences() }
  return { threads: new Threads(), revision: -1, budget, previous: [], ...memory, read: newTextReader() }
}

/**
 * Writes the next revision: each word gets a thread, of an earlier word where one can be found. Tried in turn, each only
 * for words that are still open: the same block in the revision before and in any other; the same sentence likewise; the
 * words a comparison calls the same; sentences that are alike; the same phrase. WikiWho goes from paragraphs to sentences
 * to words likewise.
 */
export function step(walk: Walk, content: Content): WrittenRevision {
  walk.revision++
  const pieces = toPieces(content.blocks)
  const news = pieces.map((piece) => unwritten(piece, walk.read(piece.block.text)))
  const bonds = alignBlocks(walk, news)
  claimBlocks(walk, news, bonds)
  const open = news.filter(isOpen)
  claimSentences(walk, open, bonds)
  for (const bond of bonds) passBond(walk, news, bond)
  adoptOrphans(walk, open.filter(isOpen))
  for (const block of open) beginRest(walk, block)
  remember(walk, news)
  return { blocks: news, bonds }
}

function isOpen(block: WrittenBlock): boolean {
  return openWords(whole(block)) > 0
}

/** Passes threads on inside a pair, a split or a merge. A block without words has one thread, whatever it says. */
function passBond(walk: Walk, news: readonly WrittenBlock[], bond: Bond): void {
  const olds = bond.old.map((at) => walk.previous[at]!)
  const blocks = bond.new.map((at) => news[at]!)
  const [old, first] = [olds[0]!, blocks[0]!]
  if (!blocks.some(isOpen)) return
  const wordless = [...olds, ...blocks].filter(({ text }) => text.passage.words === 0)
  if (wordless.length === olds.length + blocks.length) claimAll(walk, whole(first), threadsOf(whole(old)))
  if (wordless.length > 0) return
  passOn(walk, { older: joined(olds), newer: joined(blocks), oneSentence: isOneOfAKind(first.piece.block) })
}

/** Looks for words that stand in the wrong place for a comparison: in what just left first, then in what left before. */
function adoptOrphans(walk: Walk, open: readonly WrittenBlock[]): void {
  if (open.length === 0) return
  const gone = walk.gone.list(walk)
  adopt(
    walk,
    longSentences(walk.previous).filter((each) => hasLeft(walk, each)),
    open
  )
  adopt(walk, gone, open)
  const before: PartOf[] = walk.previous.map(whole)
  adoptPhrases(walk, [...before, ...gone], open)
}

function beginRest({ threads, revision }: Walk, { text, threads: given }: WrittenBlock): void {
  for (const at of text.units) {
    if (given[at] === none) given[at] = threads.begin(text.passage.items[at]?.key ?? '', revision)
  }
}

function remember(walk: Walk, news: readonly WrittenBlock[]): void {
  const carrier = (of: PartOf) => ({ threads: threadsOf(of), revision: walk.revision, block: of.block.piece.at })
  walk.gone.add(longSentences(walk.previous).filter((each) => hasLeft(walk, each)))
  for (const of of news.map(whole)) walk.blocks.keep(keyOf(of), carrier(of))
  for (const of of longSentences(news)) walk.sentences.keep(keyOf(of), carrier(of))
  walk.previous = news
}

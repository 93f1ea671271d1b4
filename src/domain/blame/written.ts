import type { Budget } from '../diff/budget.ts'
import type { Piece } from '../diff/pieces.ts'
import type { Part, Sentence, Text } from './text.ts'
import type { Threads } from './threads.ts'

/** What a word has until its thread is known, and a punctuation mark always. */
export const none = -1

/** A block of one revision and the thread of each of its items. */
export interface WrittenBlock {
  readonly piece: Piece
  readonly text: Text
  readonly threads: number[]
}

/** Where an item stands. */
export interface Place {
  readonly block: WrittenBlock
  readonly at: number
}

/** A block's text or a part of it, and the block it stands in. */
export interface PartOf {
  readonly block: WrittenBlock
  readonly part: Part
}

/** A sentence and the block it stands in. */
export interface SentenceOf extends PartOf {
  readonly part: Sentence
}

/** The position of the revision that is being written, the threads there are, and the work that may still be done. */
export interface Ledger {
  readonly threads: Threads
  readonly revision: number
  readonly budget: Budget
}

/** A block of which no word's thread is known. */
export function unwritten(piece: Piece, text: Text): WrittenBlock {
  return { piece, text, threads: Array.from({ length: Math.max(1, text.passage.items.length) }, () => none) }
}

/** Texts of one key say the same and may be the same; a headline is never a paragraph. */
export function keyOf({ block, part }: PartOf): string {
  return `${block.piece.group}\n${part.key}`
}

/** The threads of the words, in order. */
export function threadsOf({ block, part }: PartOf): number[] {
  return part.units.map((at) => block.threads[at]!)
}

/** How many words have no thread yet. */
export function openWords({ block, part }: PartOf): number {
  return part.units.filter((at) => block.threads[at] === none).length
}

/** Gives one word a thread, unless the word has one or another word of this revision has the thread. */
export function claim({ threads, revision }: Ledger, { block, at }: Place, thread: number): void {
  if (block.threads[at] !== none || !threads.isFree(thread, revision)) return
  threads.hold(thread, revision)
  block.threads[at] = thread
}

/** Gives words the threads of equal words, in order. */
export function claimAll(ledger: Ledger, { block, part }: PartOf, given: readonly number[]): void {
  part.units.forEach((at, index) => claim(ledger, { block, at }, given[index]!))
}

/** The share of the threads, 0 to 1, that no word of this revision has. */
export function freeShare({ threads, revision }: Ledger, given: readonly number[]): number {
  return given.filter((thread) => threads.isFree(thread, revision)).length / Math.max(1, given.length)
}

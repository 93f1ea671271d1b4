import { bagOf } from '../diff/bag.ts'
import { textOf } from '../diff/passage.ts'
import { pairAnywhere } from '../diff/similarity.ts'
import { passOn } from './inherit.ts'
import { cut } from './stretch.ts'
import { freeShare, keyOf, openWords, threadsOf, type Ledger, type SentenceOf, type WrittenBlock } from './written.ts'

/** Shorter sentences are matched only inside their block. */
const wholeSentence = 5
/** A sentence is without a partner if this share of its words is. */
const orphaned = 0.6
/** Sentences that stand in different places must be this much alike to be one sentence edited. */
const alike = 0.6
/** So many sentences that left are looked at when a new one comes. */
const mostGone = 400

/** The sentences of blocks that are long enough to be known again. */
export function longSentences(blocks: readonly WrittenBlock[]): SentenceOf[] {
  return blocks.flatMap((block) =>
    block.text.sentences.filter(({ units }) => units.length >= wholeSentence).map((part) => ({ block, part }))
  )
}

/** Whether the sentence is not in the revision being written, or hardly anything of it. */
export function hasLeft(ledger: Ledger, sentence: SentenceOf): boolean {
  return freeShare(ledger, threadsOf(sentence)) >= orphaned
}

/** Sentences that some revision dropped and none has held since. */
export class GoneSentences {
  readonly #gone = new Map<string, SentenceOf>()

  /** Notes sentences that the revision being written dropped; those that are gone longest are forgotten. */
  add(left: readonly SentenceOf[]): void {
    for (const each of left) {
      this.#gone.delete(keyOf(each))
      this.#gone.set(keyOf(each), each)
    }
    for (const key of this.#gone.keys()) {
      if (this.#gone.size <= mostGone) return
      this.#gone.delete(key)
    }
  }

  /** Those still gone, the latest first. */
  list(ledger: Ledger): SentenceOf[] {
    return [...this.#gone.values()].filter((each) => hasLeft(ledger, each)).reverse()
  }
}

/** Passes threads from sentences without a partner to new ones that are alike, wherever they stand. */
export function adopt(ledger: Ledger, olds: readonly SentenceOf[], news: readonly WrittenBlock[]): void {
  const orphans = longSentences(news).filter(isOrphan)
  for (const group of new Set(orphans.map(({ block }) => block.piece.group))) {
    const inGroup = ({ block }: SentenceOf) => block.piece.group === group
    const [from, to] = [olds.filter(inGroup), orphans.filter(inGroup)]
    for (const pair of pairAnywhere(from.map(bagIn), to.map(bagIn), alike, ledger.budget)) {
      passOn(ledger, { older: cut(from[pair.old]!), newer: cut(to[pair.new]!), oneSentence: true })
    }
  }
}

function isOrphan(sentence: SentenceOf): boolean {
  return openWords(sentence) >= Math.max(wholeSentence, orphaned * sentence.part.units.length)
}

function bagIn({ block, part }: SentenceOf) {
  return bagOf(textOf(block.text.passage, part.from, part.to))
}

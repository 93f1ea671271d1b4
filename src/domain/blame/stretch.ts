import { textOf, type Passage } from '../diff/passage.ts'
import type { Place, SentenceOf, WrittenBlock } from './written.ts'

/** A text to pass threads from or to: some blocks joined, or a sentence of one; `places[i]` is where its item i stands. */
export interface Stretch {
  readonly passage: Passage
  readonly places: readonly Place[]
}

/** Blocks joined by line breaks, as a comparison joins the parts of a split or merge. */
export function joined(blocks: readonly WrittenBlock[]): Stretch {
  const places = blocks.flatMap((block) => block.text.passage.items.map((_, at) => ({ block, at })))
  return { passage: blocks.map(({ text }) => text.passage).reduce(join), places }
}

/** A sentence by itself. */
export function cut({ block, part: { from, to } }: SentenceOf): Stretch {
  const { passage } = block.text
  const items = passage.items.slice(from, to)
  const text = textOf(passage, from, to)
  const gaps = ['', ...passage.gaps.slice(from + 1, to), '']
  const words = items.filter(({ kind }) => kind === 'word').length
  const cutOut = { text, items, gaps, ids: passage.ids.slice(from, to), loose: passage.loose.slice(from, to), words }
  return { passage: cutOut, places: items.map((_, index) => ({ block, at: from + index })) }
}

/** The places of the words (not the punctuation) among items `from` to `to`. */
export function wordsIn({ places }: Stretch, from: number, to: number): Place[] {
  return places.slice(from, to).filter((place) => tokenAt(place).kind === 'word')
}

/** The alignment key of the item that stands in a place. */
export function keyAt(place: Place): string {
  return tokenAt(place).key
}

function tokenAt({ block, at }: Place) {
  return block.text.passage.items[at]!
}

function join(one: Passage, other: Passage): Passage {
  const [first, ...rest] = other.gaps
  return {
    text: `${one.text}\n${other.text}`,
    items: [...one.items, ...other.items],
    gaps: [...one.gaps.slice(0, -1), `${one.gaps.at(-1)!}\n${first!}`, ...rest],
    ids: Int32Array.of(...one.ids, ...other.ids),
    loose: Int32Array.of(...one.loose, ...other.loose),
    words: one.words + other.words
  }
}

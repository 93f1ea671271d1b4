import { textKey } from '../diff/keys.ts'
import { newReader, type Passage } from '../diff/passage.ts'
import { sentencesOf, type Span } from '../diff/sentences.ts'

/**
 * A text or a part of it. `units` are the items that have a life: its words; of a text without words the first item stands
 * for all. `key` is equal where the units say the same, whatever the punctuation.
 */
export interface Part {
  readonly units: readonly number[]
  readonly key: string
}

/** A sentence as items of its passage. */
export interface Sentence extends Span, Part {}

/** A block's text as blame reads it. */
export interface Text extends Part {
  readonly passage: Passage
  readonly sentences: readonly Sentence[]
}

/** A reader that takes each distinct text apart once, however many revisions hold it. */
export function newTextReader(): (text: string) => Text {
  const read = newReader()
  const known = new Map<string, Text>()
  return (text) => {
    const found = known.get(text) ?? toText(read(text))
    known.set(text, found)
    return found
  }
}

function toText(passage: Passage): Text {
  const units = wordsIn(passage, { from: 0, to: passage.items.length })
  const sentences = sentencesOf(passage).map((span) => toSentence(passage, span))
  if (units.length === 0) return { passage, units: [0], key: textKey(passage.text).replaceAll(' ', ''), sentences }
  return { passage, units, key: keyOf(passage, units), sentences }
}

function toSentence(passage: Passage, { from, to }: Span): Sentence {
  const units = wordsIn(passage, { from, to })
  return { from, to, units, key: keyOf(passage, units) }
}

function wordsIn({ items }: Passage, { from, to }: Span): number[] {
  const words: number[] = []
  for (let at = from; at < to; at++) if (items[at]!.kind === 'word') words.push(at)
  return words
}

function keyOf({ ids }: Passage, places: readonly number[]): string {
  return places.map((at) => ids[at]).join()
}

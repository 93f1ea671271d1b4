import { endsSentence, isOpeningMark, newLexicon, type Item, type Lexicon } from './lexicon.ts'
import { tokenEnds } from './tokens.ts'

/**
 * A text as it is compared: its words and punctuation marks in order. The spaces stand apart: `gaps[i]` is the space
 * before item `i`, and the last gap is what follows the last item. Gaps and items joined give the text exactly.
 */
export interface Passage {
  readonly text: string
  readonly items: readonly Item[]
  readonly gaps: readonly string[]
  /** For each item the number of its key; equal numbers are equal words in every passage of one lexicon. */
  readonly ids: Int32Array
  /** For a word that is capitalised because a sentence begins with it, the number it has elsewhere; -1 for all others. */
  readonly loose: Int32Array
  readonly words: number
}

/** Reads texts into passages, remembering those it has read and numbering their keys. */
export type Reader = (text: string) => Passage

/** A reader for one comparison. `lang` (BCP 47) helps where only a dictionary knows the words. */
export function newReader(lang: string | null = null): Reader {
  const lexicon = newLexicon()
  const read = new Map<string, Passage>()
  return (text) => {
    const known = read.get(text)
    if (known !== undefined) return known
    const passage = toPassage(text, tokenEnds(text, lang), lexicon)
    read.set(text, passage)
    return passage
  }
}

function toPassage(text: string, ends: readonly number[], lexicon: Lexicon): Passage {
  const items: Item[] = []
  const gaps = ['']
  let from = 0
  for (const end of ends) {
    const item = lexicon.item(text.slice(from, end))
    from = end
    if (item.kind === 'space') gaps[items.length] += item.text
    else {
      items.push(item)
      gaps.push('')
    }
  }
  const ids = Int32Array.from(items, ({ id }) => id)
  return { text, items, gaps, ids, loose: looseIds(items, lexicon), words: countWords(items) }
}

function looseIds(items: readonly Item[], lexicon: Lexicon): Int32Array {
  const loose = new Int32Array(items.length).fill(-1)
  let begins = true
  items.forEach((item, at) => {
    if (item.kind === 'word') {
      if (begins) loose[at] = lexicon.uncapitalised(item)
      begins = false
    } else if (endsSentence(item)) begins = true
    else begins &&= isOpeningMark(item)
  })
  return loose
}

/** Whether item `i` of one passage and item `j` of the other are the same word or mark. */
export function isSameItem(one: Passage, i: number, other: Passage, j: number): boolean {
  const [a, b] = [one.ids[i]!, other.ids[j]!]
  return a === b || one.loose[i] === b || a === other.loose[j]
}

/** How many of the items are words. */
export function countWords(items: readonly Item[], from = 0, to: number = items.length): number {
  let count = 0
  for (let at = from; at < to; at++) if (items[at]!.kind === 'word') count++
  return count
}

/** The text of items `from` to `to` with the spaces between them, without those around. */
export function textOf(passage: Passage, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) text += (at > from ? passage.gaps[at]! : '') + passage.items[at]!.text
  return text
}

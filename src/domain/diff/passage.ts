import { tokenise, type Token } from './tokens.ts'

/**
 * A text as it is compared: its words and punctuation marks in order. The spaces stand apart: `gaps[i]` is the space
 * before item `i`, and the last gap is what follows the last item. Gaps and items joined give the text exactly.
 */
export interface Passage {
  readonly text: string
  readonly items: readonly Token[]
  readonly gaps: readonly string[]
  /** For each item the number of its key; equal numbers are equal words in every passage of one lexicon. */
  readonly ids: readonly number[]
  readonly words: number
}

/** Reads texts into passages, remembering those it has read and numbering their keys. */
export type Reader = (text: string) => Passage

/** A reader for one comparison. `lang` (BCP 47) helps where only a dictionary knows the words. */
export function newReader(lang: string | null = null): Reader {
  const numbers = new Map<string, number>()
  const read = new Map<string, Passage>()
  const number = ({ key }: Token): number => {
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    return known
  }
  return (text) => {
    const passage = read.get(text) ?? toPassage(text, tokenise(text, lang), number)
    read.set(text, passage)
    return passage
  }
}

function toPassage(text: string, tokens: readonly Token[], number: (token: Token) => number): Passage {
  const items: Token[] = []
  const gaps = ['']
  for (const token of tokens) {
    if (token.kind === 'space') gaps[items.length] += token.text
    else {
      items.push(token)
      gaps.push('')
    }
  }
  return { text, items, gaps, ids: items.map(number), words: countWords(items) }
}

/** How many of the tokens are words. */
export function countWords(tokens: readonly Token[], from = 0, to: number = tokens.length): number {
  let count = 0
  for (let at = from; at < to; at++) if (tokens[at]!.kind === 'word') count++
  return count
}

/** The text of items `from` to `to` with the spaces between them, without those around. */
export function textOf(passage: Passage, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) text += (at > from ? passage.gaps[at]! : '') + passage.items[at]!.text
  return text
}

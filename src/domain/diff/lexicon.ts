import { isFunctionWord } from './function-words.ts'
import { toToken, type Token } from './tokens.ts'

/** A token with its number in a lexicon and what it costs to mark it as changed. Equal texts share one item. */
export interface Item extends Token {
  readonly id: number
  readonly weight: number
}

/** Numbers the keys of all the texts of one comparison. */
export interface Lexicon {
  readonly item: (text: string) => Item
  /** The number of a word without its capital; -1 where it has none. */
  readonly uncapitalised: (item: Item) => number
}

/** A word that tells something, one that tells little, a mark. Only their ratios matter. */
const weights = { telling: 10, thin: 5, mark: 6 }

export function newLexicon(): Lexicon {
  const items = new Map<string, Item>()
  const numbers = new Map<string, number>()
  const number = (key: string): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  }
  return {
    item: (text) => {
      const known = items.get(text)
      if (known !== undefined) return known
      const token = toToken(text)
      const made = { ...token, id: number(token.key), weight: weightOf(token) }
      items.set(text, made)
      return made
    },
    uncapitalised: ({ key }) => {
      const [first = ''] = key
      const small = first.toLowerCase()
      return small === first ? -1 : number(small + key.slice(first.length))
    }
  }
}

function weightOf({ kind, key }: Token): number {
  if (kind !== 'word') return weights.mark
  return isFunctionWord(key) ? weights.thin : weights.telling
}

const sentenceEnd = /^[.!?\u2026\u3002\uff01\uff1f\u0964\u06d4\u061f;\u037e]$/u
const opening = /^["'([{\u300c\u300e\u2039\u00bf\u00a1\uff08\u3010]$/u

/** Whether a mark can end a sentence. */
export function endsSentence({ key }: Token): boolean {
  return sentenceEnd.test(key)
}

/** Whether a mark opens a quotation or a bracket, or is of a kind that may. */
export function isOpeningMark({ key }: Token): boolean {
  return opening.test(key)
}

import type { Passage } from '../diff/passage.ts'
import type { Token } from '../diff/tokens.ts'
import { isQuotationMark } from './quotes.ts'

const sentenceEnd = /^[.!?:\u2026\u037e]$/

/** Whether a word has its capital because a sentence, a quotation or the like begins with it. */
export function startsSentence(items: readonly Token[], at: number): boolean {
  const before = items[at - 1]
  if (before === undefined || sentenceEnd.test(before.key)) return !endsTitle(items, at - 1)
  return before.kind === 'mark' && (isQuotationMark(before.text) || opening.test(before.text))
}

/** The full stop of Mr. and Dr. */
function endsTitle(items: readonly Token[], at: number): boolean {
  return items[at]?.key === '.' && titles.test(items[at - 1]?.key ?? '')
}

const titles = /^(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Sr|Sra|Dra|M|Mme|Dott|Hr|Fr|κ)$/u
const opening = /^[\u2012-\u2015\u00bf\u00a1([]$/u

const titleCases = new WeakMap<Passage, boolean>()

/** A headline That Writes Most Words Like This tells nothing about names. */
export function isTitleCase(passage: Passage): boolean {
  const known = titleCases.get(passage)
  if (known !== undefined) return known
  const words = passage.items.filter(({ kind, key }) => kind === 'word' && /^\p{L}/u.test(key))
  const large = words.filter(({ key }) => /^\p{Lu}/u.test(key))
  const titleCase = words.length >= 4 && large.length > 0.7 * words.length
  titleCases.set(passage, titleCase)
  return titleCase
}

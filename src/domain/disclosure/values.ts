import { westernDigits } from '../edits/digits.ts'
import { valueOf } from '../edits/number-words.ts'
import { vocabularyOf } from '../edits/vocabulary.ts'

const word = /[\p{L}\p{M}\p{N}]+(?:['’.,:\u066b\u066c-][\p{L}\p{M}\p{N}]+)*/gu
const digits = /\d+(?:[.,:'’]\d+)*/g
const tight = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** The words of a text in small letters, amounts among them, without what is only joined to them: the mayor's, والمدينة. */
export function wordsOf(text: string): string[] {
  return (text.normalize('NFC').toLowerCase().match(word) ?? []).map(bare)
}

const possessive = /['’]s?$/u
const arabicPrefix = /^[وفبلك]?(?:ال|لل)(?=\p{L}{3})/u

function bare(each: string): string {
  const stem = /['’]/.test(each) ? each.replace(possessive, '') : each
  return each.charCodeAt(0) < 0x600 ? stem : stem.replace(arabicPrefix, '')
}

/** The numbers that a text tells, in digits or words, as plain digits: 10,000 and 10.000 are 10000, six is 6. */
export function numbersOf(text: string, lang: string | null): string[] {
  const vocabulary = vocabularyOf(lang)
  return wordsOf(westernDigits(text)).flatMap((each) => {
    const value = /\d/.test(each) ? null : valueOf([each], vocabulary)
    return value === null ? (each.match(digits) ?? []).map(plainNumber) : [String(value)]
  })
}

function plainNumber(digits: string): string {
  const whole = digits.replace(/[.,'’](?=\d{3}(?!\d))/g, '')
  return whole.replace(',', '.').replace(/^0+(?=\d)/, '')
}

const written = /\d+(?=\s*[年月日时時])|\d{1,2}[:h]\d{2}|(?<!\d)(?:19|20)\d{2}(?!\d)/g

/** The numbers of a text that are part of a date or a time: beside the name of a month, or written as one. */
export function dateNumbersOf(text: string, lang: string | null): Set<string> {
  const western = westernDigits(text)
  const { months } = vocabularyOf(lang)
  const words = wordsOf(western)
  const isMonth = (at: number) => months.has(words[at] ?? '')
  const byMonth = words.filter((_, at) => [at - 2, at - 1, at + 1, at + 2].some(isMonth))
  return new Set([...byMonth, ...(western.match(written) ?? [])].flatMap((each) => numbersOf(each, lang)))
}

/** Whether one of some words is this one, but for its ending. */
export function holdsWord(words: readonly string[], sought: string): boolean {
  return words.some((each) => isSameWord(each, sought))
}

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true
  if (one[0] !== other[0]) return false
  const shorter = Math.min(one.length, other.length)
  if (shorter < 4 || Math.abs(one.length - other.length) > 3) return false
  const stem = Math.max(4, shorter - 2)
  return one.slice(0, stem) === other.slice(0, stem)
}

/** Whether a text is of a script that writes no spaces between words. */
export function isTight(text: string): boolean {
  return tight.test(text)
}

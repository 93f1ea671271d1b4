import { isMisspelling } from '../edits/spelling.ts'
import { termsIn } from '../edits/terms.ts'

/**
 * Whether one word is the other with its spelling corrected: a misspelling, or another capital, accent, hyphen or
 * apostrophe. Never where a digit is involved, or where a negation comes or goes.
 */
export function isCorrection(one: string, other: string): boolean {
  if (one === other) return true
  return isHarmless([one], [other]) && (sameLetters([one], [other]) || isMisspelling(one, other))
}

/** Whether words are the same letters divided otherwise: a lot for alot, newspaper for news paper. */
export function isRejoined(olds: readonly string[], news: readonly string[]): boolean {
  return olds.length > 0 && news.length > 0 && isHarmless(olds, news) && sameLetters(olds, news)
}

/** The letters by which words are compared: without case, without accents on Latin letters. */
export function lettersOf(word: string): string {
  const bare = word.normalize('NFD').replace(/(?<=\p{Script=Latin})[\u0300-\u036f]+/gu, '')
  return bare.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

function sameLetters(olds: readonly string[], news: readonly string[]): boolean {
  return olds.map(lettersOf).join('') === news.map(lettersOf).join('')
}

function isHarmless(olds: readonly string[], news: readonly string[]): boolean {
  if (/\p{N}/u.test([...olds, ...news].join(''))) return false
  return termsIn(olds, 'negation', null).join() === termsIn(news, 'negation', null).join()
}

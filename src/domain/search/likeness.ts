import { searchTokens } from './tokens.ts'

/** The words of a text as they are compared: without capitals and accents. */
export const wordsOf = (text: string): readonly string[] => searchTokens(text).map(({ token }) => token)

/** What a match of one word is worth; a word that is begun counts most of a whole one, because it is still being typed. */
const worth = { whole: 10, begun: 8, inside: 4, mistyped: 2, first: 2, next: 1 } as const

/**
 * How well a name is meant by what was typed: the higher the better, null where it is not. Every word that was typed must be
 * in the name, as a word, how one begins, a part of one, or nearly so; or all together are its words' first letters.
 */
export function likeness(typed: readonly string[], name: readonly string[]): number | null {
  let [sum, last] = [0, -1]
  for (const word of typed) {
    const best = bestOf(word, name, last)
    if (best === null) return initials(typed, name)
    sum += best.worth
    last = best.at
  }
  return sum / (1 + name.length / 50)
}

function bestOf(word: string, name: readonly string[], last: number): { at: number; worth: number } | null {
  let best: { at: number; worth: number } | null = null
  for (const [at, candidate] of name.entries()) {
    const own = worthOf(word, candidate)
    if (own === 0) continue
    const worthHere = own + (at === 0 ? worth.first : 0) + (at === last + 1 && last >= 0 ? worth.next : 0)
    if (best === null || worthHere > best.worth) best = { at, worth: worthHere }
  }
  return best
}

function worthOf(typed: string, word: string): number {
  if (typed === word) return worth.whole
  if (word.startsWith(typed)) return worth.begun
  if (typed.length >= 3 && word.includes(typed)) return worth.inside
  return isNearly(typed, word) ? worth.mistyped : 0
}

function initials(typed: readonly string[], name: readonly string[]): number | null {
  const letters = typed.join('')
  if (letters.length < 2 || letters.length > name.length) return null
  return name
    .map((word) => word.charAt(0))
    .join('')
    .startsWith(letters)
    ? worth.mistyped
    : null
}

/** One slip is forgiven in four letters, two in eight. */
const mostSlips = (letters: number): number => (letters < 4 ? 0 : letters < 8 ? 1 : 2)

/** Whether a word, or how it begins, is what was typed but for a slip: a letter more, less, other, or two in turn. */
function isNearly(typed: string, word: string): boolean {
  const most = mostSlips(typed.length)
  if (most === 0 || word.length < typed.length - most || !beginsNear(typed, word)) return false
  return slips(typed, word.slice(0, typed.length + most)) <= most
}

/** A slip at the very beginning is forgiven too, but hardly any two words that do not begin alike are one. */
const beginsNear = (typed: string, word: string): boolean =>
  typed[0] === word[0] || typed[0] === word[1] || typed[1] === word[0]

/** The fewest slips between what was typed and any beginning of a word (optimal string alignment). */
function slips(typed: string, word: string): number {
  let before: number[] = []
  let row = Array.from({ length: word.length + 1 }, (_, j) => j)
  for (let i = 1; i <= typed.length; i++) {
    const next = [i]
    for (let j = 1; j <= word.length; j++) {
      const other = typed[i - 1] === word[j - 1] ? 0 : 1
      const turned = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + other, turned ? before[j - 2]! + 1 : Infinity)
    }
    before = row
    row = next
  }
  return Math.min(...row)
}

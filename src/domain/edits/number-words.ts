import { mayBeNumber, vocabularyOf, type Vocabulary } from './vocabulary.ts'

/** What one lower-case word counts, in whatever language: six, ninety-five, million; null where it is no number. */
export function wordValue(word: string): number | null {
  const all = vocabularyOf(null)
  return all.magnitudes.get(word) ?? valueOf([word], all)
}

/** What several lower-case words count together: two hundred and six; null where one of them is no number. */
export function valueOf(words: readonly string[], vocabulary: Vocabulary): number | null {
  const parts: number[] = []
  for (const word of words.flatMap((each) => partsOf(each, vocabulary))) {
    const value = vocabulary.numbers.get(word)
    const magnitude = vocabulary.magnitudes.get(word)
    if (value !== undefined) add(parts, value)
    else if (magnitude !== undefined) multiply(parts, magnitude)
    else if (!vocabulary.joiners.has(word)) return null
  }
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0)
}

/** Whether a lower-case word is a number or part of one; half and third count, `and` does not. */
export function isNumberWord(word: string, vocabulary: Vocabulary): boolean {
  return mayBeNumber(word, vocabulary) && valueOf([word], vocabulary) !== null
}

/** In French four twenties are eighty. */
function add(parts: number[], value: number): void {
  if (value === 20 && parts.at(-1) === 4) parts[parts.length - 1] = 80
  else parts.push(value)
}

/** A magnitude multiplies all that is smaller and stands before it: (two hundred and six) thousand. */
function multiply(parts: number[], magnitude: number): void {
  let counted = 0
  while (parts.length > 0 && parts.at(-1)! < magnitude) counted += parts.pop()!
  parts.push((counted === 0 ? 1 : counted) * magnitude)
}

function partsOf(word: string, vocabulary: Vocabulary): string[] {
  if (vocabulary.numbers.has(word) || vocabulary.magnitudes.has(word)) return [word]
  if (word.includes('-')) return word.split('-')
  return glued(word, vocabulary) ?? withoutAnd(word, vocabulary)
}

/** In Arabic and Hebrew `and` is the first letter of the word it joins. */
function withoutAnd(word: string, { numbers, magnitudes }: Vocabulary): string[] {
  const rest = /^[وו](.{2,})$/u.exec(word)?.[1]
  return rest !== undefined && (numbers.has(rest) || magnitudes.has(rest)) ? [rest] : [word]
}

const gluing = new Set(['de', 'nl', 'it', 'th'])
const longestPart = 12

/** fünfundzwanzig, ventidue: the words of a number written as one; null where something else remains. */
function glued(word: string, vocabulary: Vocabulary): string[] | null {
  if (!gluing.has(vocabulary.code ?? '') || word.length < 6) return null
  const parts: string[] = []
  for (let at = 0; at < word.length;) {
    const part = longestAt(word, at, vocabulary)
    if (part === null) return null
    parts.push(part)
    at += part.length
  }
  return vocabulary.joiners.has(parts.at(-1)!) ? null : parts
}

function longestAt(word: string, at: number, { numbers, magnitudes, joiners }: Vocabulary): string | null {
  for (let length = Math.min(longestPart, word.length - at); length > 1; length--) {
    const part = word.slice(at, at + length)
    if (numbers.has(part) || magnitudes.has(part) || joiners.has(part)) return part
  }
  return null
}

const eastAsian: ReadonlyMap<string, number> = new Map(
  [...'〇一二三四五六七八九']
    .map((digit, value) => [digit, value] as const)
    .concat([
      ['零', 0],
      ['两', 2],
      ['兩', 2]
    ])
)
const koreanDigits: ReadonlyMap<string, number> = new Map(
  [...'영일이삼사오육칠팔구'].map((digit, value) => [digit, value])
)
const eastAsianPowers: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1_000],
  ['万', 10_000],
  ['萬', 10_000],
  ['億', 100_000_000],
  ['亿', 100_000_000],
  ['兆', 1_000_000_000_000],
  ['십', 10],
  ['백', 100],
  ['천', 1_000],
  ['만', 10_000],
  ['억', 100_000_000],
  ['조', 1_000_000_000_000]
])

/** What 二十三, 2億4千万 or 5천만 amounts to; null where it is no number. */
export function eastAsianValue(text: string): number | null {
  const parts: number[] = []
  for (const [part] of text.matchAll(/[\d.]+|./gu)) {
    const power = eastAsianPowers.get(part)
    const digit = eastAsian.get(part) ?? koreanDigits.get(part) ?? Number(part)
    if (power !== undefined) multiply(parts, power)
    else if (Number.isNaN(digit)) return null
    else parts.push(digit)
  }
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0)
}

import { characterClass, mayCutGrapheme } from './characters.ts'
import { tokenKey } from './keys.ts'
import { addressEnd, wordEnd } from './word-scanner.ts'

/** A word, a stretch of space, or one punctuation mark or symbol. `key` is what decides whether two tokens are equal. */
export interface Token {
  readonly kind: 'word' | 'space' | 'mark'
  readonly text: string
  readonly key: string
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * The tokens of a text; joined, they give the text exactly. No token ends inside a grapheme, a number, an amount, a
 * hyphen compound or an address. `lang` (BCP 47) helps where only a dictionary knows the words.
 */
export function tokenise(text: string, lang: string | null = null): Token[] {
  let start = 0
  return tokenEnds(text, lang).map((end) => {
    const token = toToken(text.slice(start, end))
    start = end
    return token
  })
}

/** Where each token of a text ends. */
export function tokenEnds(text: string, lang: string | null): number[] {
  return graphemeSafe(text, scan(text, lang))
}

/** The token that stands as `text`. */
export function toToken(text: string): Token {
  const kind = kindOf(text)
  const key = kind === 'space' ? (/\s/u.test(text) ? ' ' : '') : tokenKey(text)
  return { kind, text, key }
}

function kindOf(text: string): Token['kind'] {
  let empty = true
  for (const character of text) {
    const found = characterClass(character.codePointAt(0)!)
    if (found === 'letter' || found === 'digit' || found === 'dictionary') return 'word'
    if (found === 'other') empty = false
  }
  return empty ? 'space' : 'mark'
}

/** Marks that a typewriter makes of several: an ellipsis, a dash, quotation marks. */
const typedMarks = ['...', '--', "''", '``']

/** Where each token ends, before graphemes are looked at. */
function scan(text: string, lang: string | null): number[] {
  const ends: number[] = []
  let at = 0
  while (at < text.length) {
    const plain = plainEnd(text, at)
    if (plain > at) {
      ends.push(plain)
      at = plain
      continue
    }
    const found = characterClass(text.codePointAt(at)!)
    if (found === 'dictionary') {
      const end = runEnd(text, at, 'dictionary')
      ends.push(...dictionaryEnds(text.slice(at, end), lang).map((length) => at + length))
      at = end
    } else {
      at = tokenEnd(text, at)
      ends.push(at)
    }
  }
  return ends
}

/**
 * Where a word of plain Latin letters ends that a space or a comma follows, or a single space; `at` for all else. Most of
 * most texts is that, and need not be looked at closely.
 */
function plainEnd(text: string, from: number): number {
  let at = from
  if (text.charCodeAt(at) === 0x20) {
    const next = text.charCodeAt(at + 1) | 0x20
    return next >= 0x61 && next <= 0x7a ? at + 1 : from
  }
  let code = text.charCodeAt(at) | 0x20
  while (code >= 0x61 && code <= 0x7a) code = text.charCodeAt(++at) | 0x20
  const next = text.charCodeAt(at)
  return next === 0x20 || next === 0x2c ? (isWebStart(text, from) ? from : at) : from
}

function isWebStart(text: string, at: number): boolean {
  return text.startsWith('http', at) || text.startsWith('www', at)
}

function tokenEnd(text: string, at: number): number {
  const found = characterClass(text.codePointAt(at)!)
  if (found === 'space' || found === 'unseen') return spaceEnd(text, at)
  const end = Math.max(addressEnd(text, at), wordEnd(text, at))
  if (end > at) return end
  const typed = typedMarks.find((mark) => text.startsWith(mark, at))
  return typed === undefined ? at + width(text, at) : at + typed.length
}

function spaceEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && /space|unseen/.test(characterClass(text.codePointAt(at)!))) at += width(text, at)
  return at
}

function runEnd(text: string, from: number, wanted: string): number {
  let at = from
  while (at < text.length && characterClass(text.codePointAt(at)!) === wanted) at += width(text, at)
  return at
}

/** Ends of the words of a run that only a dictionary can divide; of its graphemes where there is no dictionary. */
function dictionaryEnds(run: string, lang: string | null): readonly number[] {
  const words = [...segmenter(lang).segment(run)].map((word) => word.index + word.segment.length)
  if (words.length > 1 || run.length < 12) return withWholeNumbers(run, words)
  return [...graphemes.segment(run)].map((grapheme) => grapheme.index + grapheme.segment.length)
}

const hanNumber = /[\u3007零一二三四五六七八九十百千万萬億亿兆]{2,}/gu

/** No word ends inside a number in Han characters, 二〇二四年; a word that only partly belongs to it is one with it. */
function withWholeNumbers(run: string, ends: readonly number[]): readonly number[] {
  const numbers = [...run.matchAll(hanNumber)].map(({ 0: number, index }) => ({
    from: index,
    to: index + number.length
  }))
  return numbers.length === 0 ? ends : ends.filter((end) => !numbers.some(({ from, to }) => from < end && end < to))
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(lang: string | null): Intl.Segmenter {
  const locale = lang !== null && isLocale(lang) ? lang : 'und'
  const known = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' })
  segmenters.set(locale, known)
  return known
}

function isLocale(lang: string): boolean {
  try {
    return Intl.Segmenter.supportedLocalesOf(lang).length > 0
  } catch {
    return false
  }
}

function graphemeSafe(text: string, ends: readonly number[]): number[] {
  let segments: Intl.Segments | null = null
  return ends.filter((end) => {
    if (end === text.length || !mayCutGrapheme(codeBefore(text, end), text.codePointAt(end)!)) return true
    segments ??= graphemes.segment(text)
    return segments.containing(end)?.index === end
  })
}

function codeBefore(text: string, at: number): number {
  const code = text.charCodeAt(at - 1)
  return code >= 0xdc00 && code <= 0xdfff && at > 1 ? text.codePointAt(at - 2)! : code
}

function width(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1
}

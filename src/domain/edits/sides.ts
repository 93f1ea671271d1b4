import type { Site } from '../diff/sites.ts'
import type { Setting } from './finding.ts'
import type { NameSpan } from './name-contexts.ts'
import type { NumberSpan } from './number-span.ts'
import { isQuotationMark } from './quotes.ts'
import type { Reading } from './reading.ts'
import { tellingTerms, type TellingTerms } from './terms.ts'

/** One side of a change: items `from` to `to` of a passage. */
export interface Side {
  readonly reading: Reading
  readonly from: number
  readonly to: number
  readonly keys: readonly string[]
  readonly words: readonly string[]
  readonly text: string
  /** The text with a few characters more on both sides. */
  readonly around: string
  /** Numbers that the change touches; of a number it cuts, the whole. */
  readonly numbers: readonly NumberSpan[]
  readonly titled: readonly NameSpan[]
  /** Negations, hedges and the like among its words. */
  readonly terms: TellingTerms
  /** Of its words, how many stand inside quotation marks; 0 to 1. */
  readonly quotedShare: number
  readonly quoted: boolean
}

/** Both sides of a change. */
export interface Sides {
  readonly older: Side
  readonly newer: Side
  /** Whole sentences, not words of them. */
  readonly sentence: boolean
  readonly setting: Setting
}

/** Both sides of a change, each with what is known about the passage around it. */
export function sidesOf(older: Reading, newer: Reading, site: Site, setting: Setting): Sides {
  const around = {
    older: placeOf(older, site.oldFrom, site.oldTo),
    newer: placeOf(newer, site.newFrom, site.newTo)
  }
  const numbers = touched({ older: older.numbers, newer: newer.numbers }, around)
  const titled = touched({ older: older.titled, newer: newer.titled }, around)
  const side = (reading: Reading, which: 'older' | 'newer') =>
    sideOf(reading, around[which], { numbers: numbers[which], titled: titled[which], setting })
  return { older: side(older, 'older'), newer: side(newer, 'newer'), sentence: site.sentence, setting }
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** Characters of the block's text, and items of the passage. */
interface Place extends Stretch {
  readonly item: number
  readonly end: number
}

function placeOf({ starts, passage }: Reading, item: number, end: number): Place {
  const from = starts[item]!
  const to = end > item ? starts[end - 1]! + passage.items[end - 1]!.text.length : from
  return { item, end, from, to }
}

interface Touched {
  readonly numbers: readonly NumberSpan[]
  readonly titled: readonly NameSpan[]
  readonly setting: Setting
}

function sideOf(reading: Reading, place: Place, { numbers, titled, setting }: Touched): Side {
  const keys: string[] = []
  const words: string[] = []
  let inside = 0
  for (let at = place.item; at < place.end; at++) {
    const { key, kind } = reading.passage.items[at]!
    keys.push(key)
    if (kind !== 'word') continue
    words.push(key)
    if (reading.quoted[at]!) inside++
  }
  const text = reading.text.slice(place.from, place.to)
  const around = textAround(reading, place)
  const quotedShare = inside / Math.max(1, words.length)
  const terms = tellingTerms(termWords(words, text, around), setting.words())
  const quoted = isQuoted(reading, place, quotedShare)
  return {
    reading,
    from: place.item,
    to: place.end,
    keys,
    words,
    text,
    around,
    numbers,
    titled,
    terms,
    quotedShare,
    quoted
  }
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** The words to look for telling ones in; in a script without spaces the text around, as a word may be cut anywhere. */
function termWords(words: readonly string[], text: string, around: string): readonly string[] {
  return unspaced.test(around) && (text === '' || unspaced.test(text)) ? [around] : words
}

/** Inside quotation marks: all its words, or, with none of the marks among them, what it has. */
function isQuoted({ passage, quoted }: Reading, { item, end }: Place, share: number): boolean {
  if (share === 1) return true
  if (end === item || (share === 0 && !quoted[item]!)) return false
  const items = passage.items.slice(item, end)
  const marks = items.some(({ text }) => isQuotationMark(text))
  return !marks && (share > 0 || quoted.slice(item, end).every(Boolean))
}

/** So many characters on both sides belong to a word of a script without spaces. */
const margin = 4

/** From the word before to the word after, and a little more. */
function textAround({ passage, starts, text }: Reading, { item, end }: Place): string {
  const before = item === 0 ? starts[0]! : starts[item - 1]! + passage.items[item - 1]!.text.length
  return text.slice(Math.max(0, before - margin), starts[end]! + margin)
}

interface Both<T> {
  readonly older: T
  readonly newer: T
}

/**
 * The numbers or names a change touches on either side. Where it cuts one ("1.5" of "1.5 million"), both sides are widened
 * by what is cut off: what stands there is the same, so the one that corresponds is found.
 */
function touched<T extends Stretch>(spans: Both<readonly T[]>, around: Both<Stretch>): Both<readonly T[]> {
  if (spans.older.length + spans.newer.length === 0) return spans
  let { older, newer } = around
  for (let round = 0; round < 2; round++) {
    const [left, right] = overhang(older, newer, touching(spans.older, older), touching(spans.newer, newer))
    older = { from: older.from - left, to: older.to + right }
    newer = { from: newer.from - left, to: newer.to + right }
  }
  return { older: touching(spans.older, older), newer: touching(spans.newer, newer) }
}

function overhang(old: Stretch, newer: Stretch, olds: readonly Stretch[], news: readonly Stretch[]) {
  const left = [...olds.map(({ from }) => old.from - from), ...news.map(({ from }) => newer.from - from)]
  const right = [...olds.map(({ to }) => to - old.to), ...news.map(({ to }) => to - newer.to)]
  return [Math.max(0, ...left), Math.max(0, ...right)] as const
}

/** Spans are in order and do not overlap: the first is looked for by halving. */
function touching<T extends Stretch>(spans: readonly T[], { from, to }: Stretch): T[] {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.to <= from) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < spans.length && spans[end]!.from < to) end++
  return spans.slice(low, end)
}

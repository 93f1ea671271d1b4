import type { Site } from '../diff/sites.ts'
import type { Setting } from './finding.ts'
import type { NameSpan } from './name-contexts.ts'
import type { NumberSpan } from './number-span.ts'
import { isQuotationMark } from './quotes.ts'
import type { Reading } from './reading.ts'

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
    older: stretchOf(older, site.oldFrom, site.oldTo),
    newer: stretchOf(newer, site.newFrom, site.newTo)
  }
  const numbers = touched({ older: older.numbers, newer: newer.numbers }, around)
  const titled = touched({ older: older.titled, newer: newer.titled }, around)
  return {
    older: sideOf(older, { ...around.older, item: site.oldFrom, end: site.oldTo }, numbers.older, titled.older),
    newer: sideOf(newer, { ...around.newer, item: site.newFrom, end: site.newTo }, numbers.newer, titled.newer),
    sentence: site.sentence,
    setting
  }
}

interface Place extends Stretch {
  readonly item: number
  readonly end: number
}

function sideOf(reading: Reading, place: Place, numbers: readonly NumberSpan[], titled: readonly NameSpan[]): Side {
  const { passage, quoted } = reading
  const items = passage.items.slice(place.item, place.end)
  const words = items.filter(({ kind }) => kind === 'word').map(({ key }) => key)
  const inside = items.filter(({ kind }, index) => kind === 'word' && quoted[place.item + index]!).length
  const quotedShare = inside / Math.max(1, words.length)
  return {
    reading,
    from: place.item,
    to: place.end,
    keys: items.map(({ key }) => key),
    words,
    text: reading.text.slice(place.from, place.to),
    around: textAround(reading, place),
    numbers,
    titled,
    quotedShare,
    quoted: isQuoted(reading, place, quotedShare)
  }
}

/** Inside quotation marks: all its words, or, with none of the marks among them, what it has. */
function isQuoted({ passage, quoted }: Reading, { item, end }: Place, share: number): boolean {
  if (share === 1) return true
  const marks = passage.items.slice(item, end).some(({ text }) => isQuotationMark(text))
  return !marks && end > item && (share > 0 || quoted.slice(item, end).every(Boolean))
}

/** From the word before to the word after, and a little more. */
function textAround({ passage, starts, text }: Reading, { item, end }: Place): string {
  const before = item === 0 ? starts[0]! : starts[item - 1]! + passage.items[item - 1]!.text.length
  return text.slice(Math.max(0, before - margin), starts[end]! + margin)
}

/** So many characters on both sides belong to a word of a script without spaces. */
const margin = 4

interface Stretch {
  readonly from: number
  readonly to: number
}

interface Both<T> {
  readonly older: T
  readonly newer: T
}

/**
 * The numbers or names a change touches on either side. Where it cuts one ("1.5" of "1.5 million"), both sides are widened
 * by what is cut off: what stands there is the same, so the one that corresponds is found.
 */
function touched<T extends Stretch>(spans: Both<readonly T[]>, around: Both<Stretch>): Both<T[]> {
  let { older, newer } = around
  for (let round = 0; round < 2; round++) {
    const [left, right] = overhang(older, newer, touching(spans.older, older), touching(spans.newer, newer))
    older = { from: older.from - left, to: older.to + right }
    newer = { from: newer.from - left, to: newer.to + right }
  }
  return { older: touching(spans.older, older), newer: touching(spans.newer, newer) }
}

function stretchOf({ starts, passage }: Reading, from: number, to: number): Stretch {
  const begins = starts[from]!
  return { from: begins, to: to > from ? starts[to - 1]! + passage.items[to - 1]!.text.length : begins }
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

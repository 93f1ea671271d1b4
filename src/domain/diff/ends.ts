import { endsInAbbreviation } from './sentences.ts'

/** Two texts without the whole sentences they share at their ends. Head, middle and tail joined give each text. */
export interface Cut {
  readonly head: string
  readonly middle: { readonly old: string; readonly new: string }
  readonly tail: string
}

/** Two texts as they are. */
export function uncut(old: string, newer: string): Cut {
  return { head: '', middle: { old, new: newer }, tail: '' }
}

/** Less than this at either end is not worth cutting off. */
const least = 40

/**
 * Takes off the sentences two texts begin and end with alike, so that only what lies between is read. Nothing is cut off
 * before a quotation mark: what follows may stand inside the quotation.
 */
export function cutEqual(old: string, newer: string): Cut {
  const shorter = Math.min(old.length, newer.length)
  let from = 0
  while (from < shorter && old.charCodeAt(from) === newer.charCodeAt(from)) from++
  const start = from < least ? 0 : lastSentenceStart(old, from)
  let back = 0
  const room = shorter - start
  while (back < room && old.charCodeAt(old.length - 1 - back) === newer.charCodeAt(newer.length - 1 - back)) back++
  const end = back < least ? 0 : back - firstSentenceStart(old.slice(old.length - back))
  return {
    head: old.slice(0, start),
    middle: { old: old.slice(start, old.length - end), new: newer.slice(start, newer.length - end) },
    tail: old.slice(old.length - end)
  }
}

const quotationMark = /["\u2018\u2019\u201a\u201c-\u201f\u00ab\u00bb\u2039\u203a\u300c-\u300f'`]/
const boundary =
  /(?<=[\p{Ll}\p{Lo}\p{M})][.!?\u2026\u0964\u06d4\u061f][)\]]?[ \n]|[\u3002\uff01\uff1f])(?=[\p{Lu}\p{Lo}])/gu

/** The last place up to `to` at which a sentence begins; 0 where there is none, or a quotation mark before it. */
function lastSentenceStart(old: string, to: number): number {
  const quoted = old.slice(0, to).search(quotationMark)
  const common = old.slice(0, quoted < 0 ? to : quoted)
  let start = 0
  for (const { index } of common.matchAll(boundary)) if (!endsInAbbreviation(common.slice(0, index))) start = index
  return start
}

/** How far into a text its first whole sentence begins; its length where none does. */
function firstSentenceStart(text: string): number {
  for (const { index } of text.matchAll(boundary))
    if (index > 0 && !endsInAbbreviation(text.slice(0, index))) return index
  return text.length
}

/** So many characters that two texts begin or end with alike are no chance. */
const telling = 60

/** Positions of two texts that begin alike, or that `end` alike. */
export interface EqualEnds {
  readonly old: number
  readonly new: number
  readonly end: boolean
}

/**
 * Pairs of texts that begin or end alike at length: the same text, though most of it may have gone or come since. Only
 * beginnings and ends that no other text of either side has.
 */
export function pairsWithEqualEnds(olds: readonly string[], news: readonly string[]): EqualEnds[] {
  const pairs = (end: boolean, cut: (text: string) => string) => {
    const known = singlePlaces(olds.map(cut))
    return [...singlePlaces(news.map(cut))].flatMap(([key, to]) => {
      const old = known.get(key) ?? -1
      return old < 0 || to < 0 || key.length < telling ? [] : [{ old, new: to, end }]
    })
  }
  return [...pairs(false, (text) => text.slice(0, telling)), ...pairs(true, (text) => text.slice(-telling))]
}

function singlePlaces(keys: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  keys.forEach((key, at) => places.set(key, places.has(key) ? -1 : at))
  return places
}

import type { BodyHints } from '../body.ts'
import { lineOf } from './lines.ts'
import type { Segment } from './outline.ts'
import { endsSentence, hasSentence } from './weigh.ts'

/** Why a segment is no part of the article by what it says itself; null where nothing speaks against it. */
export function furnitureText(
  segment: Segment,
  isEdge: boolean
): { readonly step: string; readonly why: string } | null {
  const { kind, text, weight, linked } = segment
  if (kind === 'image' || kind === 'embed') return null
  const line = lineOf(text)
  if (line !== null && (isEdge || anywhere.has(line.step)) && !isCell(segment)) return line
  const isLink =
    linked > weight * 0.9 && !endsSentence(text) && kind !== 'heading' && kind !== 'table-row' && weight < 240
  return isLink ? { step: 'links', why: 'it is nothing but a link' } : null
}

/** Lines of these kinds stand between paragraphs as well. */
const anywhere = new Set(['advert', 'related', 'credit', 'newsletter', 'share-bar'])

const isCell = ({ kind, element: { tagName } }: Segment): boolean =>
  kind === 'table-row' || tagName === 'td' || tagName === 'th'

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether a segment is the page's headline: by its words, or as a first heading above all prose. */
export function isHeadline({ kind, text, element }: Segment, { headline }: BodyHints, isAbove: boolean): boolean {
  if (element.tagName === 'h1' && isAbove) return true
  return headline !== null && kind !== 'image' && text.length < 500 && letters(text) === letters(headline)
}

const solid = ({ kind, text, weight, linked }: Segment): boolean => {
  if (kind === 'image' || kind === 'embed' || kind === 'caption') return false
  if (kind === 'heading') return false
  if (linked > weight / 2) return false
  return (
    endsSentence(text) || weight > 100 || (kind === 'table-row' && weight > 10) || (hasSentence(text) && weight > 40)
  )
}

/** A short sentence is enough to end a text, but not to begin one. */
const closes = ({ kind, text, weight, linked }: Segment): boolean =>
  (kind === 'paragraph' || kind === 'quote' || kind === 'list-item') && linked <= weight / 2 && endsSentence(text)

/** The stretch from the first block of prose until behind the last; a heading right before it included. */
export function proseStretch(segments: readonly Segment[]): { readonly from: number; readonly until: number } {
  let from = segments.findIndex(solid)
  if (from < 0) return { from: 0, until: segments.length }
  let until = segments.findLastIndex((segment) => solid(segment) || closes(segment)) + 1
  while (from > 0 && isSection(segments, from - 1)) from--
  while (until < segments.length && ['image', 'embed', 'caption'].includes(segments[until]!.kind)) until++
  return { from, until }
}

/** Whether a heading above the first prose is one of several of its rank: a kicker or another headline is not. */
function isSection(segments: readonly Segment[], at: number): boolean {
  const { kind, element } = segments[at]!
  if (kind !== 'heading') return false
  return segments.some((other, i) => i > at && other.kind === 'heading' && other.element.tagName === element.tagName)
}

/** Texts that stand so often are labels of the page's own. */
const often = 3

/** The short texts that several paragraphs or headings say alike, without being sentences: labels, not an article's words. */
export function labelsIn(segments: readonly Segment[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { kind, text, weight, element } of segments) {
    const isLine = (kind === 'paragraph' || kind === 'heading') && !/^t[dhr]$/.test(element.tagName)
    if (isLine && weight < 100 && !/[.!?…。！？।]$/.test(text)) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= often).map(([text]) => text))
}

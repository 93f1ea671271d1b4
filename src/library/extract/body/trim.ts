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

/** The stretch from the first block of prose until behind the last; a heading right before it included. */
export function proseStretch(segments: readonly Segment[]): { readonly from: number; readonly until: number } {
  let from = segments.findIndex(solid)
  if (from < 0) return { from: 0, until: segments.length }
  let until = segments.findLastIndex(solid) + 1
  while (from > 0 && segments[from - 1]!.kind === 'heading') from--
  while (until < segments.length && ['image', 'embed', 'caption'].includes(segments[until]!.kind)) until++
  return { from, until }
}

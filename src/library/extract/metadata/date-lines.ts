import { readClaims } from '../../capture/claims.ts'
import type { Claim } from '../../../domain/revision.ts'
import type { ShownPart } from './headline.ts'
import type { Line, Shown } from './shown.ts'

/** A line, or a part of one, that says nothing but times. */
export interface DateLine extends ShownPart {
  readonly claims: readonly Claim[]
}

const linesBefore = 8
const linesAfter = 25
const longestLine = 160
const mostDateLines = 4
/** Every date has a digit; relative ones may have none ("just now"). */
const mayBeDate = /\p{N}|ago|now|gerade|instant|только|たった|刚刚|剛剛|방금/iu

interface Wanted {
  readonly shown: Shown
  readonly headline: ShownPart | null
  readonly lang: string | null
}

/** The date lines around the headline, in the order of the page. */
export function shownDateLines({ shown, headline, lang }: Wanted): DateLine[] {
  const { lines } = shown
  const at =
    headline === null
      ? 0
      : Math.max(
          0,
          lines.findIndex((line) => line.at >= headline.at)
        )
  const near = lines.slice(headline === null ? 0 : Math.max(0, at - linesBefore), at + linesAfter)
  const found: DateLine[] = []
  for (const line of near) {
    if (found.length >= mostDateLines) break
    found.push(...dateLinesIn(line, lang))
  }
  const after = found.filter((one) => headline === null || one.at >= headline.at)
  return after.length > 0 ? after : found
}

/** A whole line; failing that, those of its parts that are dates: `By Ann Lee | 3 March 2026`. */
function dateLinesIn(line: Line, lang: string | null): DateLine[] {
  if (line.text.length > longestLine || !mayBeDate.test(line.text)) return []
  const claims = readClaims(line.text, lang)
  if (claims !== null) return [{ text: line.text, element: line.element, at: line.at, claims }]
  const parts = [
    ...line.pieces.map(({ text, element }) => ({ text, element })),
    ...line.text.split(/\s+[|•·–—]\s+|\s[-/]\s/u).map((text) => ({ text, element: line.element }))
  ]
  for (const { text, element } of parts.slice(0, 20)) {
    if (text === line.text || !mayBeDate.test(text)) continue
    const plain = text.replace(/^[\s|•·–—,-]+|[\s|•·–—,-]+$/gu, '')
    const found = readClaims(plain, lang)
    if (found !== null) return [{ text: plain, element, at: line.at, claims: found }]
  }
  return []
}

import { readClaims } from '../../capture/claims.ts'
import type { Claim } from '../../../domain/revision.ts'
import type { ShownPart } from './headline.ts'
import { namesOf, type Line, type Shown } from './shown.ts'
import { isElement, type Element } from '../tree.ts'

/** A line, or a part of one, that says nothing but times. */
export interface DateLine extends ShownPart {
  readonly claims: readonly Claim[]
}

const linesBefore = 8
const linesAfter = 25
const longestLine = 160
const mostDateLines = 3
/** Every date has a digit; relative ones may have none ("just now"). */
const mayBeDate = /\p{N}|ago|now|gerade|instant|только|たった|刚刚|剛剛|방금/iu

interface Wanted {
  readonly shown: Shown
  readonly headline: ShownPart | null
  readonly lang: string | null
}

/**
 * The date lines of an article, in the order of the page: those under the headline, up to where the text begins; failing
 * that, those right above it; failing that, what is called a date elsewhere.
 */
export function shownDateLines({ shown, headline, lang }: Wanted): DateLine[] {
  const { lines } = shown
  const at =
    headline === null
      ? 0
      : Math.max(
          0,
          lines.findIndex((line) => line.at >= headline.at)
        )
  const below = together(lines.slice(at, at + linesAfter), lang)
  if (below.length > 0) return below
  const above =
    headline === null ? [] : lines.slice(Math.max(0, at - linesBefore), at).flatMap((line) => dateLinesIn(line, lang))
  return above.length > 0 ? above.slice(-2) : called(shown, lang)
}

/** The first date line and those that follow it closely: further down they are those of other articles. */
function together(lines: readonly Line[], lang: string | null): DateLine[] {
  const found: DateLine[] = []
  let since = 0
  for (const line of lines) {
    if (found.length >= mostDateLines || (found.length > 0 && since > linesBetween)) break
    const here = dateLinesIn(line, lang)
    found.push(...here)
    since = here.length > 0 ? 0 : since + (line.text.length > longestBetween ? linesBetween : 1)
  }
  return found
}

const linesBetween = 3
const longestBetween = 120
const dateNames =
  /(?:^|[\s_-])(?:date|datum|fecha|data|dateline|published|publish-?date|post-?date|pub-?date|posted-?on|timestamp|date-?time|documentpublished|documentmodified|entry-date|time)(?:$|[\s_-])/u
const mostCalled = 300

function called({ named, lines }: Shown, lang: string | null): DateLine[] {
  const elements = new Set(
    named
      .filter(({ element }) => element.tagName === 'time' || dateNames.test(namesOf(element)))
      .slice(0, mostCalled)
      .map(({ element }) => element)
  )
  if (elements.size === 0) return []
  for (const line of lines) {
    const isCalled = line.pieces.some(
      ({ element }) => elements.has(element) || isElementOf(element.parentNode, elements)
    )
    const found = isCalled ? dateLinesIn(line, lang) : []
    if (found.some(({ claims }) => claims.some(({ at }) => at !== null))) return found
  }
  return []
}

const isElementOf = (parent: Element['parentNode'], elements: ReadonlySet<Element>): boolean =>
  isElement(parent) && elements.has(parent)

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

import { attribute, elementsUnder, isElement, type Element } from '../tree.ts'
import type { ShownPart } from './headline.ts'
import { folded } from './likeness.ts'
import { namesOf, shownText, type Shown } from './shown.ts'

const longestStandfirst = 1000
/** How far after the headline it stands, in lines. */
const linesAfter = 15

const surely =
  /(?:^|[\s_-])(?:stand-?first|deck|dek|sub-?head(?:line|ing|er)?|sub-?title|sub-?deck|chap(?:o|ô|eau)|entradilla|bajada|sapo|sommario|occhiello|catenaccio|vorspann|untertitel|unterzeile|article-?(?:intro|lead|summary|description|excerpt)|ingress|manchet|anons|linha-?fina|subtitulo|sottotitolo|accroche|strapline|lead-?in)(?:$|[\s_-])/u
const perhaps =
  /(?:^|[\s_-])(?:intro|introduction|lead|lede|summary|excerpt|description|abstract|teaser|tagline|sumario|resumen|resume|perex|zajawka|synopsis)(?:$|[\s_-])/u
const notDeck = /related|newsletter|comment|caption|share|author|byline|img|image|photo|video/u

interface Wanted {
  readonly shown: Shown
  readonly headline: ShownPart | null
  /** Descriptions that the page's data gives. */
  readonly descriptions: readonly string[]
}

/**
 * The standfirst, where the page shows one: a line below the headline that is called so, or that says what the page's
 * description says and is no paragraph of the body. A description that was cut off the first paragraph is none.
 */
export function shownStandfirst({ shown, headline, descriptions }: Wanted): ShownPart | null {
  if (headline === null) return null
  const start = shown.lines.findIndex((line) => line.at > headline.at)
  if (start < 0) return null
  const lines = shown.lines.slice(start, start + linesAfter)
  const last = lines.at(-1)?.at ?? 0
  const named = shown.named.filter(({ at, element }) => at > headline.at && at <= last && isCalled(element, perhaps))
  for (const { element, at } of named.slice(0, 100)) {
    const text = shownText(element, longestStandfirst)
    if (text.length < 15 || text.length > longestStandfirst || folded(text) === folded(headline.text)) continue
    if ((isCalled(element, surely) && holdsOneText(element) && !leadsOn(element)) || corresponds(text, descriptions))
      return { text, element, at }
  }
  const line = lines.find(
    ({ text, element }) => corresponds(text, descriptions) && isApart(element) && !isInHeadline(element, headline)
  )
  return line === undefined ? null : { text: line.text, element: line.element, at: line.at }
}

function isCalled(element: Element, which: RegExp): boolean {
  const own = `${namesOf(element)} ${(attribute(element, 'itemprop') ?? '').toLowerCase()}`
  return (surely.test(own) || (which !== surely && which.test(own))) && !notDeck.test(own)
}

/** Teasers of other articles have a link in them, a standfirst hardly ever. */
const leadsOn = (element: Element): boolean => {
  let seen = 0
  for (const { tagName } of elementsUnder(element)) if (tagName === 'a' || seen++ > 100) return true
  return false
}

/** A wrapper of the whole article may be called "lead" too. */
function holdsOneText(element: Element): boolean {
  let blocks = 0
  for (const child of element.childNodes)
    if (isElement(child) && /^(?:p|div|h[1-6]|ul|figure|section)$/u.test(child.tagName)) blocks++
  return blocks <= 2
}

/** Whether it is the description, whole: not a beginning of a longer paragraph. */
function corresponds(text: string, descriptions: readonly string[]): boolean {
  const plain = folded(text)
  if (plain.length < 15) return false
  return descriptions.some((description) => {
    const other = folded(description)
    return (
      other === plain ||
      (other.length >= 0.9 * plain.length && plain.startsWith(other) && !/(?:…|\.\.\.|\[…\])\s*$/u.test(description))
    )
  })
}

/** A heading, or a paragraph that has no other beside it: the body's stand in a row. */
function isApart(element: Element): boolean {
  if (/^h[1-6]$/u.test(element.tagName)) return true
  const parent = element.parentNode
  if (parent === null) return false
  let paragraphs = 0
  for (const child of parent.childNodes)
    if (isElement(child) && child.tagName === element.tagName && shownText(child, 100).length > 60) paragraphs++
  return paragraphs <= 1
}

const isInHeadline = (element: Element, headline: ShownPart): boolean => element === headline.element

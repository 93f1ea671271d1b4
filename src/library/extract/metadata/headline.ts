import { attribute, elementsUnder, isElement, rawText, type Element } from '../tree.ts'
import { folded, titleLikeness, wordsIn } from './likeness.ts'
import { around, collapse, namesOf, shownPieces, shownText, type Shown } from './shown.ts'

/** A part of the head of an article as the page shows it. */
export interface ShownPart {
  readonly text: string
  readonly element: Element
  readonly at: number
}

const longestHeadline = 500
const mostHeadings = 300

/** What is no part of the article, by the element that holds it. */
const outside = new Set(['nav', 'aside', 'footer', 'menu'])
const headlineNames =
  /(?:^|[\s_-])(?:head-?line|entry-title|post-?title|article-?title|story-?title|page-?title|titulo|titre|titel|ttl|title)(?:$|[\s_-])/u

interface Wanted {
  readonly shown: Shown
  /** Titles that the page's data declares, without the site's name. */
  readonly declared: readonly string[]
  /** Names of the site. */
  readonly sites: readonly string[]
}

interface Candidate extends ShownPart {
  readonly level: number
  readonly likeness: number
  /** How many of the declared titles it says. */
  readonly times: number
  readonly isOutside: boolean
}

/**
 * The headline as the page shows it: the heading that corresponds to a title the page declares, a main heading before a
 * lesser one. Where none corresponds: the only main heading, if it stands in the article and is not the site's name.
 */
export function shownHeadline(wanted: Wanted): ShownPart | null {
  const candidates = candidatesIn(wanted)
  const best = candidates
    .filter(({ likeness, level }) => likeness >= (level === 1 ? 0.5 : 0.75))
    .sort((a, b) => rank(b) - rank(a) || a.at - b.at)[0]
  if (best !== undefined) return best
  const alone = candidates.filter(({ level, isOutside }) => level === 1 && !isOutside)
  const only = alone[0]
  if (only === undefined || alone.length > 1) return null
  const isSite = wanted.sites.some((site) => folded(site) === folded(only.text))
  // A word alone is the name of a section.
  const isSentence = wordsIn(only.text) >= 3
  return !isSite && ((isSentence && isInArticle(only.element)) || wanted.declared.length === 0) ? only : null
}

const rank = ({ level, likeness, isOutside, times }: Candidate): number =>
  0.1 * times + (likeness >= 0.9 ? 2 : likeness * 2) + (level === 1 ? 1 : level === 2 ? 0.3 : 0) - (isOutside ? 1 : 0)

function candidatesIn({ shown, declared, sites }: Wanted): Candidate[] {
  const found: Candidate[] = []
  let seen = 0
  for (const { element, at } of shown.named) {
    const level = levelOf(element)
    if (level === null) continue
    if (seen++ >= mostHeadings) break
    const text = withoutKicker(element, shownText(element, longestHeadline), declared)
    if (text === '' || text.length > longestHeadline) continue
    const likenesses = declared.map((title) => titleLikeness(title, text))
    const likeness = Math.max(0, ...likenesses)
    const times = likenesses.filter((one) => one >= 0.9).length
    const isSite =
      sites.some((site) => folded(site) === folded(text)) && declared.some((title) => folded(title) !== folded(text))
    if (!isSite)
      found.push({ text, element, at, level, likeness, times, isOutside: isOutside(element) || isLogo(element) })
  }
  return found
}

/**
 * A heading may hold a kicker or the site's name beside the headline: what is left is the text in it that the page declares
 * first, or that is called the headline.
 */
function withoutKicker(element: Element, text: string, declared: readonly string[]): string {
  const pieces = shownPieces(element)
    .map(collapse)
    .filter((piece) => piece !== '')
  if (pieces.length < 2 || pieces.length > 12) return text
  for (const title of declared.map(folded)) {
    if (title === folded(text)) break
    const part = stretches(pieces).find((one) => one.length >= 10 && folded(one) === title)
    if (part !== undefined) return part
  }
  const called = [...elementsUnder(element)].find((inner) => isHeadlineItself(inner))
  const inner = called === undefined ? '' : shownText(called, longestHeadline)
  return wordsIn(inner) >= 3 ? inner : text
}

const isHeadlineItself = (element: Element): boolean =>
  attribute(element, 'itemprop') === 'headline' ||
  /(?:^|[\s_-])headline(?:$|\s)/u.test(attribute(element, 'class')?.slice(0, 300) ?? '')

/** All runs of pieces, the longest first from each. */
function stretches(pieces: readonly string[]): string[] {
  return pieces.flatMap((_, from) =>
    pieces.slice(from).map((_, less) => pieces.slice(from, pieces.length - less).join(' '))
  )
}

/** What is called a logo, or leads to the front page with all of its text. */
function isLogo(element: Element): boolean {
  for (const one of around(element, 3))
    if (/(?:^|[\s_-])(?:logo|site-?title|site-?name|brand|masthead|blog-?title)(?:$|[\s_-])/u.test(namesOf(one)))
      return true
  const links = element.childNodes.filter((child) => child.nodeName !== '#text' || /\S/u.test(rawText(child)))
  const [link] = links
  return (
    links.length === 1 &&
    isElement(link) &&
    link.tagName === 'a' &&
    /^(?:https?:\/\/[^/?#]+)?\/?(?:index\.\w+)?$/u.test(attribute(link, 'href') ?? '-')
  )
}

/** 1 for a main heading, 2 for another heading, 3 for what is only called one; null for anything else. */
function levelOf(element: Element): number | null {
  const { tagName } = element
  if (tagName === 'h1') return 1
  if (
    /(?:^|[\s:])headline(?:\s|$)/iu.test(
      `${attribute(element, 'itemprop') ?? ''} ${attribute(element, 'property') ?? ''}`
    )
  )
    return 1
  if (tagName === 'h2' || tagName === 'h3') return 2
  return headlineNames.test(namesOf(element)) ? 3 : null
}

const isOutside = (element: Element): boolean => {
  for (const { tagName } of around(element)) if (outside.has(tagName)) return true
  return false
}

const isInArticle = (element: Element): boolean => {
  for (const one of around(element))
    if (one.tagName === 'article' || one.tagName === 'main' || attribute(one, 'role') === 'main') return true
  return false
}

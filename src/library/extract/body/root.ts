import { attribute, type Element } from '../tree.ts'
import type { Outline, Part } from './outline.ts'
import { namesOf } from './furnish.ts'

/** How much an element's own words speak for its holding an article: its sums are multiplied by this. */
function standing(element: Element): number {
  const itemprop = attribute(element, 'itemprop')
  if (itemprop !== null && /articleBody|\btext\b/i.test(itemprop)) return 1.4
  if (element.tagName === 'article') return 1.15
  if (element.tagName === 'main' || attribute(element, 'role') === 'main') return 1.05
  return namesOf(element).some(({ word }) => bodyNames.has(word)) ? 1.2 : 1
}

const bodyNames = new Set(
  `articlebody articlecontent articletext entrycontent postcontent postbody storybody storycontent storytext bodytext
  contentbody articlebodytext articlecopy bodycopy maincontent mwparseroutput newstext textbody artikeltext
  articletextbody bodycontent postentry posttext entrytext blogpost singlecontent detailtext newscontent articlemain`.split(
    /\s+/
  )
)

/** The part whose segments speak most for an article; of equals the innermost. */
export function chooseRoot(outline: Outline, sumOf: (part: Part) => number): number {
  let best = -1
  let most = 0
  for (const [at, part] of outline.parts.entries()) {
    if (part.end === part.first) continue
    const sum = sumOf(part)
    if (sum <= 0) continue
    const worth = sum * standing(part.element)
    if (worth >= most) {
      most = worth
      best = at
    }
  }
  return widened(outline, best, sumOf)
}

/** These are blocks of a text, never what holds all of it. */
const blockLike = new Set([
  'p',
  'li',
  'ul',
  'ol',
  'dl',
  'dd',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'span',
  'a',
  'em',
  'strong',
  'figure',
  'pre',
  'tr',
  'tbody'
])

/** A block alone is a part of a text: up to what holds it, and to what is named as a text close above. */
function widened({ parts }: Outline, from: number, sumOf: (part: Part) => number): number {
  let at = from
  while (at >= 0 && blockLike.has(parts[at]!.element.tagName) && parts[at]!.parent >= 0) {
    // Among nothing but teasers, one more sentence is no article.
    if (sumOf(parts[parts[at]!.parent]!) < -200) return from
    at = parts[at]!.parent
  }
  for (let up = at, level = 0; up >= 0 && level < 4; up = parts[up]!.parent, level++) {
    if (standing(parts[up]!.element) >= 1.2 && sumOf(parts[up]!) > 0) return up
  }
  return at
}

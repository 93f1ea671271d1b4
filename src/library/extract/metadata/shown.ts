import {
  attribute,
  childrenOf,
  isElement,
  isText,
  type Document,
  type Element,
  type Node,
  type Parent
} from '../tree.ts'

/** A run of text between two breaks, as a reader sees it, with the parts it is put together from. */
export interface Line {
  readonly text: string
  /** The innermost element that breaks lines and holds it. */
  readonly element: Element
  /** Its place in the order of the page. */
  readonly at: number
  readonly pieces: readonly Piece[]
  /** The share of it that is links, 0 to 1. */
  readonly linked: number
}

interface Piece {
  readonly text: string
  readonly element: Element
  readonly isLink: boolean
}

/** An element that has a name of some kind: a class, an id, a property, or one that is a name itself. */
export interface Named {
  readonly element: Element
  readonly at: number
}

/** What a page shows, in order. */
export interface Shown {
  readonly lines: readonly Line[]
  readonly named: readonly Named[]
}

/** Longer lines are no headline, no byline and no date; what goes further is not kept. */
const longestLine = 2000
const mostPieces = 40
const mostLines = 20_000
const mostNamed = 100_000

const concealed = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'iframe',
  'object',
  'select',
  'option',
  'datalist',
  'textarea',
  'dialog',
  'math'
])
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr img input'.split(
    ' '
  )
)
const ownNames = new Set(['h1', 'h2', 'h3', 'h4', 'time', 'address', 'article', 'main'])

/** Whether a reader does not see an element and what is in it, as far as the markup alone tells. */
function isConcealed(element: Element): boolean {
  if (concealed.has(element.tagName)) return true
  for (const { name, value } of element.attrs) {
    if (name === 'hidden' && value !== 'until-found') return true
    if (name === 'style' && value.length < 2000 && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(value))
      return true
  }
  return false
}

const isBreak = (element: Element): boolean => !inline.has(element.tagName)
const isNamed = ({ tagName, attrs }: Element): boolean =>
  ownNames.has(tagName) ||
  attrs.some(
    ({ name }) => name === 'class' || name === 'id' || name === 'itemprop' || name === 'rel' || name === 'property'
  )

/** White space as a browser shows it: none at the ends, one space in between. */
export const collapse = (text: string): string => text.replace(/[\s\u200b\ufeff\u2060]+/gu, ' ').trim()

/** Never text, whatever a style says. */
const neverShown = new Set(['script', 'style', 'template', 'head'])

/**
 * Reads what a page shows in one pass. A page that shows nothing at all until a script has run (all of it is hidden, or in a
 * `noscript` that was never closed) is read as if nothing were hidden.
 */
export function readShown(document: Document): Shown {
  const shown = readVisible(document, isConcealed)
  return shown.lines.length > 0 ? shown : readVisible(document, ({ tagName }) => neverShown.has(tagName))
}

function readVisible(document: Document, isConcealed: (element: Element) => boolean): Shown {
  const reading = new Reading()
  const waiting: (Node | Element | null)[] = [...childrenOf(document)].toReversed()
  const open: Element[] = []
  while (waiting.length > 0) {
    const next = waiting.pop()!
    if (next === null) {
      const closed = open.pop()!
      if (isBreak(closed)) reading.endLine()
      if (closed.tagName === 'a') reading.links--
      continue
    }
    reading.at++
    if (isText(next)) reading.take(next.value, open)
    if (!isElement(next) || isConcealed(next)) continue
    if (isBreak(next)) reading.endLine()
    if (isNamed(next) && reading.named.length < mostNamed) reading.named.push({ element: next, at: reading.at })
    open.push(next)
    if (next.tagName === 'a') reading.links++
    waiting.push(null)
    const children = childrenOf(next)
    for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i]!)
  }
  reading.endLine()
  return reading
}

class Reading implements Shown {
  at = 0
  /** How many links are open. */
  links = 0
  readonly lines: Line[] = []
  readonly named: Named[] = []
  #pieces: Piece[] = []
  #length = 0
  #start = 0

  take(text: string, open: readonly Element[]): void {
    const parent = open.at(-1)
    if (parent === undefined || this.#length > longestLine) return
    if (this.#pieces.length === 0) {
      if (!/\S/u.test(text)) return
      this.#start = this.at
    }
    this.#pieces.push({ text: text.slice(0, longestLine), element: parent, isLink: this.links > 0 })
    this.#length += Math.min(text.length, longestLine)
  }

  endLine(): void {
    const pieces = this.#pieces
    if (pieces.length === 0) return
    this.#pieces = []
    this.#length = 0
    const text = collapse(pieces.map((piece) => piece.text).join(''))
    if (text === '' || this.lines.length >= mostLines) return
    const shown = pieces.map((piece) => ({ ...piece, text: collapse(piece.text) })).filter((piece) => piece.text !== '')
    const element = breakAround(pieces[0]!.element)
    this.lines.push({ text, element, at: this.#start, pieces: shown.slice(0, mostPieces), linked: linkedShare(shown) })
  }
}

function linkedShare(pieces: readonly Piece[]): number {
  const length = (some: readonly Piece[]) => some.reduce((sum, { text }) => sum + text.length, 0)
  return length(pieces.filter(({ isLink }) => isLink)) / Math.max(1, length(pieces))
}

/** A wide nest of inline elements is not climbed to the top. */
function breakAround(element: Element): Element {
  let at = element
  for (let climbed = 0; !isBreak(at) && climbed < 50; climbed++) {
    const parent: Parent | null = at.parentNode
    if (!isElement(parent)) break
    at = parent
  }
  return at
}

/** The texts within an element, as they stand one after the other. */
export function shownPieces(element: Element, most = 100): string[] {
  const parts: string[] = []
  const waiting: Node[] = [element]
  for (let seen = 0; waiting.length > 0 && parts.length < most && seen < 2000; seen++) {
    const next = waiting.pop()!
    if (isText(next)) parts.push(next.value.slice(0, 1000))
    if (!isElement(next) || (next !== element && isConcealed(next))) continue
    if (isBreak(next)) parts.push(' ')
    const children = childrenOf(next)
    for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i]!)
  }
  return parts
}

/** What an element shows, on one line; no further than some thousand characters or nodes. */
export function shownText(element: Element, most = 1000): string {
  const parts: string[] = []
  const waiting: Node[] = [element]
  let length = 0
  for (let seen = 0; waiting.length > 0 && length <= most && seen < 5000; seen++) {
    const next = waiting.pop()!
    if (isText(next)) {
      parts.push(next.value.slice(0, 2 * most))
      length += Math.min(next.value.length, 2 * most)
    }
    if (!isElement(next) || (next !== element && isConcealed(next))) continue
    if (isBreak(next)) parts.push(' ')
    const children = childrenOf(next)
    for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i]!)
  }
  return collapse(parts.join(''))
}

/** Whether one element stands in another, or is it; looks no more than some hundred levels up. */
export function isWithin(element: Element, other: Element): boolean {
  let at: Parent | null = element
  for (let climbed = 0; at !== null && climbed < 300; climbed++) {
    if (at === other) return true
    at = isElement(at) ? at.parentNode : null
  }
  return false
}

/** The names a site gave an element: its classes and its id, in lower case. */
export const namesOf = (element: Element): string =>
  `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`.slice(0, 500).toLowerCase()

/** The elements around an element, from the inside out, itself included; no more than `most`. */
export function* around(element: Element, most = 40): Generator<Element> {
  let at: Parent | null = element
  for (let climbed = 0; isElement(at) && climbed < most; climbed++) {
    yield at
    at = at.parentNode
  }
}

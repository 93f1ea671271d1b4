import type { BlockKind, Link } from '../../../domain/revision.ts'
import { attribute, childrenOf, isElement, type Document, type Element, type Node } from '../tree.ts'
import { blocks, isHidden, unseen } from './shape.ts'
import { partOf } from './parts.ts'

/** A stretch of text that a page shows as one block, or a picture, with what stands around it. */
export interface Segment {
  readonly element: Element
  readonly kind: BlockKind
  readonly text: string
  readonly links: readonly Link[]
  /** Characters that are links. */
  readonly linked: number
  readonly src: string | null
  /** The named parts of the page that it lies in, outermost first. */
  readonly parts: readonly Part[]
  /** All elements around it, outermost first; shared between neighbours. */
  readonly path: Path
}

/** A part of the page that by its name or kind is not the article. */
export interface Part {
  readonly element: Element
  readonly step: string
  readonly why: string
}

/** A linked list from an element up to the root. */
export interface Path {
  readonly element: Element
  readonly above: Path | null
  readonly depth: number
}

interface Frame {
  readonly path: Path
  readonly parts: readonly Part[]
  readonly kind: BlockKind
  readonly isPre: boolean
  readonly link: string | null
}

/** So many segments at most are read; a page with more is no article. */
const mostSegments = 60_000

/** Reads a page as a list of segments, without recursion: pages nest as deeply as they like. */
export function segmentsOf(document: Document, base: string): Segment[] {
  return new Reader(base).read(document)
}

class Reader {
  readonly #base: string
  readonly #segments: Segment[] = []
  #text = ''
  #links: Link[] = []
  #linked = 0
  #linkFrom = 0
  #frame: Frame | null = null

  constructor(base: string) {
    this.#base = base
  }

  read(document: Document): Segment[] {
    type Step = { readonly node: Node; readonly frame: Frame | null; readonly leave?: boolean; readonly inner?: Frame }
    const waiting: Step[] = childrenOf(document)
      .toReversed()
      .map((node) => ({ node, frame: null }))
    while (waiting.length > 0 && this.#segments.length < mostSegments) {
      const { node, frame, leave, inner } = waiting.pop()!
      if (leave === true) {
        this.#leave(node as Element, frame, inner!)
        continue
      }
      if (node.nodeName === '#text') {
        if (frame !== null) this.#append((node as { value: string }).value, frame)
        continue
      }
      if (!isElement(node) || unseen.has(node.tagName) || isHidden(node)) continue
      const entered = this.#enter(node, frame)
      waiting.push({ node, frame, leave: true, inner: entered })
      const children = childrenOf(node)
      for (let i = children.length - 1; i >= 0; i--) waiting.push({ node: children[i]!, frame: entered })
    }
    this.#flush()
    return this.#segments
  }

  #enter(element: Element, outer: Frame | null): Frame {
    const tag = element.tagName
    const path = { element, above: outer?.path ?? null, depth: (outer?.path.depth ?? 0) + 1 }
    const part = partOf(element)
    const parts = part === null ? (outer?.parts ?? []) : [...(outer?.parts ?? []), part]
    const isBlock = blocks.has(tag)
    const link = tag === 'a' ? resolved(attribute(element, 'href'), this.#base) : (outer?.link ?? null)
    const frame = { path, parts, kind: kindOf(tag, outer), isPre: tag === 'pre' || outer?.isPre === true, link }
    if (isBlock && !isPlainCell(element, outer)) this.#flush()
    if (tag === 'br') this.#break(frame)
    if (tag === 'img') this.#image(element, frame)
    if (tag === 'iframe' || tag === 'video') this.#embed(element, frame)
    if (tag === 'a') this.#linkFrom = this.#text.length
    return frame
  }

  #leave(element: Element, outer: Frame | null, inner: Frame): void {
    if (element.tagName === 'a') this.#endLink(inner)
    if (!blocks.has(element.tagName)) return
    if (isPlainCell(element, outer)) this.#text = `${this.#text.trimEnd()}\t`
    else this.#flush()
  }

  #endLink({ link }: Frame): void {
    const text = this.#text.slice(this.#linkFrom).trim()
    if (text === '') return
    this.#linked += text.length
    if (link !== null) this.#links.push({ text, href: link })
  }

  #append(value: string, frame: Frame): void {
    if (this.#text === '') {
      if (value.trim() === '') return
      this.#frame = frame
    }
    if (frame.isPre) {
      this.#text += value
      return
    }
    const collapsed = value.replaceAll(/[ \t\n\r\f]+/g, ' ')
    const last = this.#text.at(-1)
    const isSpaced = last === undefined || last === ' ' || last === '\n' || last === '\t'
    this.#text += isSpaced && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
  }

  /** One break is a line, two are a new paragraph. */
  #break(frame: Frame): void {
    if (this.#text === '') return
    const text = this.#text.trimEnd()
    if (this.#text.endsWith('\n')) this.#flush()
    else this.#text = `${text}\n`
    this.#frame ??= frame
  }

  #flush(): void {
    const text = this.#frame?.isPre === true ? this.#text.replace(/^\n+|\s+$/g, '') : this.#text.trim()
    if (text !== '' && this.#frame !== null) {
      const { path, parts, kind } = this.#frame
      const block = blockAround(path)
      const links = this.#links.filter((link) => text.includes(link.text))
      this.#segments.push({
        element: block.element, kind, text, links, linked: Math.min(this.#linked, text.length), src: null, parts, path: block
      })
    }
    this.#text = ''
    this.#links = []
    this.#linked = 0
    this.#linkFrom = 0
    this.#frame = null
  }

  #image(element: Element, { path, parts }: Frame): void {
    const src = resolved(sourceOf(element), this.#base)
    const alt = attribute(element, 'alt')?.replaceAll(/\s+/g, ' ').trim() ?? ''
    if (src === null || isTiny(element)) return
    this.#aside({ element, kind: 'image', text: alt, links: [], linked: 0, src, parts, path })
  }

  #embed(element: Element, { path, parts }: Frame): void {
    const src = resolved(attribute(element, 'src') ?? attribute(element, 'data-src'), this.#base)
    if (src === null) return
    const text = attribute(element, 'title')?.trim() ?? ''
    this.#aside({ element, kind: 'embed', text, links: [], linked: 0, src, parts, path })
  }

  /** A picture in the middle of a sentence stands before it. */
  #aside(segment: Segment): void {
    this.#segments.push(segment)
  }
}

function kindOf(tag: string, outer: Frame | null): BlockKind {
  const around = outer?.kind ?? 'paragraph'
  if (/^h[1-6]$/.test(tag)) return around === 'caption' ? 'caption' : 'heading'
  if (tag === 'blockquote') return 'quote'
  if (tag === 'figure' || tag === 'figcaption' || tag === 'caption') return 'caption'
  if (tag === 'table') return 'paragraph'
  if (around === 'quote' || around === 'caption') return around
  if (tag === 'li' || tag === 'dd' || tag === 'dt') return 'list-item'
  if (tag === 'tr') return 'table-row'
  if (tag === 'td' || tag === 'th') return around === 'table-row' ? 'table-row' : around
  if (tag === 'p' || tag === 'pre') return around === 'list-item' ? 'list-item' : 'paragraph'
  if (tag === 'div' && around === 'table-row') return 'paragraph'
  return around
}

/** A cell that holds nothing but a line: it stands in one row with the others. */
function isPlainCell(element: Element, outer: Frame | null): boolean {
  const tag = element.tagName
  if (tag !== 'td' && tag !== 'th') return false
  if (outer?.path.element.tagName !== 'tr') return false
  return !childrenOf(element).some((child) => isElement(child) && blocks.has(child.tagName))
}

function blockAround(path: Path): Path {
  let at = path
  while (at.above !== null && !blocks.has(at.element.tagName)) at = at.above
  return at
}

function sourceOf(element: Element): string | null {
  const lazy = ['data-src', 'data-original', 'data-lazy-src'].map((name) => attribute(element, name)).find((one) => one !== null)
  const src = attribute(element, 'src')
  return src === null || src.startsWith('data:') ? (lazy ?? null) : src
}

function isTiny(element: Element): boolean {
  const size = (name: string): number => Number(/^\d+$/.exec(attribute(element, name) ?? '')?.[0] ?? 1000)
  return size('width') < 60 || size('height') < 60
}

function resolved(href: string | null, base: string): string | null {
  if (href === null || href.length > 4000 || /^\s*(#|javascript:|data:)/i.test(href)) return null
  try {
    const url = new URL(href, base)
    return url.protocol === 'http:' || url.protocol === 'https:' || url.protocol === 'mailto:' ? url.href : null
  } catch {
    return null
  }
}

import type { Removal } from '../../../domain/page.ts'
import type { Body, BodyHints, FoundBlock } from '../body.ts'
import { attribute, elementsUnder, type Document, type Element } from '../tree.ts'
import { teasers } from './cards.ts'
import { lineOf } from './lines.ts'
import { pathOf } from './node-path.ts'
import { endsSentence, isProse, linkShare, sizeOf } from './prose.ts'
import { partAround, partsThatCount, plainGain, rootOf } from './root.ts'
import { segmentsOf, type Path, type Segment } from './segment.ts'
import { tailFrom } from './tail.ts'
import { Told } from './told.ts'

/** Chooses an article's blocks from all that a page shows. */
export class Choosing {
  readonly #hints: BodyHints
  readonly #segments: readonly Segment[]
  #removals: Removal[] = []
  readonly #told: Told
  readonly #teasers: ReadonlySet<Element>

  constructor(document: Document, hints: BodyHints) {
    this.#hints = hints
    this.#segments = segmentsOf(document, baseOf(document, hints.url))
    this.#teasers = teasers(this.#segments)
    this.#told = new Told(hints.articleBody, this.#segments)
  }

  body(): Body {
    const strict = this.#chosen(partsThatCount(this.#segments))
    if (sizeOfAll(strict.blocks) >= enough) return strict
    // What little was found may be all there is, or the text may stand in a part with a misleading name.
    const loose = this.#chosen(partsThatCount(this.#segments, byTagAlone))
    return sizeOfAll(loose.blocks) > sizeOfAll(strict.blocks) * 2 + 20 ? loose : strict
  }

  #chosen(counting: ReadonlySet<Element>): Body {
    this.#removals = []
    const free = this.#segments.filter((segment) => this.#partOf(segment, counting) === undefined)
    const root = rootOf(free, (segment) => this.#gain(segment))
    if (root === null) return { blocks: [], root: null, removals: [] }
    const inside = this.#segments.filter(({ path }) => isUnder(path, root))
    const kept = inside.filter((segment) => this.#keeps(segment, counting))
    const trimmed = this.#trim(this.#withoutTail(kept))
    return { blocks: trimmed.map(blockOf), root, removals: this.#removals }
  }

  #gain(segment: Segment): number {
    return plainGain(segment) * this.#told.weight(segment)
  }

  #keeps(segment: Segment, counting: ReadonlySet<Element>): boolean {
    const part = this.#partOf(segment, counting)
    if (part !== undefined && !this.#told.names(segment)) return this.#drop(segment, part.step, part.why)
    if (segment.kind === 'image' || segment.kind === 'embed') return true
    const line = lineOf(segment.text)
    if (line !== null) return this.#drop(segment, line.step, line.why)
    const size = sizeOf(segment.text)
    if (linkShare(segment) > 0.9 && !endsSentence(segment.text) && segment.kind !== 'heading' && size < 40)
      return segment.kind === 'table-row' || this.#isAmongProse(segment) || this.#drop(segment, 'links', 'it is nothing but a link')
    return true
  }

  /** A list of links in a text, each of them one of several words, is part of it only where prose says so. */
  #isAmongProse(segment: Segment): boolean {
    return segment.kind === 'list-item' && this.#told.names(segment)
  }

  #partOf(segment: Segment, counting: ReadonlySet<Element>): { readonly step: string; readonly why: string } | undefined {
    const part = partAround(segment, counting)
    if (part !== undefined) return part
    for (let at: Path | null = segment.path; at !== null; at = at.above)
      if (this.#teasers.has(at.element)) return { step: 'related', why: 'it is one of several teasers alike' }
    return undefined
  }

  #drop(segment: Segment, step: string, why: string): false {
    if (this.#removals.length < 500)
      this.#removals.push({ step, node: pathOf(segment.path), why, text: segment.text.slice(0, 200) })
    return false
  }

  #withoutTail(kept: readonly Segment[]): readonly Segment[] {
    const tail = tailFrom(kept)
    if (tail === null) return kept
    return kept.filter((segment, at) => at < tail.at || this.#drop(segment, tail.step, 'it stands below a heading that says so'))
  }

  /** What stands before the first and after the last sentence is seldom part of the text. */
  #trim(kept: readonly Segment[]): Segment[] {
    const prose = kept.map((segment) => isProse(segment) || segment.kind === 'list-item' || segment.kind === 'table-row')
    let from = prose.indexOf(true)
    let to = prose.lastIndexOf(true)
    if (from === -1) return [...kept]
    while (from > 0 && this.#leads(kept[from - 1]!)) from--
    while (to < kept.length - 1 && kept[to + 1]!.kind === 'caption') to++
    return kept.filter((segment, at) => {
      const isIn = at >= from && at <= to
      return isIn || this.#drop(segment, at < from ? 'before' : 'after', 'no sentence of the text stands beyond it')
    })
  }

  /** A heading or picture right before the first sentence belongs to it. */
  #leads(segment: Segment): boolean {
    if (segment.kind === 'image' || segment.kind === 'caption') return true
    return segment.kind === 'heading' && segment.text !== this.#hints.headline && segment.element.tagName !== 'h1'
  }
}

/** With so many words a text is taken for found. */
const enough = 90
const byTagAlone: ReadonlySet<string> = new Set(['navigation', 'footer', 'consent', 'comments', 'form', 'overlay'])

const sizeOfAll = (blocks: readonly FoundBlock[]): number => blocks.reduce((sum, { text }) => sum + sizeOf(text), 0)

function baseOf(document: Document, url: string): string {
  for (const element of elementsUnder(document)) {
    if (element.tagName === 'body') break
    const href = element.tagName === 'base' ? attribute(element, 'href') : null
    if (href !== null && URL.canParse(href, url)) return new URL(href, url).href
  }
  return url
}

function isUnder(path: Path, root: Element): boolean {
  for (let at: Path | null = path; at !== null; at = at.above) if (at.element === root) return true
  return false
}

function blockOf({ element, kind, text, links, src }: Segment): FoundBlock {
  return { element, kind, text, ...(links.length === 0 ? {} : { links }), ...(src === null ? {} : { src }) }
}

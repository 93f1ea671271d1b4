import type { BlockKind, Link } from '../../../domain/revision.ts'
import { attribute, childrenOf, isElement, isText, type Element, type Node, type Parent } from '../tree.ts'
import { blockTags, captionTags, embedTags, headingTags, unseenTags } from './tags.ts'
import { absolute, hiddenMail, imageSource } from './addresses.ts'
import { Run } from './run.ts'
import { isDataTable } from './table.ts'
import { isHidden } from './visible.ts'
import { weightOf } from './weigh.ts'

/** A run of text that the page shows as one block, with what is measured of it. */
export interface Segment {
  readonly kind: BlockKind
  readonly text: string
  readonly links: readonly Link[]
  readonly src?: string | undefined
  readonly element: Element
  /** The part that holds it, as an index of `Outline.parts`. */
  readonly part: number
  /** Its length in letters of an alphabet, Han and the like counted more. */
  readonly weight: number
  /** How much of the weight is inside of links. */
  readonly linked: number
}

/** An element with the segments under it, which are those from `first` until `end`. */
export interface Part {
  readonly element: Element
  /** The index of the part around it; -1 for the outermost. */
  readonly parent: number
  readonly first: number
  end: number
  /** The index behind its last descendant. */
  after: number
}

/** A page divided into what it shows: parts and segments, both in document order. */
export interface Outline {
  readonly parts: readonly Part[]
  readonly segments: readonly Segment[]
}

export interface OutlineOptions {
  readonly url: string
  /** Whether text is read as well that a style or an attribute hides. */
  readonly hidden: boolean
}

/** A page has no more segments than this; the rest is not read. */
const mostSegments = 200_000

type Step = Node | { readonly leave: () => void }

/** Divides what a page shows into segments, in one pass without recursion. */
export function outlineOf(root: Parent, options: OutlineOptions): Outline {
  const outliner = new Outliner(options)
  outliner.walk(root)
  return { parts: outliner.parts, segments: outliner.segments }
}

class Outliner {
  readonly parts: Part[] = []
  readonly segments: Segment[] = []
  private readonly options: OutlineOptions
  private readonly waiting: Step[] = []
  private run = new Run()
  private readonly kinds: BlockKind[] = ['paragraph']
  private readonly open: number[] = []
  private readonly media: { kind: 'image' | 'embed'; text: string; src: string; element: Element }[] = []
  private readonly hrefs: string[] = []
  private row = 0
  private verbatim = 0

  constructor(options: OutlineOptions) {
    this.options = options
  }

  walk(root: Parent): void {
    this.waiting.push(...[...childrenOf(root)].toReversed())
    while (this.waiting.length > 0 && this.segments.length < mostSegments) {
      const step = this.waiting.pop()!
      if ('leave' in step) step.leave()
      else if (isText(step)) this.run.add(step.value, this.verbatim > 0)
      else if (isElement(step)) this.enter(step)
    }
    this.flush()
    for (const at of this.open) this.close(at)
  }

  private enter(element: Element): void {
    const tag = element.tagName
    if (unseenTags.has(tag)) return
    if (!this.options.hidden && isHidden(element)) return
    if (tag === 'br') return this.run.break()
    const mail = hiddenMail(element)
    if (mail !== null) return this.run.add(mail, false)
    if (tag === 'img' || tag === 'amp-img') return this.image(element)
    if (tag === 'button' && !this.run.isOpen()) return
    if (embedTags.has(tag)) this.embed(element)
    if (tag === 'a') return this.link(element)
    if (this.row > 0) return this.cell(element)
    const block = blockTags.has(tag) || tag.includes('-') || displaysBlock(element)
    if (block) this.block(element)
    else this.inside(element, this.begin(element))
  }

  /** Registers a part; answers what ends it. */
  private begin(element: Element): () => void {
    const at = this.parts.length
    const parent = this.open.at(-1) ?? -1
    this.parts.push({ element, parent, first: this.segments.length, end: 0, after: 0 })
    this.open.push(at)
    return () => {
      this.open.pop()
      this.close(at)
    }
  }

  private close(at: number): void {
    this.parts[at]!.end = this.segments.length
    this.parts[at]!.after = this.parts.length
  }

  private inside(element: Element, leave: () => void): void {
    this.waiting.push({ leave })
    const children = childrenOf(element)
    for (let i = children.length - 1; i >= 0; i--) this.waiting.push(children[i]!)
  }

  private block(element: Element): void {
    const tag = element.tagName
    this.flush()
    const end = this.begin(element)
    this.kinds.push(kindInside(element, this.kinds.at(-1)!))
    const isRow = tag === 'tr' && isDataTable(element)
    if (isRow) this.row++
    if (tag === 'pre') this.verbatim++
    this.inside(element, () => {
      this.flush()
      if (isRow) this.row--
      if (tag === 'pre') this.verbatim--
      this.kinds.pop()
      end()
    })
  }

  private cell(element: Element): void {
    const tag = element.tagName
    if (tag === 'td' || tag === 'th') this.run.cell()
    else if (blockTags.has(tag)) this.run.space()
    const end = this.begin(element)
    this.inside(element, () => {
      if (blockTags.has(tag)) this.run.space()
      end()
    })
  }

  private link(element: Element): void {
    const href = absolute(attribute(element, 'href'), this.options.url)
    const end = this.begin(element)
    if (displaysBlock(element)) this.flush()
    if (href !== null) {
      this.hrefs.push(href)
      this.run.openLink(href)
    }
    this.inside(element, () => {
      if (href !== null) {
        this.hrefs.pop()
        this.run.closeLink()
      }
      end()
    })
  }

  private image(element: Element): void {
    const src = imageSource(element, this.options.url)
    if (src === null) return
    this.media.push({ kind: 'image', text: (attribute(element, 'alt') ?? '').trim(), src, element })
    if (!this.run.isOpen()) this.flush()
  }

  private embed(element: Element): void {
    const src = absolute(attribute(element, 'src') ?? attribute(element, 'data-src'), this.options.url)
    if (src === null) return
    this.flush()
    this.media.push({ kind: 'embed', text: (attribute(element, 'title') ?? '').trim(), src, element })
    this.flush()
  }

  /** Ends the block of text that is being read. */
  private flush(): void {
    const { run } = this
    this.run = new Run()
    for (const href of this.hrefs) this.run.openLink(href)
    const part = this.open.at(-1) ?? -1
    const holder = part < 0 ? null : this.parts[part]!.element
    for (const { text, links } of holder === null ? [] : run.end()) {
      const linked = links.reduce((sum, link) => sum + weightOf(link.text), 0)
      this.segments.push({
        kind: this.kinds.at(-1)!,
        text,
        links,
        element: holder!,
        part,
        weight: weightOf(text),
        linked
      })
    }
    for (const { kind, text, src, element } of this.media.splice(0)) {
      this.segments.push({ kind, text, src, links: [], element, part, weight: 0, linked: 0 })
    }
  }
}

const displaysBlock = (element: Element): boolean => {
  const style = attribute(element, 'style')
  return style !== null && style.length < 500 && /display\s*:\s*(?:block|flex|grid|table)/i.test(style)
}

function kindInside(element: Element, around: BlockKind): BlockKind {
  const tag = element.tagName
  if (headingTags.has(tag)) return around === 'caption' ? 'caption' : 'heading'
  if (tag === 'li' || tag === 'dd' || tag === 'dt') return 'list-item'
  if (tag === 'blockquote' || tag === 'q') return 'quote'
  if (captionTags.has(tag) || tag === 'figure') return 'caption'
  if (tag === 'pre') return 'paragraph'
  if (tag === 'tr' && isDataTable(element)) return 'table-row'
  return tag === 'td' || tag === 'th' || tag === 'table' || tag === 'article' || tag === 'section'
    ? 'paragraph'
    : around
}

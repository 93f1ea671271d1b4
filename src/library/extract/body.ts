import type { Removal } from '../../domain/page.ts'
import type { Block } from '../../domain/revision.ts'
import { Choosing } from './body/choose.ts'
import type { Document, Element } from './tree.ts'

/** What is known of an article before its body is looked for. */
export interface BodyHints {
  /** The page's address, against which links are resolved. */
  readonly url: string
  readonly headline: string | null
  readonly standfirst: string | null
  readonly byline: string | null
  /** `articleBody` of the page's JSON-LD or microdata, as plain text; null where there is none. */
  readonly articleBody: string | null
  readonly lang: string | null
}

/** A block with the element that holds it. */
export interface FoundBlock extends Block {
  readonly element: Element
}

export interface Body {
  /** The body in reading order: headings, paragraphs, quotes, list items, table rows, images with captions, notes. */
  readonly blocks: readonly FoundBlock[]
  /** The element that holds most of it; null where there is no body. */
  readonly root: Element | null
  readonly removals: readonly Removal[]
}

/** Finds the article's text in a page and leaves out what is not part of it; see docs/technotes/extracting.md. */
export function readBody(document: Document, hints: BodyHints): Body {
  return new Choosing(document, hints).body()
}

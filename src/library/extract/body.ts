import type { Removal } from '../../domain/page.ts'
import type { Block } from '../../domain/revision.ts'
import { attempt, type Attempt } from './body/attempt.ts'
import { outlineOf } from './body/outline.ts'
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

/** With so many letters of prose an article is taken for found. */
const enough = 500

/** Finds the article's text in a page and leaves out what is not part of it; see docs/technotes/extracting.md. */
export function readBody(document: Document, hints: BodyHints): Body {
  const outline = outlineOf(document, { url: hints.url, hidden: false })
  const sure = new Set(['navigation', 'footer', 'cookie-banner', 'comments', 'unseen'])
  let best = attempt(outline, hints, { leavesOut: () => true })
  if (best.prose < enough) best = more(best, attempt(outline, hints, { leavesOut: ({ step }) => sure.has(step) }))
  if (best.prose < enough) {
    best = more(best, attempt(outlineOf(document, { url: hints.url, hidden: true }), hints, { leavesOut: () => true }))
  }
  return { blocks: best.blocks, root: best.root, removals: best.removals }
}

/** The strict reading, unless the other one found far more. */
const more = (strict: Attempt, loose: Attempt): Attempt => (loose.prose > strict.prose * 2 + 100 ? loose : strict)

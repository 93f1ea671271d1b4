/** What a part of an article's text is. Every kind is an ordinary block, in the order the page shows them. */
export const blockKinds = [
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'heading',
  'paragraph',
  'quote',
  'list-item',
  'table-row',
  'caption',
  'image',
  'embed',
  'correction-note'
] as const
export type BlockKind = (typeof blockKinds)[number]

/** A link inside a block. `text` stands in the block's text; several links appear in reading order. */
export interface Link {
  readonly text: string
  readonly href: string
}

/** A typed unit of a revision. `text` is what the page shows (for an image its alternative text). */
export interface Block {
  readonly kind: BlockKind
  readonly text: string
  readonly links?: readonly Link[] | undefined
  /** The address of an image or embed. */
  readonly src?: string | undefined
}

/** What the page itself says about its time, in the page's own words. Never what we observed. */
export interface Claim {
  readonly kind: 'published' | 'updated'
  readonly where: 'visible' | 'metadata'
  readonly text: string
  /**
   * The claimed time, ISO 8601: ending in Z where the words name a zone, without one where they don't (the page's own
   * local time), null where they give no time of their own ("1 hour ago").
   */
  readonly at: string | null
}

/** The content of one revision: everything a reader compares. */
export interface Content {
  readonly blocks: readonly Block[]
  readonly claims: readonly Claim[]
}

/** The text of the first block of a kind, or null where the revision has none. */
export function firstText(content: Content, kind: BlockKind): string | null {
  return content.blocks.find((block) => block.kind === kind)?.text ?? null
}

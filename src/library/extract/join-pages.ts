import type { Page } from '../../domain/page.ts'
import type { Block, BlockKind } from '../../domain/revision.ts'

const head = new Set<BlockKind>(['headline', 'standfirst', 'byline', 'dateline'])

/**
 * An article in parts as one page: the head and facts of its first part, the bodies of all in their order. What later parts
 * repeat of the head, or of one another's beginnings and ends (a note, a caption), stands once. All parts have to be
 * articles: one that is a wall would leave a gap, so then nothing is joined and the answer is that part.
 */
export function joinPages(first: Page, rest: readonly Page[]): Page {
  const wall = [first, ...rest].find(({ kind }) => kind !== 'article')
  if (wall !== undefined || rest.length === 0) return wall ?? first
  const known = new Set(first.content.blocks.filter(({ kind }) => head.has(kind)).map(({ text }) => text))
  const blocks = [...first.content.blocks]
  const ends = new Set(endsOf(blocks))
  for (const { content } of rest) {
    const body = content.blocks.filter(({ kind, text }) => !head.has(kind) && !known.has(text))
    blocks.push(...body.filter((block, at) => !(isAtEnd(at, body.length) && ends.has(keyOf(block)))))
    for (const key of endsOf(body)) ends.add(key)
  }
  return {
    ...first,
    reason: `${first.reason}, in ${rest.length + 1} parts`,
    nextPages: [],
    content: { blocks, claims: first.content.claims },
    words: [first, ...rest].reduce((sum, { words }) => sum + words, 0),
    needsBrowser: [first, ...rest].some(({ needsBrowser }) => needsBrowser),
    removals: [first, ...rest].flatMap(({ removals }) => removals)
  }
}

/** How many blocks at the beginning and end of a part may be furniture. */
const end = 3

const isAtEnd = (at: number, length: number): boolean => at < end || at >= length - end
const keyOf = ({ kind, text, src = '' }: Block): string => `${kind} ${src} ${text}`
const endsOf = (blocks: readonly Block[]): string[] => blocks.filter((_, at) => isAtEnd(at, blocks.length)).map(keyOf)

import type { Block, Content } from './revision.ts'

/** Made when first needed: the first one costs 12 ms, in which a start has better things to do. */
let segmenter: Intl.Segmenter | undefined

/** The number of words in a text, in any script (Unicode UAX 29 with ICU's dictionaries). */
export function countWords(text: string): number {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
  let words = 0
  for (const segment of segmenter.segment(text)) if (segment.isWordLike === true) words++
  return words
}

/** Blocks that were counted before: an article's revisions share most of theirs. */
const counted = new WeakMap<Block, number>()

function blockWords(block: Block): number {
  let words = counted.get(block)
  if (words === undefined) counted.set(block, (words = block.kind === 'image' ? 0 : countWords(block.text)))
  return words
}

/** The number of words in a revision's blocks, image descriptions left out. */
export function contentWords(content: Content): number {
  return content.blocks.reduce((sum, block) => sum + blockWords(block), 0)
}

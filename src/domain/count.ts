import type { Content } from './revision.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** The number of words in a text, in any script (Unicode UAX 29 with ICU's dictionaries). */
function countWords(text: string): number {
  let words = 0
  for (const segment of segmenter.segment(text)) if (segment.isWordLike === true) words++
  return words
}

/** The number of words in a revision's blocks, image descriptions left out. */
export function contentWords(content: Content): number {
  return content.blocks.reduce((sum, { kind, text }) => (kind === 'image' ? sum : sum + countWords(text)), 0)
}

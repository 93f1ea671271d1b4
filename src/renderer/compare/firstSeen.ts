import type { Content } from '../../domain/revision.ts'
import { overlap, wordsOf } from './anchor.ts'

/** How a block came into, or left, the versions between two compared ones. */
export interface Sighting {
  /** Position among the contents given. */
  readonly index: number
  /** It stood there in other words. */
  readonly reworded: boolean
}

/** Whether a version has a block, word for word or nearly. */
function held(content: Content, text: string, words: ReadonlyMap<string, number>): 'exact' | 'alike' | null {
  if (content.blocks.some((block) => block.text === text)) return 'exact'
  return content.blocks.some((block) => overlap(words, wordsOf(block.text)) >= 0.6) ? 'alike' : null
}

/** The first of the versions after the older one that has the text; the last is the newer one and has it. */
export function firstSeen(contents: readonly Content[], text: string): Sighting {
  const words = wordsOf(text)
  const index = contents.findIndex((content) => held(content, text, words) !== null)
  const found = contents[index]
  if (found === undefined) return { index: contents.length - 1, reworded: false }
  return { index, reworded: held(found, text, words) === 'alike' }
}

/** The first of the versions after the older one that no longer has the text. */
export function firstMissing(contents: readonly Content[], text: string): Sighting {
  const words = wordsOf(text)
  const index = contents.findIndex((content) => held(content, text, words) === null)
  return { index: index < 0 ? contents.length - 1 : index, reworded: false }
}

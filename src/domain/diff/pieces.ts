import { textKey } from './keys.ts'
import type { Block, BlockKind } from '../revision.ts'
import { bagOf, type Bag } from './similarity.ts'
import type { Reader } from './passage.ts'

/** Blocks that occur once in an article and pair with their own kind whatever they say. */
const oneOfAKind = new Set<BlockKind>(['headline', 'standfirst', 'byline', 'dateline'])
const media = new Set<BlockKind>(['image', 'embed'])

/** A block as alignment sees it. Blocks of different groups never pair; `key` is equal where blocks say the same. */
export interface Piece {
  readonly at: number
  readonly block: Block
  readonly group: 'text' | BlockKind
  readonly key: string
  /** Its words, counted when first asked for. */
  readonly bag: () => Bag
}

/** Blocks of both revisions that belong together, as positions; several on one side are a split or a merge. */
export interface Bond {
  readonly old: readonly number[]
  readonly new: readonly number[]
}

export function toPieces(blocks: readonly Block[], read: Reader): Piece[] {
  return blocks.map((block, at) => {
    const group = isOneOfAKind(block) || isMedia(block) ? block.kind : 'text'
    const source = isMedia(block) ? (block.src ?? '') : ''
    let bag: Bag | undefined
    return {
      at,
      block,
      group,
      key: [group, textKey(block.text), source].join('\n'),
      bag: () => (bag ??= bagOf(read(block.text)))
    }
  })
}

export function isOneOfAKind({ kind }: Block): boolean {
  return oneOfAKind.has(kind)
}

export function isMedia({ kind }: Block): boolean {
  return media.has(kind)
}

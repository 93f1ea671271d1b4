import { textKey } from './keys.ts'
import type { Block, BlockKind } from '../revision.ts'
import { bagOf, type Bag } from './bag.ts'

/** Blocks that occur once in an article and pair with their own kind whatever they say. */
const oneOfAKind = new Set<BlockKind>(['headline', 'standfirst', 'byline', 'dateline'])
const media = new Set<BlockKind>(['image', 'embed'])

/**
 * A block as alignment sees it. Blocks of different groups never pair; those that say exactly the same have one `exact`,
 * and those that differ in typography at most one `key`.
 */
export interface Piece {
  readonly at: number
  readonly block: Block
  readonly group: 'text' | BlockKind
  readonly exact: string
  readonly key: () => string
  /** Its words, counted when first asked for. */
  readonly bag: () => Bag
}

/** Blocks of both revisions that belong together, as positions; several on one side are a split or a merge. */
export interface Bond {
  readonly old: readonly number[]
  readonly new: readonly number[]
}

export function toPieces(blocks: readonly Block[]): Piece[] {
  return blocks.map((block, at) => {
    const group = isOneOfAKind(block) || isMedia(block) ? block.kind : 'text'
    const apart = group === 'text' ? '' : `\n${group}\n${isMedia(block) ? (block.src ?? '') : ''}`
    let bag: Bag | undefined
    return {
      at,
      block,
      group,
      exact: apart === '' ? block.text : block.text + apart,
      key: () => textKey(block.text) + apart,
      bag: () => (bag ??= bagOf(block.text))
    }
  })
}

export function isOneOfAKind({ kind }: Block): boolean {
  return oneOfAKind.has(kind)
}

export function isMedia({ kind }: Block): boolean {
  return media.has(kind)
}

import { blockKinds, type BlockKind } from '../../domain/revision.ts'
import type { Row } from '../compare/rows.ts'
import { blockOf, withPiece, type CopiedBlock, type Piece } from './piece.ts'

export type Side = 'older' | 'newer'

/** What the reader selected, and of which version the text is. */
export interface Selected {
  readonly blocks: readonly CopiedBlock[]
  readonly side: Side
}

/** What is written for the reader and belongs to no version. */
const ours = '.hidden-text, .gutter, .note, .change-card, .card-name, .card-address, .blame-age, [data-not-text]'
const blocksOfText = '.block, .old-headline, p, h1, h2, li, blockquote'

/**
 * What a range of the drawn text holds: the words and their marks, also those that lie in a fold. Of two columns only one:
 * that in which it begins where nobody says which.
 */
export function selectedIn(range: Range, rows: readonly Row[], column: Side | null = null): Selected {
  const side = column ?? sideOf(range)
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const made = new Map<Element, { kind: BlockKind; pieces: readonly Piece[] }>()
  const walk = (node: Node): void => {
    if (!range.intersectsNode(node)) return
    if (node instanceof Text) return take(node)
    if (!(node instanceof Element)) return node.childNodes.forEach(walk)
    if (node instanceof HTMLElement && node.dataset['holds'] !== undefined) return takeFold(node, node.dataset['holds'])
    if (node.matches(ours)) return
    const on = node instanceof HTMLElement ? node.dataset['side'] : undefined
    if (on !== undefined && on !== side) return
    if (node.tagName === 'BR') return takeBreak(node)
    node.childNodes.forEach(walk)
  }
  const add = (element: Element, piece: Piece) => {
    const block = made.get(element) ?? { kind: kindOf(element), pieces: [] }
    made.set(element, { ...block, pieces: withPiece(block.pieces, piece) })
  }
  const take = (node: Text) => {
    const element = node.parentElement?.closest(blocksOfText)
    if (element === null || element === undefined) return
    const text = node.data.slice(startIn(range, node), endIn(range, node))
    const op = opOf(node)
    // A pilcrow alone is how a break that came or went is drawn; the line break after it says where.
    if (text === '¶' && op !== 'same') {
      if (op === 'removed') add(element, { op, text: '\n' })
    } else add(element, { op, text })
  }
  const takeBreak = (node: Element) => {
    const element = node.closest(blocksOfText)
    if (element !== null) add(element, { op: 'added', text: '\n' })
  }
  const takeFold = (element: HTMLElement, keys: string) => {
    for (const key of keys.split(' ')) {
      const row = byKey.get(key)
      const block = row === undefined ? null : blockOf(row, side)
      if (block !== null) made.set(element.ownerDocument.createElement('p'), block)
    }
  }
  walk(range.commonAncestorContainer)
  return { blocks: [...made.values()], side }
}

/** The column that the selection began in; everywhere else it is the newer text. */
function sideOf({ startContainer, endContainer }: Range): Side {
  const [start, end] = [startContainer, endContainer].map((node) =>
    elementOf(node)?.closest<HTMLElement>('[data-side]')
  )
  return (start ?? end)?.dataset['side'] === 'older' ? 'older' : 'newer'
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement)

function opOf(node: Text): Piece['op'] {
  const mark = node.parentElement?.closest('ins, del')
  return mark?.tagName === 'DEL' ? 'removed' : mark?.tagName === 'INS' ? 'added' : 'same'
}

function kindOf(element: Element): BlockKind {
  return blockKinds.find((kind) => element.classList.contains(`block-${kind}`)) ?? 'paragraph'
}

const startIn = (range: Range, node: Text): number => (range.startContainer === node ? range.startOffset : 0)
const endIn = (range: Range, node: Text): number => (range.endContainer === node ? range.endOffset : node.length)

/** The words of a selection: of something that was removed altogether, the older ones. */
export function sideWithText({ blocks, side }: Selected): Side {
  const has = (op: 'removed' | 'added') =>
    blocks.some(({ pieces }) => pieces.some((piece) => piece.op !== op && piece.text.trim() !== ''))
  if (side === 'newer' && !has('removed')) return 'older'
  return side
}

import type { BlockKind } from '../../domain/revision.ts'
import type { Row } from '../compare/rows.ts'

/** A stretch of text as it is copied: in both versions, or in one of them. */
export interface Piece {
  readonly op: 'same' | 'removed' | 'added'
  readonly text: string
}

/** A paragraph or heading as it is copied. */
export interface CopiedBlock {
  readonly kind: BlockKind
  readonly pieces: readonly Piece[]
}

/**
 * What a row adds to a copy; a line break in it is where paragraphs were split or joined. What is the same on both sides
 * may differ in typography: `side` says whose it is.
 */
export function blockOf(row: Row, side: 'older' | 'newer' = 'newer'): CopiedBlock | null {
  const { kind, block, before, runs, edits } = row
  if (kind === 'left') return null
  if (kind === 'same' && side === 'older' && before !== null) {
    return { kind: before.kind, pieces: [{ op: 'same', text: before.text }] }
  }
  if (runs === null) {
    const op = kind === 'added' || kind === 'removed' ? kind : 'same'
    return { kind: block.kind, pieces: [{ op, text: block.text }] }
  }
  const pieces = runs.flatMap((run): Piece[] => {
    if (run.op === 'same') return [{ op: 'same', text: run.new }]
    if (edits.includes(run.edit)) return [{ op: run.op, text: run.text }]
    return run.op === 'added' ? [{ op: 'same', text: run.text }] : []
  })
  return { kind: block.kind, pieces }
}

/** The piece after some pieces, joined to the last where both are of one kind. */
export function withPiece(pieces: readonly Piece[], piece: Piece): readonly Piece[] {
  const last = pieces.at(-1)
  if (piece.text === '') return pieces
  if (last?.op !== piece.op) return [...pieces, piece]
  return [...pieces.slice(0, -1), { op: piece.op, text: last.text + piece.text }]
}

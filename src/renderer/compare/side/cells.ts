import type { Run } from '../../../domain/diff/comparison.ts'
import type { Block } from '../../../domain/revision.ts'
import { isReplaced } from '../headline.ts'
import type { Move } from '../moves.ts'
import type { Row } from '../rows.ts'

/** What one version has in a row: a block, the way to where it has it, or nothing. */
export type Cell =
  | { readonly kind: 'block'; readonly block: Block; readonly runs: readonly Run[] | null; readonly mark: CellMark }
  | { readonly kind: 'elsewhere'; readonly move: Move; readonly end: 'from' | 'to' }
  | { readonly kind: 'none' }

/** `whole`: the block came, went or is another one. */
type CellMark = 'none' | 'words' | 'whole' | 'moved'

export interface SideRow {
  readonly row: Row
  readonly older: Cell
  readonly newer: Cell
  /** The edits that are drawn in it. */
  readonly edits: readonly number[]
  /** Both versions say the same: one of them is enough where there is room for one. */
  readonly same: boolean
}

const none: Cell = { kind: 'none' }

/** The rows of both versions beside each other; a block that moved is marked at both of its places. */
export function sideRows(rows: readonly Row[]): readonly SideRow[] {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return rows.map((row) => sideRow(row, byKey))
}

function sideRow(row: Row, byKey: ReadonlyMap<string, Row>): SideRow {
  const { kind, block, before, runs, move, edits } = row
  const at = { row, edits, same: false }
  const own = (mark: CellMark): Cell => ({ kind: 'block', block, runs, mark })
  const old = (mark: CellMark): Cell => (before === null ? none : { kind: 'block', block: before, runs, mark })
  switch (kind) {
    case 'same':
      return { ...at, older: old('none'), newer: own('none'), same: before?.text === block.text }
    case 'changed': {
      const mark = block.kind === 'headline' && runs !== null && isReplaced(runs) ? 'whole' : 'words'
      return { ...at, older: old(mark), newer: own(mark) }
    }
    case 'added':
      return { ...at, older: none, newer: own('whole') }
    case 'removed':
      return { ...at, older: old('whole'), newer: none }
    case 'moved': {
      const elsewhere = move === null ? none : ({ kind: 'elsewhere', move, end: 'from' } as const)
      return { ...at, older: elsewhere, newer: own('moved') }
    }
    case 'left': {
      const there = move === null ? undefined : byKey.get(move.other)
      const was = { kind: 'block', block: before ?? block, runs: there?.runs ?? null, mark: 'moved' } as const
      const elsewhere = move === null ? none : ({ kind: 'elsewhere', move, end: 'to' } as const)
      return { ...at, older: was, newer: elsewhere, edits: there?.edits ?? [] }
    }
  }
}

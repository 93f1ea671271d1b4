import type { Comparison, Edit, Hunk, Run } from '../../domain/diff/comparison.ts'
import type { Block, BlockKind, Content } from '../../domain/revision.ts'
import { readMove, type Move } from './moves.ts'

/** How a row of the inline view is marked. */
type RowKind = 'same' | 'changed' | 'added' | 'removed' | 'moved' | 'left'

/** One row of the text: a block with what happened to it. */
export interface Row {
  /** `n4`: the newer revision's block 4; `o4`: the older one's; `l4`: the place it left. */
  readonly key: string
  readonly kind: RowKind
  readonly block: Block
  /** The older block, where there is one. */
  readonly before: Block | null
  /** What the row adds to a plain copy: the newer text, nothing for what is gone. */
  readonly text: string
  readonly runs: readonly Run[] | null
  /** Positions in `Comparison.edits`. */
  readonly edits: readonly number[]
  readonly move: Move | null
  readonly joined: 'split' | 'merged' | null
}

const headKinds: ReadonlySet<BlockKind> = new Set(['headline', 'standfirst', 'byline', 'dateline'])

/** What stands above the text: never folded. */
export function isHead(block: Block): boolean {
  return headKinds.has(block.kind)
}

/** How many of the first parts belong to the head of the text: the claims stand below them. */
export function headLength<T>(parts: readonly T[], blockOf: (part: T) => Block | null): number {
  const end = parts.findIndex((part) => {
    const block = blockOf(part)
    return block === null || !isHead(block)
  })
  return end < 0 ? parts.length : end
}

interface Sides {
  readonly older: Content
  readonly newer: Content
  readonly comparison: Comparison
}

/**
 * The rows of two compared revisions in reading order. Folded changes are drawn as plain new text, and minor ones too
 * where the reader hides them.
 */
export function rowsOf({ older, newer, comparison }: Sides, hideMinor = false): readonly Row[] {
  const byHunk = Map.groupBy(
    comparison.edits.map((edit, n) => ({ edit, n })),
    ({ edit }) => edit.hunk
  )
  const moves = new Map(
    comparison.edits.flatMap(({ hunk, kinds, reason }) => {
      const moved = comparison.hunks[hunk]
      return moved?.op === 'moved' && kinds[0] === 'moved' ? [[moved.old, reason] as const] : []
    })
  )
  return comparison.hunks.flatMap((hunk, n) => {
    const all = byHunk.get(n) ?? []
    const told = all.filter(({ edit }) => !edit.folded && !(hideMinor && edit.minor)).map((one) => one.n)
    const quiet = all.length > 0 && told.length === 0
    const row = rowOf(hunk, { older, newer, edits: told, quiet, moves })
    if (row === null) return []
    return comparison.replaced !== null && row.kind === 'added' ? { ...row, kind: 'same', edits: [] } : row
  })
}

interface Around {
  readonly older: Content
  readonly newer: Content
  readonly edits: readonly number[]
  /** Everything in the hunk is folded. */
  readonly quiet: boolean
  /** What is said of each moved block, by its older position. */
  readonly moves: ReadonlyMap<number, string>
}

function rowOf(hunk: Hunk, around: Around): Row | null {
  const { older, newer, edits, quiet } = around
  const was = (n: number) => older.blocks[n]!
  const is = (n: number) => newer.blocks[n]!
  const plain = { runs: null, edits, move: null, joined: null }
  switch (hunk.op) {
    case 'same':
    case 'edited': {
      const kind = hunk.op === 'same' || quiet ? 'same' : 'changed'
      const runs = kind === 'changed' && hunk.op === 'edited' ? hunk.runs : null
      const block = is(hunk.new)
      return { ...plain, key: `n${hunk.new}`, kind, block, before: was(hunk.old), text: block.text, runs }
    }
    case 'added': {
      const block = is(hunk.new)
      return { ...plain, key: `n${hunk.new}`, kind: quiet ? 'same' : 'added', block, before: null, text: block.text }
    }
    case 'removed':
      if (quiet) return null
      return { ...plain, key: `o${hunk.old}`, kind: 'removed', block: was(hunk.old), before: was(hunk.old), text: '' }
    case 'moved': {
      const move = moveOf(hunk, around, `l${hunk.old}`)
      const block = is(hunk.new)
      const row = { ...plain, key: `n${hunk.new}`, block, before: was(hunk.old), text: block.text }
      return quiet ? { ...row, kind: 'same' } : { ...row, kind: 'moved', runs: hunk.runs, move }
    }
    case 'moved-away': {
      if (quiet) return null
      const move = moveOf(hunk, around, `n${hunk.new}`)
      return { ...plain, key: `l${hunk.old}`, kind: 'left', block: is(hunk.new), before: was(hunk.old), text: '', move }
    }
    case 'split':
    case 'merged': {
      const text = hunk.new.map((n) => is(n).text).join('\n')
      const block = { ...is(hunk.new[0]!), text }
      const before = { ...was(hunk.old[0]!), text: hunk.old.map((n) => was(n).text).join('\n') }
      const row = { ...plain, key: `n${hunk.new[0]}`, block, before, text }
      return { ...row, kind: quiet ? 'same' : 'changed', runs: quiet ? null : hunk.runs, joined: hunk.op }
    }
  }
}

/** Both ends of a move, as its edit tells them. */
function moveOf(hunk: { readonly old: number; readonly new: number }, around: Around, other: string): Move {
  const move = readMove(around.moves.get(hunk.old) ?? '', around.newer.blocks[hunk.new]!.kind, other)
  return move.from === null && hunk.new > hunk.old ? { ...move, direction: 'down' } : move
}

/** The rows that next and previous change stop at. */
export function stopsOf(rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => row.kind !== 'same' && row.kind !== 'left')
}

/** The rows of one revision alone; those whose block differs from the revision before are `changed`. */
export function readingRows(content: Content, differs: ReadonlySet<number>): readonly Row[] {
  return content.blocks.map((block, n) => ({
    key: `n${n}`,
    kind: differs.has(n) ? 'changed' : 'same',
    block,
    before: null,
    text: block.text,
    runs: null,
    edits: [],
    move: null,
    joined: null
  }))
}

/** The newer revision's blocks that are not as they were. */
export function differingBlocks(comparison: Comparison): ReadonlySet<number> {
  const told = new Set(comparison.edits.filter((edit) => !edit.folded).map((edit) => edit.hunk))
  const known = new Set(comparison.edits.map((edit) => edit.hunk))
  return new Set(
    comparison.hunks.flatMap((hunk, n) => {
      if (hunk.op === 'same' || hunk.op === 'removed' || hunk.op === 'moved-away') return []
      if (known.has(n) && !told.has(n)) return []
      return hunk.new
    })
  )
}

/** How many changes are hidden because they are minor. */
export function hiddenMinor({ edits }: Comparison): number {
  return edits.filter(({ folded, minor }) => minor && !folded).length
}

/** The edits of a row that are shown, most telling first. */
export function editsOf(row: Row, comparison: Comparison): readonly Edit[] {
  return row.edits.map((n) => comparison.edits[n]!)
}

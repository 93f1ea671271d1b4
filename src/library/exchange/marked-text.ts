import type { Comparison, Hunk, Run } from '../../domain/diff/comparison.ts'
import type { Block, BlockKind, Content } from '../../domain/revision.ts'

/** A stretch of a paragraph. */
export interface MarkedRun {
  readonly op: 'same' | 'added' | 'removed'
  readonly text: string
}

/** A paragraph of two compared texts: what it is, what became of it, and its words with their marks. */
export interface MarkedBlock {
  readonly kind: BlockKind
  readonly op: Hunk['op']
  readonly runs: readonly MarkedRun[]
}

interface Sides {
  readonly older: Content
  readonly newer: Content
  readonly comparison: Comparison
}

/** Two versions as one text in reading order. What is folded stands as it is now, without a mark. */
export function markedText({ older, newer, comparison }: Sides): MarkedBlock[] {
  const byHunk = Map.groupBy(comparison.edits, ({ hunk }) => hunk)
  return comparison.hunks.flatMap((hunk, at) => {
    const edits = byHunk.get(at) ?? []
    const quiet = edits.length > 0 && edits.every(({ folded }) => folded)
    return blockOf(hunk, { olds: older.blocks, news: newer.blocks, quiet, isFolded: (edit) => comparison.edits[edit]?.folded === true }) // prettier-ignore
  })
}

interface Drawn {
  readonly olds: readonly Block[]
  readonly news: readonly Block[]
  readonly quiet: boolean
  readonly isFolded: (edit: number) => boolean
}

function blockOf(hunk: Hunk, { olds, news, quiet, isFolded }: Drawn): MarkedBlock[] {
  if (hunk.op === 'removed' || hunk.op === 'moved-away') {
    const { kind, text } = olds[hunk.old]!
    return quiet ? [] : [{ kind, op: hunk.op, runs: [{ op: hunk.op === 'removed' ? 'removed' : 'same', text }] }]
  }
  const block = news[[hunk.new].flat()[0]!]!
  if (hunk.op === 'same') return [{ kind: block.kind, op: 'same', runs: [{ op: 'same', text: block.text }] }]
  if (hunk.op === 'added') {
    const op = quiet ? 'same' : 'added'
    return [{ kind: block.kind, op, runs: [{ op, text: block.text }] }]
  }
  return [{ kind: block.kind, op: quiet ? 'same' : hunk.op, runs: hunk.runs.flatMap((run) => runOf(run, isFolded)) }]
}

function runOf(run: Run, isFolded: Drawn['isFolded']): MarkedRun[] {
  if (run.op === 'same') return [{ op: 'same', text: run.new }]
  if (!isFolded(run.edit)) return [{ op: run.op, text: run.text }]
  return run.op === 'added' ? [{ op: 'same', text: run.text }] : []
}

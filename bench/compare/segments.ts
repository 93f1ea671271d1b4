import type { Comparison, Hunk, Run } from '../../src/domain/diff/comparison.ts'
import type { Content } from '../../src/domain/revision.ts'

/**
 * A stretch of text that both sides have (0), that went (-1) or that came (1): what every engine can be brought to. Where
 * both sides have it, the older may differ in typography.
 */
export type Segment = readonly [op: -1 | 0 | 1, text: string, older?: string]

const blockBreak = '\n\n'

/** Ours in that form. A moved block stands at its new place; of its words only the changed ones are marked. */
export function segmentsOf({ hunks }: Comparison, older: Content, newer: Content): Segment[] {
  return hunks.flatMap((hunk) => segmentsOfHunk(hunk, older, newer))
}

function segmentsOfHunk(hunk: Hunk, older: Content, newer: Content): readonly Segment[] {
  if ('runs' in hunk) return [...hunk.runs.map(segmentOfRun), [0, blockBreak]]
  switch (hunk.op) {
    case 'same':
      return [[0, newer.blocks[hunk.new]!.text + blockBreak]]
    case 'added':
      return [[1, newer.blocks[hunk.new]!.text + blockBreak]]
    case 'removed':
      return [[-1, older.blocks[hunk.old]!.text + blockBreak]]
    case 'moved-away':
      return []
  }
}

/** The same to the word: what a changed run keeps of the other side is not marked. */
export function finerSegmentsOf(comparison: Comparison, older: Content, newer: Content): Segment[] {
  const hunks = comparison.hunks.map((hunk) => ('runs' in hunk ? { ...hunk, runs: finer(hunk.runs) } : hunk))
  return segmentsOf({ ...comparison, hunks }, older, newer)
}

function finer(runs: readonly Run[]): Run[] {
  return runs.flatMap((run, at): Run[] => {
    const next = runs[at + 1]
    if (run.op === 'added' && runs[at - 1]?.op === 'removed' && run.kept !== undefined) return []
    if (run.op !== 'removed' || run.kept === undefined || next?.op !== 'added') return [run]
    const [olds, news] = [partsOf(run.text, run.kept), partsOf(next.text, next.kept ?? [])]
    return olds.flatMap((old, part): Run[] => {
      const to = news[part]!
      if (part % 2 === 1) return [{ op: 'same', old, new: to }]
      return [
        { op: 'removed', text: old, edit: run.edit },
        { op: 'added', text: to, edit: run.edit }
      ]
    })
  })
}

/** A text in turns of what changed and what is kept. */
function partsOf(text: string, kept: readonly (readonly [number, number])[]): string[] {
  const edges = [0, ...kept.flat(), text.length]
  return edges.slice(1).map((to, at) => text.slice(edges[at], to))
}

function segmentOfRun(run: Run): Segment {
  if (run.op === 'same') return [0, run.new, run.old]
  return [run.op === 'removed' ? -1 : 1, run.text]
}

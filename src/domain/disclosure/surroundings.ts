import type { FoundEdit, Hunk, Run } from '../diff/comparison.ts'

/** Where an edit stands: the words right beside it, and the sentences it is in, in small letters and before and after. */
export interface Surroundings {
  readonly beside: string
  readonly sentence: string
}

const besideLength = 24
const sentenceEnd = /(?<=[\p{L}\p{M}\p{N})"”»]{2}[.!?؟।]["”»]?)\s+|(?<=[。！？])|\n/u

/** The surroundings of edit number `index`. What came or went whole is its own surroundings. */
export function surroundingsOf(hunks: readonly Hunk[], edit: FoundEdit, index: number): Surroundings {
  const hunk = hunks[edit.hunk]
  const runs = hunk !== undefined && 'runs' in hunk ? hunk.runs : []
  const own = (run: Run) => run.op !== 'same' && run.edit === index
  const first = runs.findIndex(own)
  const [head, tail] =
    first < 0 ? ['', ''] : [textOf(runs.slice(0, first)), textOf(runs.slice(runs.findLastIndex(own) + 1))]
  const changed = `${edit.before} ${edit.after}`
  const join = (before: string, after: string) => `${before}${changed}${after}`.toLowerCase()
  return {
    beside: join(head.slice(-besideLength), tail.slice(0, besideLength)),
    sentence: join(head.split(sentenceEnd).at(-1)!, tail.split(sentenceEnd)[0]!)
  }
}

/** The newer text of some runs. */
function textOf(runs: readonly Run[]): string {
  return runs.map((run) => (run.op === 'same' ? run.new : run.op === 'added' ? run.text : '')).join('')
}

import type { FoundEdit, Hunk, Run } from '../diff/comparison.ts'
import { isTight } from './values.ts'

/** Where an edit stands: the words right beside it, and the sentences it is in, in small letters and before and after. */
export interface Surroundings {
  readonly beside: string
  readonly sentence: string
}

/** How far "right beside" reaches, in characters; a character of Chinese or Japanese says more. */
const besideLength = 24
const besideTight = 8
const sentenceEnd = /(?<=[\p{L}\p{M}\p{N})"”»]{2}[.!?؟।]["”»]?)\s+|(?<=[。！？])|\n/u

/** The surroundings of edit number `index`. What came or went whole is its own surroundings. */
export function surroundingsOf(hunks: readonly Hunk[], edit: FoundEdit, index: number): Surroundings {
  const hunk = hunks[edit.hunk]
  const runs = hunk !== undefined && 'runs' in hunk ? hunk.runs : []
  const own = (run: Run) => run.op !== 'same' && run.edit === index
  const first = runs.findIndex(own)
  const [head, tail] =
    first < 0 ? ['', ''] : [textOf(runs.slice(0, first)), textOf(runs.slice(runs.findLastIndex(own) + 1))]
  const within = (before: string, after: string) =>
    [edit.before, edit.after].map((changed) => `${before}${changed}${after}`.toLowerCase()).join('\n')
  const length = isTight(head + tail) ? besideTight : besideLength
  return {
    beside: within(head.slice(-length), tail.slice(0, length)),
    sentence: within(head.split(sentenceEnd).at(-1)!, tail.split(sentenceEnd)[0]!)
  }
}

/** The newer text of some runs. */
function textOf(runs: readonly Run[]): string {
  return runs.map((run) => (run.op === 'same' ? run.new : run.op === 'added' ? run.text : '')).join('')
}

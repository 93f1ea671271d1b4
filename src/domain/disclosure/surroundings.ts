import type { FoundEdit, Hunk, Run } from '../diff/comparison.ts'
import { isTight } from './values.ts'

/** Where an edit stands, before and after, in small letters: the words right beside it, and its sentence. */
export interface Surroundings {
  readonly beside: string
  readonly before: string
  readonly after: string
}

/** How far "right beside" reaches, in characters; a character of Chinese or Japanese says more. */
const besideLength = 24
const besideTight = 8
const sentenceEnd = /(?<=[\p{L}\p{M}\p{N})"”»]{2}[.!?؟।]["”»]?)\s+|(?<=[。！？])|\n/u

/** The surroundings of edit number `index`. What came or went whole is its own. */
export function surroundingsOf(hunks: readonly Hunk[], edit: FoundEdit, index: number): Surroundings {
  const { head, changed, tail } = partsOf(hunks[edit.hunk], index) ?? { ...alone, changed: [edit.before, edit.after] }
  const [start, end] = [head.split(sentenceEnd).at(-1)!, tail.split(sentenceEnd)[0]!]
  const length = isTight(head + tail) ? besideTight : besideLength
  const [before, after] = changed.map((words) => `${start}${words}${end}`.toLowerCase()) as [string, string]
  const beside = changed.map((words) => head.slice(-length) + words + tail.slice(0, length))
  return { beside: beside.join('\n').toLowerCase(), before, after }
}

const alone = { head: '', tail: '' }

interface Parts {
  readonly head: string
  readonly changed: readonly [before: string, after: string]
  readonly tail: string
}

/** The newer text on both sides of an edit in its block, and what became what between them. */
function partsOf(hunk: Hunk | undefined, index: number): Parts | null {
  const runs = hunk !== undefined && 'runs' in hunk ? hunk.runs : []
  const isOwn = (run: Run) => run.op !== 'same' && run.edit === index
  const from = runs.findIndex(isOwn)
  if (from < 0) return null
  const to = runs.findLastIndex(isOwn) + 1
  const own = runs.slice(from, to)
  return {
    head: textOf(runs.slice(0, from), 'new'),
    changed: [textOf(own, 'old'), textOf(own, 'new')],
    tail: textOf(runs.slice(to), 'new')
  }
}

function textOf(runs: readonly Run[], side: 'old' | 'new'): string {
  const own = side === 'old' ? 'removed' : 'added'
  return runs.map((run) => (run.op === 'same' ? run[side] : run.op === own ? run.text : '')).join('')
}

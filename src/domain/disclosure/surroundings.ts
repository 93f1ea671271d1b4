import type { FoundEdit, Hunk, Run } from '../diff/comparison.ts'
import { isTight } from './values.ts'

/** Where an edit stands, before and after, in small letters: the words right beside it, and its sentence. */
export interface Surroundings {
  readonly beside: string
  readonly before: string
  readonly after: string
  /** What changed together with one word on either side, before and after. */
  readonly phrases: readonly [before: string, after: string]
}

/** How far "right beside" reaches, in characters; a character of Chinese or Japanese says more. */
const besideLength = 24
const besideTight = 8
const sentenceEnd = /(?<=[\p{L}\p{M}\p{N})"”»]{2}[.!?؟।]["”»]?)\s+|(?<=[。！？])|\n/u

/** The surroundings of edit number `index`. What came or went whole is its own. */
export function surroundingsOf(hunks: readonly Hunk[], edit: FoundEdit, index: number): Surroundings {
  const { head, changed, tail } = partsOf(hunks[edit.hunk], index) ?? wholly(edit)
  const within = (left: string, right: string) => both(changed, (words) => `${left}${words}${right}`.toLowerCase())
  const tight = isTight(head + tail)
  const length = tight ? besideTight : besideLength
  const [left, right] = [head.slice(-length), tail.slice(0, length)]
  const [before, after] = within(head.split(sentenceEnd).at(-1)!, tail.split(sentenceEnd)[0]!)
  return {
    beside: within(left, right).join('\n'),
    before,
    after,
    phrases: tight ? within(left.slice(-2), right.slice(0, 2)) : within(lastWordOf(left), firstWordOf(right))
  }
}

function wholly({ before, after }: FoundEdit): Parts {
  return { head: '', changed: [before, after], tail: '' }
}

function both<T, U>([before, after]: readonly [T, T], make: (side: T) => U): readonly [U, U] {
  return [make(before), make(after)]
}

function lastWordOf(text: string): string {
  return /\S+\s*$/u.exec(text)?.[0] ?? ''
}

function firstWordOf(text: string): string {
  return /^\s*[^\s.,;:!?،।]+/u.exec(text)?.[0] ?? ''
}

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

import { cutsWord } from '../../tests/domain/cuts.ts'
import type { Segment } from './segments.ts'

/** What a reader has to read of a diff. */
export interface Counts {
  /** Words in removed and added text. */
  readonly words: number
  /** A change is a removed run with the added run that follows directly, or either alone. */
  readonly changes: number
  /** Unchanged stretches of fewer than three words between two changes. */
  readonly islands: number
  /** Words that a change begins or ends inside. */
  readonly cut: number
}

const shortIsland = 3
const words = new Intl.Segmenter('und', { granularity: 'word' })

export function count(raw: readonly Segment[]): Counts {
  const segments = joined(raw)
  const marked = segments.filter(([op]) => op !== 0)
  const starts = segments.filter(([op], at) => op === -1 || (op === 1 && segments[at - 1]?.[0] !== -1))
  const between = segments.slice(1, -1).filter(([op, text]) => op === 0 && wordsIn(text) < shortIsland)
  return {
    words: marked.reduce((sum, [, text]) => sum + wordsIn(text), 0),
    changes: starts.length,
    islands: between.length,
    cut: cutWords(segments, -1) + cutWords(segments, 1)
  }
}

export const noCounts: Counts = { words: 0, changes: 0, islands: 0, cut: 0 }

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    words: a.words + b.words,
    changes: a.changes + b.changes,
    islands: a.islands + b.islands,
    cut: a.cut + b.cut
  }
}

/** Neighbours of one kind become one; empty ones go. */
function joined(segments: readonly Segment[]): Segment[] {
  const out: Segment[] = []
  for (const [op, text, older = text] of segments) {
    const last = out.at(-1)
    if (text === '' && older === '') continue
    if (last?.[0] === op) out[out.length - 1] = [op, last[1] + text, (last[2] ?? last[1]) + older]
    else out.push([op, text, older])
  }
  return out
}

const textOn = ([op, text, older]: Segment, side: -1 | 1): string => (op === 0 && side === -1 ? (older ?? text) : text)

function wordsIn(text: string): number {
  let found = 0
  for (const { isWordLike } of words.segment(text)) if (isWordLike === true) found++
  return found
}

/** Words on one side, older (-1) or newer (1), with an edge inside. */
function cutWords(segments: readonly Segment[], side: -1 | 1): number {
  const parts = segments.filter(([op]) => op === 0 || op === side)
  const whole = parts.map((part) => textOn(part, side)).join('')
  let at = 0
  let cut = 0
  for (const part of parts) {
    if (at > 0 && cutsWord(whole, at)) cut++
    at += textOn(part, side).length
  }
  return cut
}

import type { Passage } from '../diff/passage.ts'
import type { Setting } from './finding.ts'
import { titledNames, type NameSpan } from './name-contexts.ts'
import { numbersIn } from './numbers.ts'
import type { NumberSpan, Word } from './number-span.ts'
import { quotedItems } from './quotes.ts'
import { mayBeNumber, type Vocabulary } from './vocabulary.ts'

/** A passage as changes in it are judged: read once, however many changes it holds. */
export interface Reading {
  readonly passage: Passage
  /** The text of the block that the passage is a part of. */
  readonly text: string
  /** Where each item begins in that text; the last entry is where the last one ends. */
  readonly starts: readonly number[]
  readonly quoted: readonly boolean[]
  readonly numbers: readonly NumberSpan[]
  /** Names known by a title or the like beside them, in scripts without capitals. */
  readonly titled: readonly NameSpan[]
}

/** So much is looked at on both sides of a change: a date may begin before it, or end after it. */
const margin = 60

export interface Place {
  /** The text of the block, and where the passage begins in it. */
  readonly text: string
  readonly offset: number
  /** The changes in the passage, as items `from` to `to`, in order. */
  readonly changes: readonly { readonly from: number; readonly to: number }[]
}

/** Reads a passage where it changes; what stands far from any change is not looked at. */
export function readingOf(passage: Passage, { text, offset, changes }: Place, setting: Setting): Reading {
  const starts = startsOf(passage, offset)
  const near = windowsOf(text, starts, changes)
  const words = numberWords(passage, starts, setting.words())
  return {
    passage,
    text,
    starts,
    quoted: quotedItems(passage),
    numbers: near.flatMap(({ from, to }) => {
      const inside = words.filter((word) => word.from >= from && word.to <= to).map((word) => moved(word, -from))
      return numbersIn(text.slice(from, to), inside, setting.words()).map((span) => moved(span, from))
    }),
    titled: near.flatMap(({ from, to }) => titledNames(text.slice(from, to), setting).map((span) => moved(span, from)))
  }
}

function moved<T extends Stretch>(span: T, by: number): T {
  return { ...span, from: span.from + by, to: span.to + by }
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** The stretches of a text around its changes, from space to space; those that meet are one. */
function windowsOf(text: string, starts: readonly number[], changes: Place['changes']): Stretch[] {
  const windows: Stretch[] = []
  for (const change of changes) {
    const from = wordBoundary(text, Math.max(0, starts[change.from]! - margin), -1)
    const to = wordBoundary(text, Math.min(text.length, starts[change.to]! + margin), 1)
    const last = windows.at(-1)
    if (last !== undefined && last.to >= from)
      windows[windows.length - 1] = { from: last.from, to: Math.max(to, last.to) }
    else windows.push({ from, to })
  }
  return windows
}

/** The next space, so that no number is cut; in scripts without spaces the margin is enough. */
function wordBoundary(text: string, from: number, step: 1 | -1): number {
  for (let at = from; Math.abs(at - from) < margin; at += step) {
    if (at <= 0 || at >= text.length || text.charCodeAt(at) === 0x20) return Math.min(text.length, Math.max(0, at))
  }
  return from
}

/** The words of a passage that may be parts of numbers; between others they never stand close enough. */
function numberWords({ items }: Passage, starts: readonly number[], vocabulary: Vocabulary): Word[] {
  const words: Word[] = []
  items.forEach(({ kind, key, text }, at) => {
    if (kind !== 'word') return
    const lower = key.toLowerCase()
    if (!mayBeNumber(lower, vocabulary) && !vocabulary.joiners.has(lower)) return
    words.push({ key: lower, from: starts[at]!, to: starts[at]! + text.length })
  })
  return words
}

function startsOf({ items, gaps }: Passage, offset: number): number[] {
  let at = offset
  const starts = items.map(({ text }, index) => {
    const begins = at + gaps[index]!.length
    at = begins + text.length
    return begins
  })
  return [...starts, at]
}

import type { Passage } from '../diff/passage.ts'
import type { Setting } from './finding.ts'
import { titledNames, type NameSpan } from './name-contexts.ts'
import { numbersIn } from './numbers.ts'
import type { NumberSpan } from './number-span.ts'
import { quotedItems } from './quotes.ts'

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

/** So much of the block is looked at on both sides of a passage: a date may begin before it, or end after it. */
const margin = 60

/** Reads a passage that begins at `offset` of the text of its block. */
export function readingOf(
  passage: Passage,
  { text, offset }: { text: string; offset: number },
  setting: Setting
): Reading {
  const starts = startsOf(passage, offset)
  const from = Math.max(0, offset - margin)
  const near = text.slice(from, starts.at(-1)! + margin)
  const words = passage.items.flatMap((item, at) => {
    const begins = starts[at]! - from
    return item.kind === 'word' ? [{ key: item.key.toLowerCase(), from: begins, to: begins + item.text.length }] : []
  })
  const inBlock = <T extends { from: number; to: number }>(span: T): T => ({
    ...span,
    from: span.from + from,
    to: span.to + from
  })
  return {
    passage,
    text,
    starts,
    quoted: quotedItems(passage),
    numbers: numbersIn(near, words, setting.words()).map(inBlock),
    titled: titledNames(near, setting).map(inBlock)
  }
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

import { isFunctionWord } from '../diff/function-words.ts'
import type { EditKind, FoundEdit, Hunk } from '../diff/comparison.ts'
import { surroundingsOf, type Surroundings } from './surroundings.ts'
import { numbersOf, wordsOf } from './values.ts'

/** An edit that a note may admit, and by what it would name it. */
export interface Candidate extends Surroundings {
  readonly index: number
  readonly edit: FoundEdit
  /** What only the older, and what only the newer text says: amounts and words, in small letters. */
  readonly numbers: Sides
  readonly words: Sides
}

export interface Sides {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** A note names figures and dates by their numbers, and these by their words. */
const numbered = new Set<EditKind>(['figure', 'date'])
const worded = new Set<EditKind>([
  'name',
  'date',
  'attribution',
  'negation',
  'hedge',
  'quote',
  'wording',
  'typo',
  'headline'
])
const whole = new Set<EditKind>(['added', 'removed', 'moved', 'split', 'merged'])

export function candidatesOf(hunks: readonly Hunk[], edits: readonly FoundEdit[]): Candidate[] {
  return edits.map((edit, index) => {
    const is = (kinds: ReadonlySet<EditKind>) => edit.kinds.some((kind) => kinds.has(kind))
    return {
      index,
      edit,
      ...surroundingsOf(hunks, edit, index),
      numbers: is(numbered) && !is(whole) ? apart(edit, numbersOf) : nothing,
      words: is(worded) && !is(whole) ? apart(edit, contentWords) : nothing
    }
  })
}

const nothing: Sides = { before: [], after: [] }

function apart({ before, after }: FoundEdit, read: (text: string) => string[]): Sides {
  const [olds, news] = [read(before), read(after)]
  return { before: olds.filter((each) => !news.includes(each)), after: news.filter((each) => !olds.includes(each)) }
}

/** Words that say something by themselves, numbers left out. */
export function contentWords(text: string): string[] {
  return wordsOf(text).filter((word) => !isFunctionWord(word) && !/\p{N}/u.test(word))
}

import { isFunctionWord } from '../diff/function-words.ts'
import type { EditKind, FoundEdit } from '../diff/comparison.ts'
import type { FoundChanges } from './found-changes.ts'
import { surroundingsOf, type Surroundings } from './surroundings.ts'
import { isTight, numbersOf, wordsOf } from './values.ts'

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

/** All edits, with what a note could know them by. */
export function candidatesOf({ hunks, edits, lang }: FoundChanges): Candidate[] {
  const readNumbers = (text: string) => numbersOf(text, lang())
  return edits.map((edit, index) => {
    const is = (kinds: ReadonlySet<EditKind>) => edit.kinds.some((kind) => kinds.has(kind))
    return {
      index,
      edit,
      ...surroundingsOf(hunks, edit, index),
      numbers: is(numbered) && !is(whole) ? apart(edit, readNumbers) : nothing,
      words: is(worded) && !is(whole) ? apart(edit, tellingWords) : nothing
    }
  })
}

const nothing: Sides = { before: [], after: [] }

function apart({ before, after }: FoundEdit, read: (text: string) => string[]): Sides {
  const [olds, news] = [read(before), read(after)]
  return { before: olds.filter((each) => !news.includes(each)), after: news.filter((each) => !olds.includes(each)) }
}

/** A capital makes a short word a name: Lee, Low. */
function tellingWords(text: string): string[] {
  const names = text.match(/(?<!\p{L})\p{Lu}\p{L}{1,2}(?!\p{L})/gu) ?? []
  return [...contentWords(text), ...names.map((name) => name.toLowerCase())]
}

/** Words that stand in half of all stories, and those by which notes put one thing for another. */
const everywhere = new Set(
  'said says told also when which more never nicht kein keine niet geen nunca jamais nessun ليست नहीं'.split(' ')
)

/**
 * Words that say something by themselves, numbers left out; in scripts without spaces pairs of characters that are no mere
 * grammar.
 */
export function contentWords(text: string): string[] {
  return wordsOf(text).flatMap((word) => {
    if (isTight(word)) return pairsOf(word)
    return word.length > 3 && !isFunctionWord(word) && !everywhere.has(word) && !/\p{N}/u.test(word) ? [word] : []
  })
}

function pairsOf(run: string): string[] {
  return (run.match(/[\p{Script=Han}\p{Script=Katakana}ー]{2,}/gu) ?? []).flatMap((part) => {
    const characters = [...part]
    return characters.slice(1).map((each, at) => `${characters[at]}${each}`)
  })
}

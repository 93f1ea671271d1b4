import type { EditKind, FoldRule } from '../diff/comparison.ts'
import type { Touch } from '../noise-rule.ts'
import { westernDigits } from './digits.ts'
import type { Setting } from './finding.ts'
import { tellingTerms } from './terms.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Why a change may be folded away, and what the rule does not explain. */
export interface Fold {
  readonly kinds: readonly EditKind[]
  readonly rule: FoldRule
  readonly reason: string
  /** Both sides without what the rule is about. */
  readonly rest: Rest
}

export interface Rest {
  readonly before: string
  readonly after: string
}

/** A rule speaks for every word of the change. */
export const nothingLeft: Rest = { before: '', after: '' }

/**
 * The one gate that every fold passes. Whatever the rule: where a digit of the story, a negation, a quotation, a name or an
 * address differs in what the rule does not speak for, nothing is folded.
 */
export function passed<F extends Fold>(fold: F | null, setting: Setting): F | null {
  return fold === null || touchesStory(fold.rest, setting) ? null : fold
}

function touchesStory(rest: Rest, setting: Setting): boolean {
  return rest.before !== rest.after && touchedWords(rest, setting.words()).length > 0
}

/** In what of a story two texts differ. */
export function touchedWords({ before, after }: Rest, words: Vocabulary): Touch[] {
  const negations = (text: string) => tellingTerms(wordsOf(text), words).negation.join()
  const telling: readonly (readonly [Touch, (text: string) => string])[] = [
    ['digits', digits],
    ['quotation', quotations],
    ['name', names],
    ['link', addresses],
    ['negation', negations]
  ]
  return telling.filter(([, find]) => find(before) !== find(after)).map(([touch]) => touch)
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}'\u2019]+/gu) ?? []
}

function digits(text: string): string {
  return (westernDigits(text).match(/[-+\u2212]?\d+/g) ?? []).join()
}

function quotations(text: string): string {
  return (text.match(/["\u201c\u201e\u00ab\u300c\u300e][^"\u201d\u201c\u00bb\u300d\u300f]*/gu) ?? [])
    .map((quote) => quote.slice(1))
    .join()
}

/** Words with a capital in the middle of a sentence. */
function names(text: string): string {
  return (text.match(/(?<=[\p{Ll}\p{N},;][ \u00a0])\p{Lu}[\p{L}\p{M}]*/gu) ?? []).join()
}

function addresses(text: string): string {
  return (text.match(/(?:https?:\/\/|www\.)\S+/giu) ?? []).join()
}

import type { FoundEdit } from '../diff/comparison.ts'
import { westernDigits } from './digits.ts'
import type { Setting } from './finding.ts'
import { termsIn } from './terms.ts'

/** Both sides of an edit without what the rule that folds it is about: what it does not speak for. */
export interface Rest {
  readonly before: string
  readonly after: string
}

/** A rule speaks for every word of the edit. */
export const nothingLeft: Rest = { before: '', after: '' }

/**
 * The last gate. Whatever rule folds an edit: where a digit of the story, a negation, a quotation, a name or an address
 * differs in what the rule does not speak for, the edit is shown.
 */
export function guarded(edit: FoundEdit, rest: Rest, setting: Setting): FoundEdit {
  if (!edit.folded || !touchesStory(rest, setting)) return edit
  return { ...edit, folded: false, rule: null, minor: false }
}

/** Whether what a rule does not speak for tells something of the story. */
export function touchesStory({ before, after }: Rest, setting: Setting): boolean {
  if (before === after) return false
  const negations = (text: string) => termsIn(wordsOf(text), 'negation', setting.words().code).join()
  const telling = [digits, quotations, names, addresses, negations]
  return telling.some((find) => find(before) !== find(after))
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

import type { Hunk, EditKind, FoundEdit } from './diff/comparison.ts'
import { touchedWords } from './edits/guard.ts'
import type { Vocabulary } from './edits/vocabulary.ts'
import { fitsText, touches, type NoiseRule, type Touch } from './noise-rule.ts'
import type { Block } from './revision.ts'

/** A change with the whole text around it, older and newer; null on the side where there was none. */
export interface Changed {
  readonly edit: Pick<FoundEdit, 'kinds' | 'before' | 'after'>
  readonly older: string | null
  readonly newer: string | null
}

/** What a rule does to a change: nothing, folds it, or is held back because of what it touches. */
export type Judgement = 'no' | 'folds' | 'held'

export function judge(rule: NoiseRule, changed: Changed, words: () => Vocabulary): Judgement {
  if (!fits(rule, changed)) return 'no'
  return touchedBy(changed, words()).every((touch) => rule.allow.includes(touch)) ? 'folds' : 'held'
}

function fits(rule: NoiseRule, { edit, older, newer }: Changed): boolean {
  if (rule.kind === 'kind') return edit.kinds[0] === rule.edit
  const texts = [older, newer].filter((text) => text !== null)
  return texts.length > 0 && texts.every((text) => fitsText(rule, text))
}

const touchOfKind: Partial<Record<EditKind, Touch>> = {
  figure: 'digits',
  date: 'digits',
  negation: 'negation',
  quote: 'quotation',
  name: 'name',
  attribution: 'name',
  byline: 'name',
  link: 'link'
}

/** What a change touches: by its kinds, and by what differs between its words. Of a whole block those are all its words. */
export function touchedBy({ edit, older, newer }: Changed, words: Vocabulary): Touch[] {
  const isBare = edit.before === '' && edit.after === ''
  const before = isBare && newer === null ? (older ?? '') : edit.before
  const after = isBare && older === null ? (newer ?? '') : edit.after
  const byKind = edit.kinds.flatMap((kind) => touchOfKind[kind] ?? [])
  const found = new Set([...touchedWords({ before, after }, words), ...byKind])
  return touches.filter((touch) => found.has(touch))
}

/** The texts of a hunk, those of a split or merge joined. */
export function textsOf(hunk: Hunk, olds: readonly Block[], news: readonly Block[]): Pick<Changed, 'older' | 'newer'> {
  const joined = (blocks: readonly Block[], at: number | readonly number[]) =>
    [at].flat().map((index) => blocks[index]?.text ?? '').join('\n') // prettier-ignore
  return {
    older: hunk.op === 'added' ? null : joined(olds, hunk.old),
    newer: hunk.op === 'removed' ? null : joined(news, hunk.new)
  }
}

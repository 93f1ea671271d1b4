import type { Edit, Hunk, Run } from './diff/comparison.ts'
import type { Changed } from './noise.ts'
import { isSound, type NoiseRule, type Touch } from './noise-rule.ts'

/** A rule that could be made of a change, before the reader has said what it may touch. */
export type Proposal =
  | { readonly kind: 'text'; readonly parts: readonly string[] }
  | { readonly kind: 'begins'; readonly words: string }
  | { readonly kind: 'kind'; readonly edit: Edit['kinds'][number] }

export const ruleOf = (proposal: Proposal, allow: readonly Touch[]): NoiseRule => ({ ...proposal, allow })

/** So many words of a text's beginning make a rule. */
const mostWords = 4
/** So many stretches that stay the same; more would be a text, not a pattern. */
const mostParts = 12

/** The rules that a change suggests, the narrowest first. */
export function proposalsOf(edit: Edit, hunk: Hunk, { older, newer }: Pick<Changed, 'older' | 'newer'>): Proposal[] {
  const parts = 'runs' in hunk ? stableParts(hunk.runs) : numberedParts(newer ?? older ?? '')
  const begins = commonBeginning(older ?? newer ?? '', newer ?? older ?? '')
  const all: Proposal[] = [
    { kind: 'text', parts },
    { kind: 'begins', words: begins },
    { kind: 'kind', edit: edit.kinds[0]! }
  ]
  return all.filter((proposal) => isSound(ruleOf(proposal, [])))
}

/** What stands between the changes of a text, cut at words: a changing part is never the half of one. */
function stableParts(runs: readonly Run[]): string[] {
  const parts = ['']
  for (const run of runs) {
    if (run.op === 'same') parts[parts.length - 1] += run.new
    else if (parts.at(-1) !== '' || parts.length === 1) parts.push('')
  }
  return joined(parts)
}

/** A text that came or went whole: its numbers are what changes. */
const numberedParts = (text: string): string[] => joined(text.split(/\p{Nd}[\p{Nd}.,:]*/u))

/** Empty and blank parts in the middle say nothing; those at the ends say that anything may stand there. */
function joined(parts: readonly string[]): string[] {
  const trimmed = parts.map((part) => part.replace(/\s+/gu, ' ').trim().slice(0, 1000))
  const middle = trimmed.slice(1, -1).filter((part) => part !== '')
  const first = trimmed[0] ?? ''
  return trimmed.length < 2 ? [first] : [first, ...middle.slice(0, mostParts), trimmed.at(-1)!]
}

/** The words both texts begin with, four at most, and never all of a text. */
function commonBeginning(older: string, newer: string): string {
  const [olds, news] = [older, newer].map((text) => text.trim().split(/\s+/u))
  const common: string[] = []
  for (const [at, word] of (news ?? []).slice(0, mostWords).entries()) {
    if (olds?.[at] !== word || /\p{N}/u.test(word)) break
    common.push(word)
  }
  return common.join(' ').replace(/[\s,;:.–—-]+$/u, '')
}

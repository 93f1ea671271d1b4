import type { EditKind } from '../diff/comparison.ts'
import { differInCaseAlone } from './names.ts'
import type { Side, Sides } from './sides.ts'
import type { Sign } from './sign.ts'
import { isMisspelling } from './spelling.ts'

/** What a change is that nothing more telling is known of: punctuation, spelling, a name's spelling, wording. */
export function plainSign(sides: Sides): Sign {
  const { older, newer } = sides
  if (older.words.length + newer.words.length === 0) {
    return { kind: 'punctuation', reason: `punctuation: ${beforeAndAfter(older.text, newer.text)}` }
  }
  return spellingSign(sides) ?? { kind: 'wording', reason: `words ${cameWentOrChanged(older.text, newer.text)}` }
}

/** One word on either side: another capital, or a misspelling put right. */
function spellingSign({ older, newer, setting }: Sides): Sign | null {
  const [one, other] = [older.words[0], newer.words[0]]
  if (one === undefined || other === undefined) return null
  if (![older, newer].every(({ keys, words }) => keys.length === 1 && words.length === 1)) return null
  if (differInCaseAlone(older, newer)) return { kind: 'wording', reason: `capital: ${one} → ${other}` }
  if (!isMisspelling(one, other)) return null
  const { small } = setting.lexicon()
  const large = [one, other].every((word) => /^\p{Lu}/u.test(word) && !small.has(word.toLowerCase()))
  const english = setting.words().code !== 'de'
  return large && english
    ? { kind: 'name', reason: `name: ${one} → ${other}` }
    : { kind: 'typo', reason: `spelling: ${one} → ${other}` }
}

function cameWentOrChanged(before: string, after: string): string {
  if (before === '') return 'added'
  return after === '' ? 'removed' : 'changed'
}

function beforeAndAfter(before: string, after: string): string {
  if (after === '') return `${before} removed`
  return before === '' ? `${after} added` : `${before} → ${after}`
}

const slight = /^[.,;:\u2026\-\u00b7\u3001\u3002\uff0c\uff1b\uff1a\u060c\u061b\u0964]$/u

/** One word with another capital; us and US are two words. */
function isCapitalAlone(older: Side, newer: Side): boolean {
  const single = older.keys.length === 1 && newer.keys.length === 1
  return single && differInCaseAlone(older, newer) && ![older, newer].some(({ text }) => /\p{Lu}{2}/u.test(text))
}

/** See design 8.4: never a digit, a quotation, a negation, a name, a question mark, a bracket or a symbol. */
export function isMinor({ older, newer, sentence }: Sides, kinds: readonly EditKind[]): boolean {
  if (sentence || older.quoted || newer.quoted) return false
  if (kinds[0] === 'punctuation') return [...older.keys, ...newer.keys].every((key) => slight.test(key))
  if (kinds[0] === 'typo' || kinds[0] === 'typography') return true
  return kinds[0] === 'wording' && isCapitalAlone(older, newer)
}

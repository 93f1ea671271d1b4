import type { Side, Sides } from './sides.ts'
import { cameOrWent, type Sign } from './sign.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A negation that came or went, or a word that became its opposite. */
export function negationSign({ older, newer, setting }: Sides): Sign | null {
  const sign = cameOrWent('negation', older.terms.negation, newer.terms.negation)
  return sign ?? opposite(older, newer, setting.words())
}

/** lawful → unlawful, geldi → gelmedi. */
function opposite(older: Side, newer: Side, vocabulary: Vocabulary): Sign | null {
  if (older.words.length === 0 || newer.words.length === 0 || older.words.length + newer.words.length > 6) return null
  for (const one of older.words.map((word) => word.toLowerCase())) {
    for (const other of newer.words.map((word) => word.toLowerCase())) {
      const [short, long] = one.length < other.length ? [one, other] : [other, one]
      if (
        hasPrefix(short, long, vocabulary) ||
        (/^(?:tr)?$/.test(vocabulary.code ?? '') && hasTurkishInfix(short, long))
      )
        return { kind: 'negation', reason: `negation: ${one} → ${other}` }
    }
  }
  return null
}

function hasPrefix(plain: string, negative: string, { negativePrefixes }: Vocabulary): boolean {
  return negativePrefixes.some((prefix) => prefix + plain === negative && plain.length >= shortest(prefix, plain))
}

/** inform negates no form, and impress no press: after a prefix that is a preposition too, only longer words count. */
function shortest(prefix: string, plain: string): number {
  if (/^[\p{Script=Hangul}\p{Script=Han}]/u.test(plain)) return 1
  if (/^[\p{Script=Arabic}\p{Script=Devanagari}]/u.test(plain)) return 3
  return prefix === 'in' || prefix === 'im' ? 6 : 4
}

/** gel-di and gel-me-di, gel-iyor and gel-m-iyor, gel-ir and gel-mez. */
function hasTurkishInfix(plain: string, negative: string): boolean {
  for (let at = 2; at < negative.length; at++) {
    if (!plain.startsWith(negative.slice(0, at))) return false
    const rest = /^m(?:[eaiıuü]y?|(?=[iıuü]yor))(.+)$/u.exec(negative.slice(at))?.[1]
    if (rest !== undefined && rest === plain.slice(at)) return true
    if (/^m[ea]z/u.test(negative.slice(at)) && plain.length - at <= 3) return true
  }
  return false
}

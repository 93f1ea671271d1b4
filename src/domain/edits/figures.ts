import type { FigureChange } from './finding.ts'
import type { NumberSpan } from './number-span.ts'
import { wordValue } from './number-words.ts'
import { unitNamed } from './units.ts'
import { vocabularyOf } from './vocabulary.ts'

/**
 * Which number became which, among the numbers of one change. Where both sides have as many they pair in order; otherwise
 * equal ones drop out, and the rest pair by what they count.
 */
export function figureChanges(before: readonly NumberSpan[], after: readonly NumberSpan[]): FigureChange[] {
  if (!numbersDiffer(before, after)) return []
  if (before.length === after.length) {
    const pairs = before.map((old, index) => [old, after[index]!] as const)
    return pairs.filter(([old, newer]) => old.amount !== newer.amount).map(([old, newer]) => toChange(old, newer))
  }
  const news = minus(after, before, amountOf)
  return minus(before, after, amountOf).flatMap((old) => {
    const same = news.find(({ noun }) => noun !== null && noun === old.noun)
    return same === undefined ? [] : [toChange(old, same)]
  })
}

/** Whether any number differs, or counts something else: 51 to 49 is not 49 to 51, but five cats may follow six dogs. */
export function numbersDiffer(before: readonly NumberSpan[], after: readonly NumberSpan[]): boolean {
  const inOrder = (spans: readonly NumberSpan[]) => spans.map(amountOf).join('\n')
  if (before.length === after.length && inOrder(before) === inOrder(after)) return false
  const counted = (span: NumberSpan) => `${amountOf(span)} ${span.noun ?? ''}`
  const named = [...before, ...after].every(({ noun }) => noun !== null)
  const key = named ? counted : amountOf
  if (!named && before.length === after.length) return true
  return minus(before, after, key).length + minus(after, before, key).length > 0
}

function amountOf({ amount }: NumberSpan): string {
  return amount
}

function minus(spans: readonly NumberSpan[], others: readonly NumberSpan[], key: (span: NumberSpan) => string) {
  const rest = others.map(key)
  return spans.filter((span) => {
    const found = rest.indexOf(key(span))
    if (found >= 0) rest.splice(found, 1)
    return found < 0
  })
}

/** Five miles that become five km are told with their units; the noun is told once where both sides have it. */
function toChange(old: NumberSpan, newer: NumberSpan): FigureChange {
  if (old.unit !== newer.unit) return { before: old.whole, after: newer.whole, noun: null, nounFollows: false }
  const named = newer.nounFollows || !old.nounFollows ? newer : old
  return { before: old.text, after: newer.text, noun: named.noun, nounFollows: named.nounFollows }
}

/** `40 → 60 households`; the noun only where it follows the number. */
export function figureWords({ before, after, noun, nounFollows }: FigureChange): string {
  return `${before} → ${after}${noun !== null && nounFollows ? ` ${noun}` : ''}`
}

/** The first figure that the reason of an edit tells, without what it counts: `£1.5 million → £2 million`; null for none. */
export function figureInReason(reason: string): string | null {
  const [, before, after = ''] = /figure: (.+?) → (.+)$/u.exec(reason) ?? []
  if (before === undefined) return null
  const words = after.split(', ', 1)[0]!.split(' ')
  const end = words.findIndex((word, at) => at > 0 && !belongsToAmount(word))
  return `${before} → ${words.slice(0, end < 0 ? words.length : end).join(' ')}`
}

/** million, per cent, but also miles and days where they are told beside both numbers. */
function belongsToAmount(word: string): boolean {
  const lower = word.toLowerCase()
  return (
    lower === 'per' || lower === 'cent' || wordValue(lower) !== null || unitNamed(lower, vocabularyOf(null)) === '%'
  )
}

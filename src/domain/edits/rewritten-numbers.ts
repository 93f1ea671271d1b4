import type { EditKind, FoldRule } from '../diff/comparison.ts'
import { hasNativeDigits } from './digits.ts'
import type { NumberSpan } from './number-span.ts'
import type { Side, Sides } from './sides.ts'

/** A judgement that a change is noise, or at most minor, whatever words it touches. */
export interface Noise {
  readonly kinds: readonly EditKind[]
  readonly reason: string
  readonly minor: boolean
  readonly rule: FoldRule | null
}

/**
 * The same numbers with other separators: 10,000 → 10 000, 1,5 → 1.5. Digits of another script stay in view, as readers may
 * not know that they are the same.
 */
export function rewrittenNumbers({ older, newer, sentence }: Sides): Noise | null {
  if (sentence || older.numbers.length === 0 || older.numbers.length !== newer.numbers.length) return null
  if (![...older.numbers, ...newer.numbers].every(({ inDigits }) => inDigits)) return null
  if (blanked(older) !== blanked(newer)) return null
  const scripts = hasNativeDigits(older.text) !== hasNativeDigits(newer.text)
  return {
    kinds: ['typography'],
    reason: `the same number written otherwise: ${older.text} → ${newer.text}`,
    minor: true,
    rule: scripts ? null : 'typography'
  }
}

/** The text of a side with its numbers replaced by what they amount to. */
function blanked({ reading, numbers, from, to }: Side): string {
  const { text } = reading
  const begins = Math.min(reading.starts[from]!, numbers[0]!.from)
  const ends = Math.max(endOf(reading.passage.items[to - 1]?.text, reading.starts[to - 1]), numbers.at(-1)!.to)
  let at = begins
  let result = ''
  for (const number of numbers) {
    result += `${text.slice(at, number.from)}\u0001${number.amount}${noUnit(number)}\u0001`
    at = number.to
  }
  return result + text.slice(at, ends)
}

/** Five per cent and 5 % amount to the same, but are other words. */
function noUnit({ whole }: NumberSpan): string {
  return whole.replace(/[\p{Nd}.,\s\u00a0\u2009\u202f'\u2019\u066b\u066c]/gu, '')
}

function endOf(text: string | undefined, start: number | undefined): number {
  return text === undefined || start === undefined ? 0 : start + text.length
}

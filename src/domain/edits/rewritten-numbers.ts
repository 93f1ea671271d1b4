import { hasNativeDigits } from './digits.ts'
import { nothingLeft, type Fold } from './guard.ts'
import type { NumberSpan } from './number-span.ts'
import type { Side, Sides } from './sides.ts'
import type { Sign } from './sign.ts'

/** The same numbers with other separators: 10,000 → 10 000, 1,5 → 1.5. */
export function separatorsFold(sides: Sides): Fold | null {
  if (!areSameNumbers(sides) || scriptsDiffer(sides)) return null
  return { kinds: ['typography'], rule: 'typography', reason: reasonOf(sides), rest: nothingLeft }
}

/** The same numbers in digits of another script: in view, as readers may not know that they are the same. */
export function nativeDigitsSign(sides: Sides): Sign | null {
  if (!scriptsDiffer(sides) || !areSameNumbers(sides)) return null
  return { kind: 'typography', reason: reasonOf(sides) }
}

function reasonOf({ older, newer }: Sides): string {
  return `the same number written otherwise: ${older.text} → ${newer.text}`
}

function scriptsDiffer({ older, newer }: Sides): boolean {
  return hasNativeDigits(older.text) !== hasNativeDigits(newer.text)
}

function areSameNumbers({ older, newer, sentence }: Sides): boolean {
  if (sentence || older.numbers.length === 0 || older.numbers.length !== newer.numbers.length) return false
  const inDigits = [...older.numbers, ...newer.numbers].every((number) => number.inDigits)
  return inDigits && blanked(older) === blanked(newer)
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

import { counted } from './counted.ts'
import { Cursor } from './cursor.ts'
import { valueOfDigits } from './digits.ts'
import { eastAsianValue } from './number-words.ts'
import type { NumberSpan, NumberText } from './number-span.ts'
import { unitAt, unitOfSign } from './units.ts'
import type { Vocabulary } from './vocabulary.ts'

const digits =
  /\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,:/'\u2019\-\u2010\u2011\u2013\u2212]\d+)*[\u00bd\u00bc\u00be]?|[\u00bd\u00bc\u00be]/uy
const eastAsianPowers =
  /[\d.,]*[十百千万萬億亿兆십백천만억조](?:[ \u00a0]?[\d.,]*[十百千万萬億亿兆십백천만억조])*(?:\d+)?/uy
const ordinal = /(?:st|nd|rd|th|er|\u00e8re|re|e|\u00e8me|[\u00ba\u00aa])(?![\p{L}\p{N}])/uy
/** Some are abbreviations, with a point that does not end the sentence. */
const magnitudeWord =
  /[ \u00a0\u202f-]?(\p{L}[\p{L}\p{M}]*)(?:(?<=[ \u00a0](?:mio|mrd|tsd|mill|тыс|тис|tys|εκατ|δισ|χιλ))\.)?/iuy
const sign = /[ \u00a0\u202f]?(?:%|\u2030|\u00b0[CFK]?|\p{Sc}(?!\d))|[CFK](?![\p{L}\p{N}'\u2019])/uy
const gluedLetters = /(?:\p{Ll}{1,4}|[A-Z]{1,3})(?![\p{L}\p{N}'\u2019])/uy
const wordGoesOn = /[\p{Lu}\p{Ll}\p{N}]/uy

export interface AmountStart {
  readonly from: number
  readonly digits: number
  /** Sign, currency or percent sign before the digits. */
  readonly before: string
}

/** The amount that begins here, with its magnitude and unit; null where the digits belong to a name (3M’s). */
export function amountAt(source: NumberText, { from, digits: begins, before }: AmountStart): NumberSpan | null {
  const { text, western, vocabulary } = source
  const cursor = new Cursor(western, begins)
  const size = sizeAt(cursor, vocabulary, before)
  const mark = cursor.take(sign)?.[0] ?? null
  const named = mark === null && size.unit === null ? unitAt(western, cursor.at, vocabulary) : null
  const belongs = named !== null && (named.unit === '%' || /^[A-Za-z]/.test(western.slice(cursor.at, cursor.at + 1)))
  if (belongs) cursor.at = named.to
  const letters = named === null ? (cursor.take(gluedLetters)?.[0] ?? '') : ''
  if (named === null && new Cursor(western, cursor.at).take(wordGoesOn) !== null) return null
  const to = cursor.at
  const end = named?.to ?? to
  const unit = size.unit ?? unitOfSign(mark ?? signBefore(before)) ?? named?.unit ?? null
  return {
    from,
    to: end,
    text: text.slice(from, to).trim().replace(/\.$/, ''),
    whole: text.slice(from, end).trim(),
    amount: `${plusOrMinus(before)}${size.amount}${letters} ${unit ?? ''}`,
    unit,
    type: 'figure',
    inDigits: true,
    ...counted(source, { from, to }, belongs ? null : named)
  }
}

/** The digits and what multiplies them. */
function sizeAt(cursor: Cursor, vocabulary: Vocabulary, before: string): { amount: string; unit: string | null } {
  const core = (cursor.take(eastAsianPowers) ?? cursor.take(digits))?.[0] ?? ''
  const value = valueOfDigits(core, vocabulary.code) ?? eastAsianValue(core)
  if (cursor.take(ordinal) !== null) return { amount: core, unit: 'ordinal' }
  const magnitude = magnitudeAt(cursor, vocabulary, before)
  const plain = core.replace(/[\u2010\u2011\u2013\u2212]/g, '-').replace(/[\s\u00a0\u2009\u202f]/g, '')
  if (value === null) return { amount: `${plain}x${magnitude}`, unit: null }
  return { amount: String(Number((value * magnitude).toPrecision(12))), unit: null }
}

/** million, Mio., k; m only after a currency, as it is metres elsewhere. */
function magnitudeAt(cursor: Cursor, { magnitudes }: Vocabulary, before: string): number {
  const at = cursor.at
  const glued = !/[\s\u00a0-]/.test(cursor.text[at] ?? '')
  const word = cursor.take(magnitudeWord)?.[1]?.toLowerCase().normalize('NFC') ?? ''
  const money = /\p{Sc}|[A-Z]/u.test(before)
  const counts = word.length > 2 || word === 'bn' || word === 'mn' || (word === 'm' ? money : money || glued)
  const magnitude = counts ? magnitudes.get(word) : undefined
  if (magnitude === undefined) cursor.at = at
  return magnitude ?? 1
}

function plusOrMinus(before: string): string {
  if (/[-\u2212\u2013]/.test(before)) return '-'
  return /[+\u00b1]/.exec(before)?.[0] ?? ''
}

function signBefore(before: string): string {
  return before.replace(/[-+\u2212\u2013\u00b1\s\u00a0]/g, '')
}

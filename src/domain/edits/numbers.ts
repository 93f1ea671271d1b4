import { amountAt } from './amounts.ts'
import { timeAt } from './clock.ts'
import { Cursor, textBefore } from './cursor.ts'
import { dateAt } from './dates.ts'
import { westernDigits } from './digits.ts'
import type { NumberSpan, NumberText, Word } from './number-span.ts'
import { eastAsianSpans, wordSpans } from './spelled-numbers.ts'
import type { Vocabulary } from './vocabulary.ts'

/** All numbers of a text in order, in digits of any script and in words. */
export function numbersIn(text: string, words: readonly Word[], vocabulary: Vocabulary): NumberSpan[] {
  const source = { text, western: westernDigits(text), vocabulary }
  const spans = [...digitSpans(source), ...wordSpans(source, words), ...eastAsianSpans(source)]
  spans.sort((one, other) => one.from - other.from || other.to - one.to)
  let end = 0
  return spans.filter(({ from, to }) => {
    const free = from >= end
    if (free) end = to
    return free
  })
}

const digitRun = /[\d\u00bd\u00bc\u00be]+/gu
/** Sign, currency or percent sign right before a digit. */
const beforeDigits =
  /(?:(?<=^|[\s([{"'\u201c\u201e\u00ab\u2018:=\u060c,])[-+\u2212\u2013\u00b1])?(?:(?:[A-Z]{0,3}\p{Sc}|(?<!\p{L})(?:EUR|USD|GBP|CHF|INR|JPY|CNY|PLN|Rs\.?|Rp))[ \u00a0]?-?)?(?:%[ \u00a0]?)?$/u
/** Not the digits of 18F, Covid-19 or AL-210: those are names. */
const inName = /[\p{Lu}\p{Ll}\p{N}_]$|(?:[\p{Lu}\p{N}][-.,:/]|ovid-)$/u

function digitSpans(source: NumberText): NumberSpan[] {
  const spans: NumberSpan[] = []
  let end = 0
  for (const { index: digits } of source.western.matchAll(digitRun)) {
    if (digits < end) continue
    const ahead = textBefore(source.western, digits)
    const before = beforeDigits.exec(ahead)?.[0] ?? ''
    if (inName.test(ahead.slice(0, ahead.length - before.length))) continue
    const start = { from: digits - before.length, digits, before }
    const span = (before === '' ? momentAt(source, digits) : null) ?? amountAt(source, start)
    if (span === null) continue
    spans.push(span)
    end = span.to
  }
  return spans
}

const digitsAndMarks = /\d+(?:[.,]\d+)*/y

/** A date or a time of day. */
function momentAt({ text, western, vocabulary }: NumberText, at: number): NumberSpan | null {
  const cursor = new Cursor(western, at)
  cursor.take(digitsAndMarks)
  const date = dateAt(western, { from: at, to: cursor.at }, vocabulary)
  const place = date ?? timeAt(western, at)
  if (place === null) return null
  const shown = text.slice(place.from, place.to)
  return {
    ...place,
    text: shown,
    whole: shown,
    amount: western.slice(place.from, place.to).toLowerCase(),
    unit: null,
    type: date === null ? 'time' : 'date',
    inDigits: true,
    noun: null,
    nounFollows: false
  }
}

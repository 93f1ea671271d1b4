import { characterClass } from './characters.ts'

const joinsLetters = /['\u2018\u2019\u02bc\uff07\u00b7\-\u2010\u2011\u2013\u05be\u05f3\u05f4_@&]/
const joinsDigits = /[.,:/\-\u207a\u207b\u2010\u2011\u2012\u2013\u2212'\u2019\u066b\u066c_]/
const currency = /\p{Sc}/u
const sign = /[-+\u2212\u00b1]/
const percent = /[%\u2030\u066a\u00b0]/
const eastAsian = /[十百千万萬億亿兆]/u
const address = /(?:https?:\/\/|www\.)[^\s<>"\u201c\u201d\u00ab\u00bb]+/iuy
const closing = /[.,;:!?)\]}'\u2019\u2026]+$/u

/** Where the web address that begins at `at` ends; `at` where none begins. Its closing punctuation is not part of it. */
export function addressEnd(text: string, at: number): number {
  if (!/[hw]/i.test(text[at]!)) return at
  address.lastIndex = at
  const found = address.exec(text)
  return found === null ? at : at + found[0].replace(closing, '').length
}

/**
 * Where the word, number or amount that begins at `at` ends; `at` where none begins. Kept whole: ninety-five, minister’s,
 * £2.4m, 29.2%, 10 000, 2億4千万, 9:05, 51–49, -5C, U.S., someone@example.org.
 */
export function wordEnd(text: string, from: number): number {
  let at = wordStart(text, from)
  if (!isWordAt(text, at)) return from
  for (;;) {
    at = plainEnd(text, at)
    const next = joinEnd(text, at)
    if (next === at) break
    at = next
  }
  return withUnit(text, abbreviationEnd(text, from, at))
}

/** Skips what may stand before a word and belongs to it: a currency, a sign before a number, # and @ before a name. */
function wordStart(text: string, from: number): number {
  let at = from
  if (sign.test(text[at]!) && !isWordAt(text, at - 1) && startsAmount(text, at + 1)) at++
  if (currency.test(text[at] ?? '') && isDigitAt(text, at + 1)) return at + 1
  if (/[#@]/.test(text[at] ?? '') && isWordAt(text, at + 1) && !isWordAt(text, at - 1)) return at + 1
  return at
}

function startsAmount(text: string, at: number): boolean {
  return isDigitAt(text, at) || (currency.test(text[at] ?? '') && isDigitAt(text, at + 1))
}

function plainEnd(text: string, from: number): number {
  let at = from
  for (;;) {
    if (isWordAt(text, at)) at += widthAt(text, at)
    else if (isUnseenAt(text, at) && isWordAt(text, unseenEnd(text, at))) at = unseenEnd(text, at)
    else return at
  }
}

function unseenEnd(text: string, from: number): number {
  let at = from
  while (isUnseenAt(text, at)) at++
  return at
}

/** Steps over a character that joins what is before it with what is after it; stays where nothing is joined. */
function joinEnd(text: string, at: number): number {
  const character = text[at]
  if (character === undefined || at === 0) return at
  if (eastAsian.test(character) && (isDigitAt(text, at - 1) || eastAsian.test(text[at - 1]!))) return at + 1
  if (currency.test(character) && isDigitAt(text, at + 1)) return at + 1
  if (character === '"' && isHebrew(text[at - 1]!) && isHebrew(text[at + 1] ?? '')) return at + 1
  if (!isWordAt(text, at + 1)) return at
  if (isDigitAt(text, at - 1) && isDigitAt(text, at + 1))
    return joinsDigits.test(character) ? at + 1 : groupEnd(text, at)
  if (joinsLetters.test(character)) return at + 1
  return character === '.' && !startsSentence(text, at) ? at + 1 : at
}

/** A space between digits groups them (10 000): one to three digits before it, and exactly three after. */
function groupEnd(text: string, at: number): number {
  if (!/[ \u00a0\u2009\u202f]/.test(text[at]!) || !/^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))) return at
  return /(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})*$/.test(text.slice(Math.max(0, at - 16), at)) ? at + 1 : at
}

function startsSentence(text: string, dot: number): boolean {
  return /\p{Ll}/u.test(text[dot - 1]!) && /\p{Lu}/u.test(text[dot + 1]!)
}

function abbreviationEnd(text: string, from: number, at: number): number {
  return text[at] === '.' && /^\p{L}(?:\.\p{L})+$/u.test(text.slice(from, at)) ? at + 1 : at
}

/** A percent sign, degree or currency that follows a number, with the space that French and others put between. */
function withUnit(text: string, at: number): number {
  if (/[\u5186\u5143\u5713]/.test(text[at] ?? '') && (isDigitAt(text, at - 1) || eastAsian.test(text[at - 1]!)))
    return at + 1
  if (!isDigitAt(text, at - 1)) return at
  const unit = /[ \u00a0\u2009\u202f]/.test(text[at] ?? '') ? at + 1 : at
  const character = text[unit] ?? ''
  if (!percent.test(character) && !(currency.test(character) && !isDigitAt(text, unit + 1))) return at
  return character === '\u00b0' && /[CFK]/.test(text[unit + 1] ?? '') ? unit + 2 : unit + 1
}

function isHebrew(character: string): boolean {
  return character >= '\u05d0' && character <= '\u05ea'
}

function isWordAt(text: string, at: number): boolean {
  const found = classAt(text, at)
  return found === 'letter' || found === 'digit'
}

function isDigitAt(text: string, at: number): boolean {
  return classAt(text, at) === 'digit'
}

function isUnseenAt(text: string, at: number): boolean {
  return classAt(text, at) === 'unseen'
}

function classAt(text: string, at: number) {
  const code = at < 0 ? undefined : text.codePointAt(at)
  return code === undefined ? null : characterClass(code)
}

function widthAt(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1
}

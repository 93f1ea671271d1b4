import { Cursor, textBefore } from './cursor.ts'
import type { Vocabulary } from './vocabulary.ts'

const numeric = /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?![\d.,]*\d)|\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?![\d.,]*\d)/y
const eastAsian =
  /\d{4}\s?[年년](?:\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?)?|\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?|\d{1,2}\s?(?:日(?![間目])|일(?!\s?(?:간|동안|만|째)))/y
const monthAfter =
  /(?:st|nd|rd|th|er|[.\u00ba\u00aa\u00b0])?,?[\s\u00a0]+(?:of |de |d['\u2019])?(\p{L}[\p{L}\p{M}]+)(?:\.(?=[\s\u00a0]\d{4}))?/uy
const monthBefore = /(?<![\p{L}\p{M}])(\p{L}[\p{L}\p{M}]+)\.?[\s\u00a0]+(?:the )?$/u
const dayEnd = /(?:st|nd|rd|th)(?!\p{L})/uy
const yearAfter = /,?[\s\u00a0]+(?:de |del )?(?:1[5-9]|20)\d\d(?![\d.,]*\d)/y
const year = /^(?:1[5-9]|20)\d\d$/
const decade = /s(?![\p{L}\p{N}])/uy
const beforeYear =
  /(?<![\p{L}])(?:in|since|by|until|till|from|of|before|after|during|early|late|mid|between|and|en|em|im|seit|depuis|desde|dal|del|nel|sinds|в|с|у|з|w|od|από|το|عام|سنة|منذ|سال|בשנת|सन|ปี)[\s\u00a0]+(?:año |ano |anno )?$/iu
const nounFollows = /[\s\u00a0]\p{Ll}{3,}/uy
/** Words that follow a year as well as anything else. */
const noNoun =
  /[\s\u00a0](?:and|but|when|after|before|that|with|until|for|was|were|has|had|und|wurde|war|hat|que|fue|est|dans|pour|для|был|была|when|per|with)(?!\p{L})/uy

/** A date that begins with the digits at `from`, or with the month before them: where it begins and ends. */
export function dateAt(text: string, { from, to }: { from: number; to: number }, vocabulary: Vocabulary) {
  const cursor = new Cursor(text, from)
  if (cursor.take(numeric) ?? cursor.take(eastAsian)) return { from, to: cursor.at }
  const digits = text.slice(from, to)
  if (year.test(digits)) return yearAt(text, { from, to }, vocabulary)
  if (!/^(?:0?[1-9]|[12]\d|3[01])$/.test(digits)) return null
  cursor.at = to
  const after = cursor.take(monthAfter)
  if (after !== null && isMonth(after[1]!, vocabulary)) {
    cursor.take(yearAfter)
    return { from, to: cursor.at }
  }
  const begins = monthBegins(text, from, vocabulary)
  if (begins === null) return null
  cursor.at = to
  cursor.take(dayEnd)
  cursor.take(yearAfter)
  return { from: begins, to: cursor.at }
}

function yearAt(text: string, { from, to }: { from: number; to: number }, vocabulary: Vocabulary) {
  const begins = monthBegins(text, from, vocabulary)
  if (begins !== null) return { from: begins, to }
  const cursor = new Cursor(text, to)
  if (cursor.take(decade) !== null) return { from, to: cursor.at }
  const counts = cursor.take(noNoun) === null && cursor.take(nounFollows) !== null
  return !counts || beforeYear.test(textBefore(text, from)) ? { from, to } : null
}

function monthBegins(text: string, at: number, vocabulary: Vocabulary): number | null {
  const before = monthBefore.exec(textBefore(text, at))
  return before !== null && isMonth(before[1]!, vocabulary) ? at - before[0].length : null
}

/** In English may and march are months where they are written large; in Hebrew a month may carry a preposition. */
function isMonth(word: string, { months }: Vocabulary): boolean {
  if (otherWords.has(word)) return false
  const lower = word.toLowerCase().normalize('NFC')
  return months.has(lower) || (/^[במל]/u.test(lower) && months.has(lower.slice(1)))
}

/** Whether a word alone names a month or a day: March, Monday, yesterday. */
export function isDateWord(word: string, { months, days }: Vocabulary): boolean {
  if (otherWords.has(word)) return false
  const lower = word.toLowerCase()
  return days.has(lower) || months.get(lower) === true
}

/** In small letters these are other words of English. */
const otherWords = new Set(['may', 'march', 'mon', 'tue', 'tues', 'wed', 'thu', 'fri', 'sat', 'sun'])

/** Days and months among the words of a text without spaces, or before a particle. */
export function dateWordsWithin(text: string, { code, days, months }: Vocabulary): string[] {
  if (!/^(?:ja|zh|ko|th)$/.test(code ?? '')) return []
  return [...days, ...months.keys()].filter((word) => word.length > 1 && text.includes(word))
}

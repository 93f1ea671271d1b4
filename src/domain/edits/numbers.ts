import { isFunctionWord } from '../diff/function-words.ts'
import { timeAt } from './clock.ts'
import { Cursor } from './cursor.ts'
import { dateAt } from './dates.ts'
import { valueOfDigits, westernDigits } from './digits.ts'
import { eastAsianValue, isNumberWord, valueOf } from './number-words.ts'
import { isAttribution } from './terms.ts'
import { eastAsianUnit, unitNamed, unitOfSign } from './units.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A number, amount, time or date in a text, from one character to another. */
export interface NumberSpan {
  readonly from: number
  readonly to: number
  /** As a reader is shown it, without what is counted: £2.4m, six, 40. */
  readonly text: string
  /** With its unit: 5 km. */
  readonly whole: string
  /** Equal where two numbers say the same: 4 and four, 1,5 and 1.5. */
  readonly amount: string
  readonly unit: string | null
  readonly type: 'figure' | 'time' | 'date'
  readonly inDigits: boolean
  readonly noun: string | null
  readonly nounFollows: boolean
}

/** A word of a text and where it stands; `key` in lower case. */
export interface Word {
  readonly key: string
  readonly from: number
  readonly to: number
}

/** All numbers of a text in order, in digits of any script and in words. */
export function numbersIn(text: string, words: readonly Word[], vocabulary: Vocabulary): NumberSpan[] {
  const reader = { text, western: westernDigits(text), vocabulary }
  const spans = [...digitSpans(reader), ...wordSpans(reader, words), ...eastAsianSpans(reader)]
  spans.sort((one, other) => one.from - other.from || other.to - one.to)
  let end = 0
  return spans.filter(({ from, to }) => {
    const free = from >= end
    if (free) end = to
    return free
  })
}

interface Reader {
  readonly text: string
  readonly western: string
  readonly vocabulary: Vocabulary
}

/** Not the digits of 18F, Covid-19 or AL-210: those are names. */
const start =
  /(?<![\p{Lu}\p{Ll}\p{N}_])(?<![\p{Lu}\p{N}][-.,:/]|ovid-)((?:(?<=^|[\s([{"'\u201c\u201e\u00ab\u2018:=\u060c,])[-+\u2212\u2013\u00b1])?(?:(?:[A-Z]{0,3}\p{Sc}|EUR|USD|GBP|CHF|INR|JPY|CNY|PLN|Rs\.?|Rp)[ \u00a0]?-?)?(?:%[ \u00a0]?)?)(?=[\d\u00bd\u00bc\u00be])/gu
const digitsHere =
  /\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,:/'\u2019\-\u2010\u2011\u2013\u2212]\d+)*[\u00bd\u00bc\u00be]?|[\u00bd\u00bc\u00be]/uy
const eastAsianPowers =
  /[\d.,]*[十百千万萬億亿兆십백천만억조](?:[ \u00a0]?[\d.,]*[十百千万萬億亿兆십백천만억조])*(?:\d+)?/uy
const ordinal = /(?:st|nd|rd|th|er|\u00e8re|re|e|\u00e8me|[\u00ba\u00aa])(?![\p{L}\p{N}])/uy
const magnitudeWord = /[ \u00a0\u202f-]?(\p{L}[\p{L}\p{M}]*)\.?/uy
const sign = /[ \u00a0\u202f]?(?:%|\u2030|\u00b0[CFK]?|\p{Sc}(?!\d))|[CFK](?![\p{L}\p{N}'\u2019])/uy
const unitWord = /[ \u00a0\u202f-]?(?:de |di |d['\u2019]|of )?(\p{L}[\p{L}\p{M}"\u05f4]*)/uy
const wordGoesOn = /[\p{Lu}\p{Ll}\p{N}]/uy

function digitSpans(reader: Reader): NumberSpan[] {
  const spans: NumberSpan[] = []
  start.lastIndex = 0
  for (let found = start.exec(reader.western); found !== null; found = start.exec(reader.western)) {
    const from = found.index
    const span = spanAt(reader, { from, digits: from + found[0].length, before: found[1]! })
    start.lastIndex = Math.max(span?.to ?? 0, from + found[0].length + 1)
    if (span !== null) spans.push(span)
  }
  return spans
}

interface Start {
  readonly from: number
  readonly digits: number
  /** Sign, currency or percent sign before the digits. */
  readonly before: string
}

function spanAt(reader: Reader, { from, digits, before }: Start): NumberSpan | null {
  const { western, vocabulary } = reader
  const end = digitsEnd(western, digits)
  if (before === '') {
    const date = dateAt(western, { from, to: end }, vocabulary)
    if (date !== null) return moment(reader, date, 'date')
    const time = timeAt(western, from)
    if (time !== null) return moment(reader, time, 'time')
  }
  return amountAt(reader, { from, digits, before })
}

function digitsEnd(text: string, at: number): number {
  const cursor = new Cursor(text, at)
  cursor.take(digitsHere)
  return cursor.at
}

function moment({ text, western }: Reader, { from, to }: { from: number; to: number }, type: 'date' | 'time') {
  const amount = western.slice(from, to).toLowerCase()
  const shown = text.slice(from, to)
  return {
    from,
    to,
    text: shown,
    whole: shown,
    amount,
    unit: null,
    type,
    inDigits: true,
    noun: null,
    nounFollows: false
  }
}

function amountAt(reader: Reader, { from, digits, before }: Start): NumberSpan | null {
  const { western, vocabulary } = reader
  const cursor = new Cursor(western, digits)
  const core = (cursor.take(eastAsianPowers) ?? cursor.take(digitsHere))?.[0] ?? ''
  const value = valueOfDigits(core, vocabulary.code) ?? eastAsianValue(core)
  const isOrdinal = cursor.take(ordinal) !== null
  const magnitude = isOrdinal ? 1 : magnitudeAt(cursor, vocabulary, before)
  const mark = cursor.take(sign)?.[0] ?? null
  const shownTo = cursor.at
  const named = mark === null && !isOrdinal ? unitAt(cursor, vocabulary) : null
  const isShare = named?.unit === '%'
  if (named !== null && isShare) cursor.at = named.to
  if (cursor.at === shownTo && new Cursor(western, shownTo).take(wordGoesOn) !== null && !glued(western, shownTo))
    return null
  const unit = isOrdinal ? 'ordinal' : (unitOfSign(mark ?? signBefore(before)) ?? named?.unit ?? null)
  const total = value === null ? `${plainCore(core)}x${magnitude}` : String(Number((value * magnitude).toPrecision(12)))
  const to = cursor.at
  const end = named?.to ?? to
  const texts = { text: reader.text.slice(from, to).trim(), whole: reader.text.slice(from, end).trim() }
  const span = { from, to: end, ...texts, unit, type: 'figure' as const, inDigits: true }
  return { ...span, amount: `${minus(before)}${total} ${unit ?? ''}`, ...nounOf(reader, { from, to }) }
}

/** 10-year-old, 3x, 5km: letters that may stand right after a number. */
function glued(text: string, at: number): boolean {
  return /^(?:\p{Ll}{1,4}|[A-Z]{1,3}|s)(?![\p{L}\p{N}\u2019'])/u.test(text.slice(at, at + 8))
}

function plainCore(core: string): string {
  return core.replace(/[\u2010\u2011\u2013\u2212]/g, '-').replace(/[\s\u00a0\u2009\u202f]/g, '')
}

function minus(before: string): string {
  if (/[-\u2212\u2013]/.test(before)) return '-'
  return /[+\u00b1]/.exec(before)?.[0] ?? ''
}

function signBefore(before: string): string {
  return before.replace(/[-+\u2212\u2013\u00b1\s\u00a0]/g, '')
}

/** million, Mio., k; m only after a currency, as it is metres elsewhere. */
function magnitudeAt(cursor: Cursor, { magnitudes }: Vocabulary, before: string): number {
  const at = cursor.at
  const word = cursor.take(magnitudeWord)?.[1]?.toLowerCase() ?? ''
  const short = word.length === 1 || word === 'mi' || word === 'md'
  const allowed = !short || /\p{Sc}|[A-Z]/u.test(before) || cursor.text[at] !== ' '
  const magnitude =
    allowed && !(word === 'm' && !/\p{Sc}/u.test(before)) ? magnitudes.get(word.normalize('NFC')) : undefined
  if (magnitude === undefined) cursor.at = at
  return magnitude ?? 1
}

function unitAt(cursor: Cursor, vocabulary: Vocabulary): { unit: string; to: number } | null {
  const at = cursor.at
  const eastAsian = eastAsianUnit(cursor.text.slice(at, at + 8).trimStart())
  if (eastAsian !== null)
    return {
      unit: unitNamed(eastAsian, vocabulary) ?? eastAsian,
      to: cursor.text.indexOf(eastAsian, at) + eastAsian.length
    }
  const share = cursor.take(perCent) !== null
  const end = share ? cursor.at : null
  cursor.at = at
  if (end !== null) return { unit: '%', to: end }
  const word = cursor.take(unitWord)?.[1]
  const to = cursor.at
  cursor.at = at
  const unit = word === undefined ? null : unitNamed(word.normalize('NFC'), vocabulary)
  return unit === null ? null : { unit, to }
}

const perCent =
  /[ \u00a0](?:per cent|pour cent|por ciento|por cento|per cento|τοις εκατό|في المئة|في المائة|في الميه)(?!\p{L})/uy

/** Numbers in words: the longest row of them, with `and` between. */
function wordSpans(reader: Reader, words: readonly Word[]): NumberSpan[] {
  const spans: NumberSpan[] = []
  for (let at = 0; at < words.length; at++) {
    const end = wordsEnd(reader, words, at)
    if (end === at) continue
    spans.push(spanOfWords(reader, words.slice(at, end)))
    at = end - 1
  }
  return spans
}

function wordsEnd({ text, vocabulary }: Reader, words: readonly Word[], from: number): number {
  const counts = (at: number) => words[at] !== undefined && isNumberWord(words[at].key, vocabulary)
  if (vocabulary.ordinals.has(words[from]!.key) && !isUnitOfTime(words, from, vocabulary)) return from + 1
  if (!counts(from)) return from
  const close = (at: number) =>
    words[at] !== undefined && /^[\s\u00a0-]?$/u.test(text.slice(words[at - 1]!.to, words[at].from))
  let to = from + 1
  for (;;) {
    if (close(to) && counts(to)) to++
    else if (
      close(to) &&
      vocabulary.joiners.has(words[to]!.key) &&
      close(to + 1) &&
      counts(to + 1) &&
      joins(words, to, vocabulary)
    )
      to += 2
    else return to
  }
}

/** Two hundred and six, treinta y uno; but not five and six. */
function joins(words: readonly Word[], at: number, vocabulary: Vocabulary): boolean {
  const before = valueOf([words[at - 1]!.key], vocabulary) ?? 0
  const after = valueOf([words[at + 1]!.key], vocabulary) ?? 0
  return after < before && before >= 20
}

/** One second, a second: not the place after the first. */
function isUnitOfTime(words: readonly Word[], at: number, vocabulary: Vocabulary): boolean {
  const before = words[at - 1]?.key
  return words[at]!.key === 'second' && before !== undefined && isNumberWord(before, vocabulary)
}

/** Numbers in words above twelve are shown in digits, as headlines write them. */
function spanOfWords(reader: Reader, words: readonly Word[]): NumberSpan {
  const { text, vocabulary } = reader
  const [from, end] = [words[0]!.from, words.at(-1)!.to]
  const keys = words.map(({ key }) => key)
  const place = vocabulary.ordinals.get(keys[0]!)
  const value = place === undefined ? valueOf(keys, vocabulary) : null
  const cursor = new Cursor(text, end)
  const named = unitAt(cursor, vocabulary)
  const unit = place === undefined ? (named?.unit ?? null) : 'ordinal'
  const shown = text.slice(from, end)
  return {
    from,
    to: named?.to ?? end,
    text: value !== null && value > 12 ? String(value) : shown,
    whole: text.slice(from, named?.to ?? end),
    amount: `${place ?? value ?? shown} ${unit ?? ''}`,
    unit,
    type: 'figure',
    inDigits: false,
    ...nounOf(reader, { from, to: end })
  }
}

const hanNumber =
  /百分之([〇零一二三四五六七八九十百千两兩\d]+)|[〇零一二三四五六七八九十百千万萬億亿兆两兩]+(?=[人名個个件年月日円元時时點点岁歲歳倍割回票度次位家天分亿億カかヶ週周秒台棟戸頭匹本枚冊軒世号號小歩條条成种種项項層层])|(?<=[^\p{L}])[일이삼사오육칠팔구십백천만억]*[십백천만억][일이삼사오육칠팔구십백천만억]*(?=\s?(?:명|원|개|년|월|일|시간|대|건|곳|퍼센트))/gu

function eastAsianSpans(reader: Reader): NumberSpan[] {
  if (!/[\p{Script=Han}\p{Script=Hangul}]/u.test(reader.text)) return []
  return [...reader.text.matchAll(hanNumber)].map((found) => {
    const [from, to] = [found.index, found.index + found[0].length]
    const share = found[1] !== undefined
    const amount = String(eastAsianValue(found[1] ?? found[0]) ?? found[0])
    const unit = share ? '%' : (eastAsianUnit(reader.text.slice(to, to + 4)) ?? null)
    const span = { from, to, text: found[0], whole: found[0], unit, type: 'figure' as const, inDigits: false }
    return { ...span, amount: `${amount} ${unit ?? ''}`, ...nounOf(reader, { from, to }) }
  })
}

const nounAfter =
  /[\s\u00a0-](?:of |de |d['\u2019])?(\p{L}[\p{L}\p{M}'\u2019-]{2,})|[\s\u00a0]?([人名個个件票頭隻匹台本枚軒棟戸家명개건곳표]|คน|ราย|हज़ार)/uy
const nounBefore = /(?<!\p{L})(\p{Ll}{3,}) (?:of|is|was|were|are) (?:about |around |nearly |almost |up to |some )?$/u
const nounBeforeMoney = /(?<!\p{L})(\p{Ll}{3,}) $/u
const notNouns = new Set(
  'after before since until during against between within without through while because about nearly almost around under roughly approximately least most only more than some over years\u2019 who whose where were being said there late early and the for from with was that this have had has are not but per other new'.split(
    ' '
  )
)

/** What is counted; in English also what an amount is of: "a cost of £2.4m". */
function nounOf({ text, vocabulary }: Reader, { from, to }: { from: number; to: number }) {
  const found = new Cursor(text, to).take(nounAfter)
  const after = found?.[2] ?? found?.[1]
  if (after !== undefined && isNoun(after, vocabulary)) return { noun: after, nounFollows: true }
  const english = vocabulary.code === null || vocabulary.code === 'en'
  const ahead = text.slice(Math.max(0, from - 40), from)
  const pattern = /\p{Sc}/u.test(text.slice(from, from + 3)) ? nounBeforeMoney : nounBefore
  const before = english ? (nounBefore.exec(ahead) ?? pattern.exec(ahead))?.[1] : undefined
  return { noun: before !== undefined && isNoun(before, vocabulary) ? before : null, nounFollows: false }
}

/** In small letters, but for German, where every noun is written large. */
function isNoun(word: string, vocabulary: Vocabulary): boolean {
  const letters = vocabulary.code === 'de' ? /^[\p{L}\p{M}'\u2019-]+$/u : /^[\p{Ll}\p{Lo}\p{M}'\u2019-]+$/u
  if (!letters.test(word) || notNouns.has(word)) return false
  const lower = word.toLowerCase()
  return (
    !(word.length > 1 && isFunctionWord(lower)) && !isAttribution(lower, vocabulary) && !isNumberWord(lower, vocabulary)
  )
}

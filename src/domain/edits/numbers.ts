import { isFunctionWord } from '../diff/function-words.ts'
import type { Passage } from '../diff/passage.ts'
import type { Token } from '../diff/tokens.ts'
import { isMagnitude, isOrdinal, valueOf, wordValue } from './number-words.ts'
import { isAttribution, months } from './terms.ts'

/** A number, amount, time or year in a passage: items `from` to `to`. `noun` is what is counted, or what the amount is of. */
export interface NumberSpan {
  readonly from: number
  readonly to: number
  readonly text: string
  /** What it amounts to, where that is plain: 4 and four are both 4. */
  readonly value: number | null
  readonly isDate: boolean
  readonly noun: string | null
  readonly nounFollows: boolean
}

/** Digits with a currency, a sign or a short unit; not 18F’s, Covid-19 or AL-210. */
const amount =
  /^[-+\u00b1]?[\p{Lu}]{0,3}\p{Sc}?-?\p{N}[\p{N}.,:/ \-'\u066b\u066c十百千万萬億亿兆]*(?:[%\u2030\u066a\p{Sc}]|\u00b0?[CFK]|[\p{Ll}\p{Lo}]{1,3}|[MB])?$/u
const measure =
  /^(?:bn|mn|m|tn|crore|lakh|per|cent|percent|mil|mio|mrd|millones|milhões|bilhões|millionen|milliarden|millions|milliards|milioni|miliardi|тыс|млн|млрд|εκατ|δισ|करोड़|लाख|हज़ार|प्रतिशत|ألف|آلاف|مليون|ملايين|مليار|ล้าน|แสน|พัน)$/iu
const notNouns = new Set(
  'after before since until during against between within without through while because about nearly almost around under roughly approximately least most only more than some over years’ who whose where were being said there late early'.split(
    ' '
  )
)
/** Words that make a four-digit number a year. */
const beforeYear = new Set(
  'in since by until till from of before after during early late mid between and en em im del de le ab seit в с года'.split(
    ' '
  )
)

/** All numbers of a passage in order: in digits, and in English words. */
export function numbersIn({ items }: Passage, lang: string | null): NumberSpan[] {
  const spans: NumberSpan[] = []
  for (let at = 0; at < items.length; at++) {
    const to = numberEnd(items, at)
    if (to === at) continue
    spans.push(describe(items, { from: at, to }, lang))
    at = to - 1
  }
  return spans
}

function numberEnd(items: readonly Token[], from: number): number {
  const first = items[from]!
  if (first.kind !== 'word') return from
  if (amount.test(first.key)) return isMeasure(items[from + 1]) ? measureEnd(items, from + 1) : from + 1
  if (isOrdinal(lower(first))) return from + 1
  if (wordValue(lower(first)) === null) return from
  let to = from + 1
  while (
    isNumberWord(items[to]) ||
    (isWord(items[to], 'and') && isMagnitude(lower(items[to - 1]!)) && isNumberWord(items[to + 1]))
  )
    to++
  return to
}

function isMeasure(token: Token | undefined): boolean {
  return token !== undefined && isMeasureWord(token.key)
}

/** Whether a word after a number belongs to the amount: million, per cent, млн. */
export function isMeasureWord(word: string): boolean {
  return isMagnitude(word.toLowerCase()) || measure.test(word)
}

function measureEnd(items: readonly Token[], from: number): number {
  return isWord(items[from], 'per') && isWord(items[from + 1], 'cent') ? from + 2 : from + 1
}

/** Only in English is what stands before an amount known to be what it is the amount of: "a cost of £2.4m". */
function describe(
  items: readonly Token[],
  { from, to }: { from: number; to: number },
  lang: string | null
): NumberSpan {
  const english = lang === null || lang.startsWith('en')
  const isDate = isDatePart(items, from, to)
  const text = numberText(items.slice(from, to))
  const after = nounAfter(items, to)
  return {
    from,
    to,
    text,
    value: plainValue(items.slice(from, to)),
    isDate,
    noun: after ?? (english ? nounBefore(items, from) : null),
    nounFollows: after !== null
  }
}

/** Numbers in words above twelve are shown in digits, as headlines write them. */
function numberText(items: readonly Token[]): string {
  const value = valueOf(items.map(lower))
  if (value !== null && value > 12) return String(value)
  return items.map(({ text }) => text).join(' ')
}

function plainValue(items: readonly Token[]): number | null {
  const first = items[0]!.key
  return items.length === 1 && /^[0-9]+$/.test(first) ? Number(first) : valueOf(items.map(lower))
}

function isNumberWord(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && wordValue(lower(token)) !== null
}

function isDatePart(items: readonly Token[], from: number, to: number): boolean {
  const key = items[from]!.key
  const next = items[to]
  if (
    /^\d{1,2}[:.h]\d{2}(?:am|pm)?$|^\d{1,2}(?:am|pm)$|^\d{4}-\d{2}-\d{2}|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/i.test(key)
  ) {
    return /[:h]|[ap]m$|-|[./].*[./]/i.test(key) || isClock(next)
  }
  if (isClock(next) || isMonthNear(items, from - 1, -1) || isMonthNear(items, to, 1)) return true
  if (/^[\p{N}]+(?:년|월|일|시)/u.test(key)) return true
  if (/^[\p{N}]+[年月日]?$/u.test(key) && /^[年月日]$/.test(next?.key ?? '')) return true
  if (!/^(?:1[5-9]|20)\d\d$/.test(key)) return false
  return beforeYear.has(items[from - 1] === undefined ? '' : lower(items[from - 1]!)) || nounAfter(items, to) === null
}

function isClock(token: Token | undefined): boolean {
  return token !== undefined && /^(?:am|pm|a\.m\.?|p\.m\.?|GMT|UTC|EST|uhr|h)$/i.test(token.key)
}

function isMonthNear(items: readonly Token[], from: number, step: 1 | -1): boolean {
  for (let at = from; Math.abs(at - from) < 3; at += step) {
    const token = items[at]
    if (token === undefined) return false
    if (months.has(lower(token)) && token.key !== 'may' && token.key !== 'march') return true
    if (!/^(?:de|of|[.,]|\d{1,2}(?:st|nd|rd|th)?|the)$/i.test(token.key)) return false
  }
  return false
}

function nounAfter(items: readonly Token[], at: number): string | null {
  return items[at] !== undefined && isNoun(items[at]) ? items[at].text : null
}

function nounBefore(items: readonly Token[], from: number): string | null {
  for (let at = from - 1; at >= Math.max(0, from - 3); at--) {
    const token = items[at]!
    if (token.kind !== 'word' || /\p{N}/u.test(token.key)) return null
    if (isNoun(token)) return token.text
  }
  return null
}

function isNoun(token: Token): boolean {
  if (token.kind !== 'word' || !/^[\p{Ll}\p{Lo}\p{M}'-]{3,}$/u.test(token.key)) return false
  return !isFunctionWord(token.key) && !notNouns.has(token.key) && !isAttribution(token.key) && !isNumberWord(token)
}

function isWord(token: Token | undefined, key: string): boolean {
  return token?.key === key
}

function lower({ key }: Token): string {
  return key.toLowerCase()
}

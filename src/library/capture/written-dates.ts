import { westernDigits } from '../../domain/edits/digits.ts'

/** A date found in a text: the words that name it, and the time they name, as `Claim.at` has it. */
export interface WrittenDate {
  readonly text: string
  readonly at: string
}

/** Languages whose names of months are known, from the system's own tables (CLDR by `Intl`). */
const locales =
  'en de fr es pt it nl ru uk pl cs sk hu ro bg sr hr sl mk sq el tr sv da nb nn fi et lv lt is ga cy ca gl eu mt ar ar-EG ar-MA ar-DZ ar-SY fa he hi bn ta te mr ur id ms vi th tl sw af ka hy az kk be'.split(
    ' '
  )

interface Names {
  readonly months: ReadonlyMap<string, number>
  readonly days: ReadonlySet<string>
}

let known: Names | null = null

/** Names as a date has them: of months and weekdays, long and short, in the case they stand in. */
function names(): Names {
  if (known !== null) return known
  const months = new Map<string, number>()
  const days = new Set<string>()
  for (const locale of locales) {
    for (const style of ['long', 'short'] as const) {
      const formats = [
        new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { month: style, timeZone: 'UTC' }),
        new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, {
          day: 'numeric',
          month: style,
          year: 'numeric',
          timeZone: 'UTC'
        })
      ]
      for (let month = 0; month < 12; month++) {
        for (const format of formats) {
          const name = format.formatToParts(Date.UTC(2024, month, 7)).find(({ type }) => type === 'month')?.value
          const plain = name === undefined ? '' : plainName(name)
          if (plain !== '' && !months.has(plain) && !/^\d/u.test(plain)) months.set(plain, month + 1)
        }
      }
      const weekday = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' })
      for (let day = 1; day <= 7; day++) days.add(plainName(weekday.format(Date.UTC(2024, 0, day))))
    }
  }
  for (const [name, month] of others) months.set(name, month)
  return (known = { months, days })
}

/** Spellings that the tables do not have. */
const others: readonly (readonly [string, number])[] = [
  ['sept', 9],
  ['mär', 3],
  ['märz', 3],
  ['jänner', 1],
  ['setiembre', 9],
  ['ago', 8]
]

const plainName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[במל]-?(?=\p{Script=Hebrew}{3})/u, '')
    .replace(/[.\u200e\u200f]/gu, '')
    .trim()

/** What may stand between the parts of a date. */
const join =
  /^(?:[\s.,/]|-(?=\s|\d|\p{L})|(?:de|del|of|den|du|di|do|da|a|r|г|an|st|nd|rd|th|er|e|º|ª|το|года|року|р|m|d|y|ngày|tháng|năm)(?![\p{L}\p{N}]))*$/iu
const token = /\p{N}+|[\p{L}\p{M}'’]+/gu
const longest = 300

interface Token {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly number: number | null
  readonly month: number | null
}

/**
 * The first date in a text that names its day, month and year, in the words of many languages or in numbers, with the
 * time of day beside it. `lang` decides which of 3/4/2026 is the month; without it such a date is not read.
 */
export function findWrittenDate(text: string, lang: string | null): WrittenDate | null {
  const plain = westernDigits(text.slice(0, longest).normalize('NFC'))
  const day = inSigns(plain) ?? inNumbers(plain, lang) ?? inWords(plain)
  if (day === null) return null
  const clock = clockBeside(plain, day)
  return {
    text: plain.slice(Math.min(day.from, clock?.from ?? day.from), Math.max(day.to, clock?.to ?? day.to)),
    at: asClaim(day.date, clock)
  }
}

interface Day {
  readonly date: string
  readonly from: number
  readonly to: number
}

function dayOf(
  parts: { readonly year: number; readonly month: number; readonly day: number },
  from: number,
  to: number
): Day | null {
  const year = parts.year > 2400 && parts.year < 2700 ? parts.year - 543 : parts.year
  const two = (n: number) => String(n).padStart(2, '0')
  const date = `${year}-${two(parts.month)}-${two(parts.day)}`
  if (year < 1400 || year > 2199 || parts.month < 1 || parts.month > 12) return null
  const at = Date.parse(`${date}T00:00Z`)
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(date) ? { date, from, to } : null
}

/** 2026年3月3日, 2026년 3월 3일 */
function inSigns(text: string): Day | null {
  const found = /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日日号일]/u.exec(text)
  return found === null
    ? null
    : dayOf(
        { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) },
        found.index,
        found.index + found[0].length
      )
}

/** 2026-03-03, 2026/3/3, 3.3.2026, 03/03/2026 */
function inNumbers(text: string, lang: string | null): Day | null {
  const big = /(?<![\d.])(\d{4})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/u.exec(text)
  if (big !== null)
    return dayOf(
      { year: Number(big[1]), month: Number(big[3]), day: Number(big[4]) },
      big.index,
      big.index + big[0].length
    )
  const small = /(?<![\d.])(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d|\.\d)/u.exec(text)
  if (small === null) return null
  const [first, second, year] = [Number(small[1]), Number(small[3]), Number(small[4])]
  const [from, to] = [small.index, small.index + small[0].length]
  const monthFirst = small[2] === '/' && (second > 12 || (lang !== null && isMonthFirst(lang)))
  if (small[2] === '/' && lang === null && first <= 12 && second <= 12 && first !== second) return null
  return monthFirst
    ? dayOf({ year, month: first, day: second }, from, to)
    : dayOf({ year, month: second, day: first }, from, to)
}

const isMonthFirst = (lang: string): boolean => /^en(?:-US|-PH)?$/iu.test(lang) || /^fil?$/iu.test(lang)

/** 3 March 2026, March 3, 2026, 2026. március 3. */
function inWords(text: string): Day | null {
  const { months } = names()
  const tokens: Token[] = []
  for (const { 0: word, index } of text.matchAll(token)) {
    const isNumber = /^\d+$/u.test(word)
    const month = isNumber ? null : (months.get(plainName(word)) ?? null)
    tokens.push({ text: word, from: index, to: index + word.length, number: isNumber ? Number(word) : null, month })
  }
  for (const [at, { month }] of tokens.entries()) {
    if (month === null) continue
    const near = tokens.slice(Math.max(0, at - 4), at + 5).filter(({ number }) => number !== null)
    const before = near.findLast(({ to }) => to <= tokens[at]!.from && join.test(text.slice(to, tokens[at]!.from)))
    const after = near.filter(({ from }) => from >= tokens[at]!.to)
    const next = after.find(({ from }) => join.test(text.slice(tokens[at]!.to, from)))
    const day = inOrder({ text, month, before, next, after, name: tokens[at]! }, tokens)
    if (day !== null) return day
  }
  return null
}

interface Around {
  readonly text: string
  readonly month: number
  readonly name: Token
  readonly before: Token | undefined
  readonly next: Token | undefined
  readonly after: readonly Token[]
}

const isYear = (one: Token | undefined): one is Token => one !== undefined && one.text.length === 4
const isDayNumber = (one: Token | undefined): one is Token =>
  one !== undefined && one.text.length <= 2 && one.number !== null && one.number >= 1 && one.number <= 31

function inOrder({ text, month, name, before, next, after }: Around, tokens: readonly Token[]): Day | null {
  if (isDayNumber(before) && isYear(next))
    return dayOf({ year: next.number!, month, day: before.number! }, before.from, next.to)
  if (!isDayNumber(next)) return null
  const year = after.find((one) => one.from >= next.to && isYear(one) && join.test(text.slice(next.to, one.from)))
  if (year !== undefined) return dayOf({ year: year.number!, month, day: next.number! }, name.from, year.to)
  const lead =
    before ?? tokens.find((one) => isYear(one) && one.to <= name.from && join.test(text.slice(one.to, name.from)))
  return isYear(lead) ? dayOf({ year: lead.number!, month, day: next.number! }, lead.from, next.to) : null
}

interface Clock {
  readonly hour: number
  readonly minute: string
  readonly second: string | null
  /** Minutes ahead of UTC; null where no zone is named. */
  readonly zone: number | null
  readonly from: number
  readonly to: number
}

const clockPattern =
  /(오전|오후|上午|下午|午前|午後|πμ|μμ)?\s?(?<![\d:.])(\d{1,2})(?:[:.h٫]|\s?[時时시点點]\s?|\s?h\s?)(\d{2})(?:[:.](\d{2})|\s?[分분])?(?![\d])\s?(a\.?m\.?|p\.?m\.?|πμ|μμ|π\.μ\.|μ\.μ\.)?\s?(?:\(?(UTC|GMT|Z|CEST|CET|BST|MSK|MEZ|MESZ|EDT|EST|CDT|CST|PDT|PST|JST|KST|EEST|EET|WEST|WET)(?![\p{L}])\)?)?\s?([+-]\d{1,2}(?::?\d{2})?(?!\d))?/iu
const zones: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  mez: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  edt: -240,
  est: -300,
  cdt: -300,
  cst: -360,
  pdt: -420,
  pst: -480,
  jst: 540,
  kst: 540
}
const hourAlone = /(?<![\d:.])(\d{1,2})\s?(a\.?m\.?|p\.?m\.?)(?!\p{L})/iu

/** The time of day after the date, or else before it. */
function clockBeside(text: string, { from, to }: Day): Clock | null {
  const after = readClock(text.slice(to), to)
  return after ?? readClock(text.slice(0, from), 0)
}

function readClock(text: string, offset: number): Clock | null {
  const found = clockPattern.exec(text)
  if (found === null) {
    const alone = hourAlone.exec(text)
    if (alone === null) return null
    const at = { from: offset + alone.index, to: offset + alone.index + alone[0].length }
    return clockOf({ hour: Number(alone[1]), half: alone[2]!, minute: '00', second: null, zone: null, ...at })
  }
  const [whole, lead, hour, minute, second, half, zone, ahead] = found
  const from = offset + found.index + (whole.length - whole.trimStart().length)
  const named = zone === undefined ? null : (zones[zone.toLowerCase()] ?? null)
  const shift = ahead === undefined ? named : minutesOf(ahead)
  return clockOf({
    hour: Number(hour),
    half: half ?? lead ?? '',
    minute: minute!,
    second: second ?? null,
    zone: shift,
    from,
    to: offset + found.index + whole.trimEnd().length
  })
}

function minutesOf(ahead: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/u.exec(ahead)!
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0))
}

function clockOf({ half, ...clock }: Clock & { readonly half: string }): Clock | null {
  const isLate = /^p|오후|下午|午後|μ\.?μ/iu.test(half)
  const isEarly = !isLate && half !== ''
  const hour = isLate && clock.hour < 12 ? clock.hour + 12 : isEarly && clock.hour === 12 ? 0 : clock.hour
  return hour > 24 || Number(clock.minute) > 59 || (clock.zone !== null && Math.abs(clock.zone) > 840)
    ? null
    : { ...clock, hour }
}

function asClaim(date: string, clock: Clock | null): string {
  if (clock === null) return date
  const local = `${date}T${String(clock.hour).padStart(2, '0')}:${clock.minute}`
  if (clock.zone === null) return clock.second === null || clock.second === '00' ? local : `${local}:${clock.second}`
  const at =
    Date.parse(`${date}T00:00Z`) +
    (clock.hour * 60 + Number(clock.minute) - clock.zone) * 60_000 +
    Number(clock.second ?? 0) * 1000
  return new Date(at).toISOString()
}

/** Whether a word names a day of the week. */
export const isWeekday = (word: string): boolean => names().days.has(plainName(word))

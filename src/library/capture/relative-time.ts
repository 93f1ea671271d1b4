import { westernDigits } from '../../domain/edits/digits.ts'

const units = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const
type Unit = (typeof units)[number]
const lengths: Readonly<Record<Unit, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 7 * 86_400,
  month: 30 * 86_400,
  year: 365 * 86_400
}
const locales =
  'en de fr es pt pt-PT it nl ru uk pl cs sv da nb fi el tr ar fa he hi th ja ko zh zh-TW id vi ro hu bg'.split(' ')

let forms: ReadonlyMap<string, Unit> | null = null

/** `vor # stunden` for `hour` ..., as the system's tables have them (CLDR by `Intl.RelativeTimeFormat`). */
function known(): ReadonlyMap<string, Unit> {
  if (forms !== null) return forms
  const found = new Map<string, Unit>()
  for (const locale of locales) {
    for (const style of ['long', 'short', 'narrow'] as const) {
      const format = new Intl.RelativeTimeFormat(`${locale}-u-nu-latn`, { style })
      for (const unit of units)
        for (const n of [1, 2, 3, 5, 11, 22, 100]) found.set(formOf(format.format(-n, unit)).form, unit)
    }
  }
  for (const [form, unit] of found) if (form.startsWith('قبل ')) found.set(form.replace('قبل', 'منذ'), unit)
  for (const form of ['# mins ago', '# hrs ago', '# secs ago'])
    found.set(form, form.includes('min') ? 'minute' : form.includes('hr') ? 'hour' : 'second')
  found.delete('#')
  return (forms = found)
}

const wordNumbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  half: 0.5,
  einer: 1,
  einem: 1,
  une: 1,
  un: 1,
  una: 1,
  um: 1,
  uma: 1,
  een: 1
}

function formOf(text: string): { readonly form: string; readonly count: number } {
  let count = 1
  const form = westernDigits(text.normalize('NFC'))
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/\d+/u, (digits) => {
      count = Number(digits)
      return '#'
    })
  if (form.includes('#')) return { form: form.replace(/\s+/gu, ' ').trim(), count }
  const worded = form.replace(
    /^(.*)(?<!\p{L})(an?|one|two|three|half|einer|einem|une?|una|uma?|een)(?!\p{L})/su,
    (_, lead: string, word: string) => {
      count = wordNumbers[word] ?? 1
      return `${lead}#`
    }
  )
  return { form: worded.replace(/\s+/gu, ' ').trim(), count }
}

/**
 * The time that words such as "3 hours ago", "vor 3 Stunden" or "3時間前" mean, `at` being when they were seen (ISO 8601);
 * null where they are none of these. What comes out is only as exact as the unit: it is worked out, and no claim of the
 * page's. The words may stand after others ("Updated 3 hours ago").
 */
export function resolveRelative(text: string, at: string): string | null {
  const { form, count } = formOf(text.slice(0, 200))
  const seen = Date.parse(at)
  if (!Number.isFinite(seen)) return null
  if (/(?:just now|moments? ago|gerade eben|à l['’]instant|ahora mismo|только что|たった今|刚刚|剛剛|방금)/u.test(form))
    return new Date(seen).toISOString()
  const start = form.indexOf('#')
  if (start < 0) return null
  const words = known()
  for (let from = start; from >= 0; from = form.lastIndexOf(' ', from - 2) + 1) {
    const unit = longestForm(form.slice(from), words)
    if (unit !== null) {
      const time = seen - count * lengths[unit] * 1000
      return time > 0 && Number.isFinite(time) ? new Date(time).toISOString() : null
    }
    if (from === 0 || start - from > 60) break
  }
  return null
}

/** The longest beginning of the words that is a form, up to the end of a word. */
function longestForm(text: string, words: ReadonlyMap<string, Unit>): Unit | null {
  for (let to = text.length; to > 0; to = text.lastIndexOf(' ', to - 1)) {
    const unit = words.get(text.slice(0, to).replace(/[.,;)]+$/u, '')) ?? words.get(text.slice(0, to))
    if (unit !== undefined) return unit
  }
  return null
}

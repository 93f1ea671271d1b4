const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Hours from UTC of the zones that RFC 822 names, and of those that feeds write besides. */
const zones: Readonly<Record<string, number>> = {
  z: 0, ut: 0, utc: 0, gmt: 0, 'etc/gmt': 0, 'etc/utc': 0, wet: 0, west: 1, bst: 1, ist: 5.5,
  cet: 1, met: 1, mez: 1, cest: 2, mest: 2, mesz: 2, eet: 2, eest: 3, msk: 3,
  ast: -4, adt: -3, at: -4, est: -5, edt: -4, et: -5, cst: -6, cdt: -5, ct: -6, mst: -7, mdt: -6, mt: -7,
  pst: -8, pdt: -7, pt: -8, akst: -9, akdt: -8, hst: -10, jst: 9, kst: 9, sgt: 8, hkt: 8, aest: 10, aedt: 11,
  awst: 8, acst: 9.5, nzst: 12, nzdt: 13
} // prettier-ignore

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly time: string
  readonly zone: string
}

/**
 * A feed's date as ISO 8601 UTC; null where it cannot be read. Reads RFC 822 and 2822 in all the variants that feeds write
 * (names in full, missing seconds, zones or weekdays, two-digit years, the order of asctime), W3CDTF and the forms of
 * ISO 8601. A time without a zone is taken as UTC, a day without a time as its beginning.
 */
export function feedDate(text: string): string | null {
  const trimmed = text.trim().slice(0, 100)
  const parts = iso(trimmed) ?? basic(trimmed) ?? rfc822(trimmed)
  return parts === null ? null : instant(parts)
}

function iso(text: string): Parts | null {
  const form =
    /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:(?:T|\s+)(\d{1,2}:\d{1,2}(?::\d{1,2}(?:[.,]\d+)?)?)\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/i
  const repaired = text.replace(/^(\d{4}-)0(\d{2}-)/, '$1$2') // 2003-012-31
  const [, year, month = '1', day = '1', time = '0:0', zone = ''] = form.exec(repaired) ?? []
  return year === undefined ? null : { year: +year, month: +month, day: +day, time, zone }
}

/** The short forms of ISO 8601: 20031231, 031231, 03-12-31, -0312, 03335 (day of the year). */
function basic(text: string): Parts | null {
  const whole = { time: '0:0', zone: '' }
  const [, y, m, d, time = '0:0', zone = ''] =
    /^(\d{4}|\d{2})-?(\d{2})-?(\d{2})(?:T(\d{2}:?\d{2}(?::?\d{2})?(?:\.\d+)?)(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text) ?? []
  if (y !== undefined)
    return { year: fullYear(y), month: +m!, day: +d!, time: time.replace(/^(\d{2})(\d{2})(\d{2})?/, '$1:$2:$3'), zone }
  const [, year, month] = /^-(\d{2})-?(\d{2})$/.exec(text) ?? []
  if (year !== undefined) return { year: fullYear(year), month: +month!, day: 1, ...whole }
  const [, ordinalYear, ordinal] = /^(\d{4}|\d{2})-?(\d{3})$/.exec(text) ?? []
  if (ordinalYear === undefined || +ordinal! < 1 || +ordinal! > 366) return null
  const at = new Date(Date.UTC(fullYear(ordinalYear), 0, +ordinal!))
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), ...whole }
}

function rfc822(text: string): Parts | null {
  const words = text.replace(/,/g, ' ').split(/\s+/).filter(Boolean)
  if (/^[\p{L}]+\.?$/u.test(words[0] ?? '') && monthOf(words[0]!) === 0) words.shift()
  const time = words.findIndex((word) => /^\d{1,2}(?::\d{1,2}){1,2}(?:\.\d+)?(?:Z|[+-]\d{4})?$/i.test(word))
  const dated = words.flatMap((word) => (/^\d{1,4}-\p{L}+-\d{1,4}$/u.test(word) ? word.split('-') : [word]))
  if (dated.length !== words.length) return rfc822(dated.join(' '))
  const date = words.filter((word, at) => at !== time && (monthOf(word) > 0 || /^\d{1,4}$/.test(word)))
  const zone = words.filter((word, at) => at !== time && !date.includes(word)).join('')
  const month = date.findIndex((word) => monthOf(word) > 0)
  if (date.length !== 3 || month < 0 || month > 1) return null
  const [day, year] = date.filter((_, at) => at !== month) as [string, string]
  const [, clock = '0:0', glued = ''] = /^([\d:.]+)(.*)$/.exec(words[time] ?? '') ?? []
  if (day.length > 2) return null
  return { year: fullYear(year), month: monthOf(date[month]!), day: +day, time: clock, zone: zone || glued }
}

function monthOf(word: string): number {
  return /^[a-z]{3,9}\.?$/i.test(word) ? months.indexOf(word.slice(0, 3).toLowerCase()) + 1 : 0
}

function fullYear(year: string): number {
  if (year.length > 2) return +year
  return +year < 70 ? 2000 + +year : 1900 + +year
}

/** Minutes from UTC; NaN where the zone is none. */
function offset(zone: string): number {
  const plain = zone.toLowerCase().replace(/^(?:gmt|utc)(?=[+-])/, '')
  if (plain === '') return 0
  if (Object.hasOwn(zones, plain)) return zones[plain]! * 60
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(plain) ?? []
  if (hours === undefined || +hours > 24 || +minutes > 59) return Number.NaN
  return (sign === '-' ? -1 : 1) * (+hours * 60 + +minutes)
}

function instant({ year, month, day, time, zone }: Parts): string | null {
  const [hour = 0, minute = 0, second = 0] = time.replace(',', '.').split(':').map(Number)
  if (month < 1 || month > 12 || day < 1 || hour > 24 || minute > 59 || second >= 61) return null
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, day)
  if (at.getUTCDate() !== day) return null
  const ms = at.getTime() + ((hour * 60 + minute - offset(zone)) * 60 + second) * 1000
  return Number.isNaN(ms) || Math.abs(ms) > 8.64e15 ? null : new Date(ms).toISOString()
}

import { t } from '../../catalogue/words.ts'
import { capital, numeral } from './words.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Formats moments for one locale and time zone; the zone is the system's unless a test says otherwise. */
export interface Clock {
  /** In lists: `3 h ago`, `Yesterday`, `Mon`, `3 Mar`, `3 Mar 2025`. */
  readonly relative: (iso: string, now: number) => string
  /** The same inside a sentence: `3 h ago`, `yesterday`. */
  readonly ago: (iso: string, now: number) => string
  /** `Tue 3 Mar`, with the year where it is not `year`. */
  readonly day: (iso: string, year?: number) => string
  /** `09:58`. */
  readonly time: (iso: string) => string
  /** `Tue 3 Mar, 09:58`, with the year where it is not this one. */
  readonly moment: (iso: string) => string
  /** `Tuesday 3 March, 09:58`. */
  readonly spoken: (iso: string) => string
  /** Tells days apart: the same for two moments of one local day. */
  readonly dayKey: (iso: string) => string
  readonly year: (iso: string) => number
}

export function makeClock(locale?: string, timeZone?: string, nowYear = new Date().getFullYear()): Clock {
  // Each is made when it is first needed: together they would take a tenth of a start.
  const format = (options: Intl.DateTimeFormatOptions) => {
    let formatter: Intl.DateTimeFormat | undefined
    return (iso: string) => {
      formatter ??= new Intl.DateTimeFormat(locale, { ...options, ...(timeZone ? { timeZone } : {}) })
      return formatter.format(new Date(iso))
    }
  }
  // A 12-hour clock writes 8:15 AM, a 24-hour one 08:15.
  const [halves, whole] = [
    format({ hour: 'numeric', minute: '2-digit' }),
    format({ hour: '2-digit', minute: '2-digit' })
  ]
  let isHalved: boolean | undefined
  const time = (iso: string) => {
    isHalved ??= new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true
    return isHalved ? halves(iso) : whole(iso)
  }
  const weekdayShort = format({ weekday: 'short' })
  const dayMonth = format({ day: 'numeric', month: 'short' })
  const dayMonthYear = format({ day: 'numeric', month: 'short', year: 'numeric' })
  const dayOfYear = format({ weekday: 'short', day: 'numeric', month: 'short' })
  const dayWithYear = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
  const yesterday = () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-1, 'day')
  const dayLong = format({ weekday: 'long', day: 'numeric', month: 'long' })
  const dayLongYear = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const dayKey = format({ year: 'numeric', month: '2-digit', day: '2-digit' })
  const yearOf = format({ year: 'numeric', calendar: 'gregory', numberingSystem: 'latn' })
  const year = (iso: string) => Number.parseInt(yearOf(iso).replace(/\D/gu, ''), 10)
  const dayOf = (iso: string, than = nowYear) => (year(iso) === than ? dayOfYear(iso) : dayWithYear(iso))
  const ago = (iso: string, now: number) =>
    relative(iso, now, { dayKey, weekdayShort, dayMonth, dayMonthYear, year, yesterday })
  return {
    relative: (iso, now) => capital(ago(iso, now)),
    ago,
    day: dayOf,
    time,
    moment: (iso) => `${dayOf(iso)}, ${time(iso)}`,
    spoken: (iso) => `${year(iso) === nowYear ? dayLong(iso) : dayLongYear(iso)}, ${time(iso)}`,
    dayKey,
    year
  }
}

interface Parts {
  readonly dayKey: (iso: string) => string
  readonly weekdayShort: (iso: string) => string
  readonly dayMonth: (iso: string) => string
  readonly dayMonthYear: (iso: string) => string
  readonly year: (iso: string) => number
  readonly yesterday: () => string
}

function relative(iso: string, now: number, parts: Parts): string {
  const ago = now - Date.parse(iso)
  if (ago < minute) return t('time.now')
  if (ago < hour) return t('time.minutesAgo', { n: Math.floor(ago / minute) })
  if (ago < day) return t('time.hoursAgo', { n: Math.floor(ago / hour) })
  if (parts.dayKey(iso) === parts.dayKey(new Date(now - day).toISOString())) return parts.yesterday()
  if (ago < 6 * day) return parts.weekdayShort(iso)
  return parts.year(iso) === parts.year(new Date(now).toISOString()) ? parts.dayMonth(iso) : parts.dayMonthYear(iso)
}

/** The exact moment for tooltips: `2026-03-03 09:58:12 UTC`. */
export function exact(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/** Elapsed time in its two largest parts, none of them zero: `15 h 10 m`, `3 days`, `5 months`. */
export function elapsed(ms: number): string {
  const minutes = Math.round(ms / minute)
  if (minutes < 60) return t('time.minutesShort', { n: minutes })
  if (minutes < 2 * 24 * 60) {
    const rest = minutes % 60
    const hours = Math.floor(minutes / 60)
    return rest === 0 ? t('time.hours', { n: hours }) : t('time.hoursMinutes', { hours, minutes: rest })
  }
  const days = Math.round(minutes / 1440)
  if (days < 61) return unitWords(days, 'day')
  const months = Math.round(days / 30.44)
  if (months < 24) return unitWords(months, 'month')
  return unitWords(Math.round(days / 365.25), 'year')
}

/** `1 day`, `3 days`. */
export function unitWords(n: number, unit: 'day' | 'month' | 'year'): string {
  return numeral(n, { style: 'unit', unit, unitDisplay: 'long' })
}

/** When a version changed: a window, never a point, wherever the last look before is known. */
export function changedBetween(clock: Clock, revision: { at: string; lastSeenBefore: string | null }): string {
  if (revision.lastSeenBefore === null) return t('time.firstSeen', { at: clock.moment(revision.at) })
  return t('time.changedBetween', { before: clock.moment(revision.lastSeenBefore), at: clock.moment(revision.at) })
}

/** Everything known about when a version changed, for a tooltip. */
export function windowTitle(clock: Clock, revision: { at: string; lastSeenBefore: string | null }): string {
  const at = exact(revision.at)
  const range =
    revision.lastSeenBefore === null ? at : t('time.range', { from: exact(revision.lastSeenBefore), to: at })
  return `${capital(changedBetween(clock, revision))}\n${range}`
}

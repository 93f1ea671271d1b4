import { UsageError } from './error.ts'

const two = (number: number): string => String(number).padStart(2, '0')

/** A moment as the clock on the wall says it, to the minute: `2026-05-01 14:03`. `iso` is ISO 8601. */
export function wall(iso: string | null): string {
  if (iso === null) return '-'
  const at = new Date(iso)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}

const dated = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/u

/** Whether a text is a date, or a date and a time. */
export const isDate = (text: string): boolean => dated.test(text) && !Number.isNaN(Date.parse(text.replace(' ', 'T')))

/**
 * A moment that was typed, ISO 8601 UTC: `2026-05-01`, `2026-05-01 14:00`, or with a zone. Without one it is local time.
 * A day alone means its beginning, or its `end`.
 */
export function momentOf(text: string, end: 'start' | 'end' = 'start'): string {
  if (!isDate(text)) throw new UsageError(`"${text}" is no date. Write it as 2026-05-01, or as 2026-05-01T14:00.`)
  if (text.length > 10) return new Date(text.replace(' ', 'T')).toISOString()
  return new Date(`${text}T${end === 'end' ? '23:59:59.999' : '00:00:00'}`).toISOString()
}

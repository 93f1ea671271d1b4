import { readDate } from '../../capture/claims.ts'

const iso =
  /^([12]\d{3})[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?:[T\s,]+([01]?\d|2[0-4])[:.]?([0-5]\d)(?:[:.]?([0-5]\d|60)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?)?$/iu
/** RFC 5322, and HTTP's date: `Tue, 03 Mar 2026 09:05:00 +0100`. */
const mail = /^(?:\p{L}{3,9},?\s+)?\d{1,2}\s+\p{L}{3,9}\s+\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?\s+(?:[+-]\d{4}|GMT|UTC|Z)$/iu

/**
 * A time that a page's data gives, as `Claim.at` has it: in UTC with a Z where the zone is known, otherwise local without
 * one, or a day alone. ISO 8601 with its usual bendings, RFC 5322, seconds or milliseconds since 1970, dates in words.
 * Null where it is no time, and where the year is none of the last or next hundreds.
 */
export function readTime(text: string, lang: string | null = null): string | null {
  const plain = text.trim().slice(0, 100)
  const found = iso.exec(plain.replace(/(?<=\d\d:\d\d(?::\d\d)?(?:\.\d+)?)\s*(?:\[[^\]]*\])$/u, ''))
  if (found !== null) return fromParts(found)
  if (/^1\d{9}(?:\d{3})?$/u.test(plain)) return new Date(Number(plain.padEnd(13, '0'))).toISOString()
  if (mail.test(plain)) {
    const at = Date.parse(plain)
    if (Number.isFinite(at)) return sane(new Date(at).toISOString())
  }
  if (!/\d/u.test(plain)) return null
  return sane(readDate(plain, lang)?.at ?? null)
}

const sane = (at: string | null): string | null => (at !== null && /^(?:1[4-9]|2[01])\d\d-/u.test(at) ? at : null)

function fromParts([, year, month, day, hour, minute, second, zone]: RegExpExecArray): string | null {
  const date = `${year}-${month}-${day}`
  if (!isDay(date)) return null
  if (hour === undefined) return sane(date)
  const clock = `${hour.padStart(2, '0')}:${minute}`
  if (zone === undefined)
    return sane(second === undefined || second === '00' ? `${date}T${clock}` : `${date}T${clock}:${second}`)
  const at = Date.parse(`${date}T${clock}:${second ?? '00'}${offset(zone)}`)
  return Number.isFinite(at) ? sane(new Date(at).toISOString()) : null
}

function offset(zone: string): string {
  const digits = /^([+-])(\d{1,2}):?(\d{2})?$/u.exec(zone)
  return digits === null ? 'Z' : `${digits[1]}${digits[2]!.padStart(2, '0')}:${digits[3] ?? '00'}`
}

/** The 30th of February is none. */
const isDay = (date: string): boolean => {
  const at = Date.parse(`${date}T00:00Z`)
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(date)
}

import { readHttpDate } from './http-date.ts'

const day = 24 * 60 * 60

/** A site that asks for more is asked once a day all the same: nobody can send a reader away for good. */
export const longestRetry = day

/**
 * How long a `Retry-After` header (RFC 9110 10.2.3) asks to wait, in seconds from `now`, a day at most; null for a value that
 * is none: negative, a fraction, words, more digits than any time has.
 */
export function readRetryAfter(value: string | undefined, now: Date): number | null {
  const text = value?.trim() ?? ''
  if (/^\d{1,20}$/.test(text)) return Math.min(Number(text), longestRetry)
  const at = readHttpDate(text, now)
  if (at === null) return null
  return Math.min(Math.max(0, Math.ceil((at - now.getTime()) / 1000)), longestRetry)
}

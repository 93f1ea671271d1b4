import type { Headers } from './headers.ts'
import { readHttpDate } from './http-date.ts'

const week = 7 * 24 * 60

/**
 * For how many minutes from `now` a response says that it stays as it is (RFC 9111 4.2, as a private cache reads it): `max-age`,
 * or `Expires` less `Date`, less the age it already has. 0 where it says nothing, or not to rely on it; a week at most.
 */
export function freshFor(headers: Headers, now: Date): number {
  const directives = readDirectives(headers['cache-control'])
  if (directives.has('no-store') || directives.has('no-cache')) return 0
  const lifetime = directives.has('max-age') ? seconds(directives.get('max-age')) : untilExpiry(headers, now)
  const left = lifetime - seconds(headers['age'])
  return Math.min(Math.max(0, Math.floor(left / 60)), week)
}

function untilExpiry(headers: Headers, now: Date): number {
  const expires = readHttpDate(headers['expires'] ?? '', now)
  if (expires === null) return 0
  const date = readHttpDate(headers['date'] ?? '', now) ?? now.getTime()
  return (expires - date) / 1000
}

/** Of a directive that is given twice, the first counts (RFC 9111 4.2.1). */
function readDirectives(header: string | undefined): ReadonlyMap<string, string> {
  const directives = new Map<string, string>()
  for (const part of (header ?? '').slice(0, 2000).split(',')) {
    const [name = '', value = ''] = part.split('=', 2).map((text) => text.trim())
    if (!directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), value.replaceAll('"', ''))
  }
  return directives
}

/** Seconds; 0 for what is no number of them. */
function seconds(value: string | undefined): number {
  return /^\d{1,10}$/.test(value ?? '') ? Number(value) : 0
}

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { freshFor } from '../../../src/library/fetch/freshness.ts'
import { keptHeaders, validatorsOf } from '../../../src/library/fetch/headers.ts'
import { readHttpDate } from '../../../src/library/fetch/http-date.ts'
import { longestRetry, readRetryAfter } from '../../../src/library/fetch/retry-after.ts'

const file = new URL('../../../.cache/data/suites/http/retry-after.json', import.meta.url)

interface Suite {
  readonly now: string
  readonly valid: { readonly in: string; readonly seconds: number }[]
  readonly invalid: string[]
}

describe.runIf(existsSync(file))('Retry-After (a file beside the checkout)', () => {
  const { now, valid, invalid } = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Suite)
    : { now: '', valid: [], invalid: [] }
  test.each(valid)('$in: $seconds s', ({ in: value, seconds }) => {
    expect(readRetryAfter(value, new Date(now))).toBe(seconds)
  })
  test.each(invalid)('not a time: %j', (value) => {
    expect(readRetryAfter(value, new Date(now))).toBeNull()
  })
})

const now = new Date('2026-05-01T12:00:00Z')

test.each([
  ['60', 60],
  [' 60 ', 60],
  ['Fri, 01 May 2026 12:10:00 GMT', 600],
  ['Fri, 01 May 2026 11:00:00 GMT', 0],
  // No longer than a day, whatever is asked for.
  ['31536000', longestRetry],
  ['Sat, 01 May 2027 12:00:00 GMT', longestRetry],
  ['99999999999999999999', longestRetry],
  ['soon', null],
  ['1e3', null],
  ['Fri, 31 Apr 2026 12:10:00 GMT', null],
  ['Fri, 01 May 2026 25:10:00 GMT', null],
  ['Fri, 01 May 2026 12:10:00 +0200', null],
  [undefined, null]
])('Retry-After %s: %s', (value, seconds) => {
  expect(readRetryAfter(value, now)).toBe(seconds)
})

test.each([
  ['Sun, 06 Nov 1994 08:49:37 GMT', '1994-11-06T08:49:37.000Z'],
  ['Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37.000Z'],
  ['Sun Nov  6 08:49:37 1994', '1994-11-06T08:49:37.000Z'],
  // A year of two digits is not more than 50 years ahead.
  ['Sunday, 01-Mar-76 00:00:00 GMT', '2076-03-01T00:00:00.000Z'],
  ['Sunday, 01-Mar-77 00:00:00 GMT', '1977-03-01T00:00:00.000Z'],
  ['Tue, 29 Feb 2028 00:00:00 GMT', '2028-02-29T00:00:00.000Z'],
  ['Mon, 29 Feb 2027 00:00:00 GMT', null],
  ['2026-05-01T12:00:00Z', null]
])('the HTTP date %s', (text, expected) => {
  const at = readHttpDate(text, now)
  expect(at === null ? null : new Date(at).toISOString()).toBe(expected)
})

test.each([
  [{ 'cache-control': 'max-age=3600' }, 60],
  [{ 'cache-control': 'public, Max-Age="600", must-revalidate', age: '300' }, 5],
  [{ 'cache-control': 'max-age=60, max-age=6000' }, 1],
  [{ 'cache-control': 's-maxage=86400' }, 0],
  [{ 'cache-control': 'max-age=600, no-cache' }, 0],
  [{ 'cache-control': 'no-store, max-age=600' }, 0],
  [{ 'cache-control': 'max-age=-5' }, 0],
  [{ 'cache-control': 'max-age=9999999999' }, 7 * 24 * 60],
  [{ expires: 'Fri, 01 May 2026 12:30:00 GMT' }, 30],
  // The server's clock may be wrong: what it says is as long as the two times are apart.
  [{ expires: 'Fri, 01 May 2026 09:30:00 GMT', date: 'Fri, 01 May 2026 09:00:00 GMT' }, 30],
  [{ expires: 'Fri, 01 May 2026 12:30:00 GMT', 'cache-control': 'max-age=60' }, 1],
  [{ expires: '0' }, 0],
  [{}, 0]
])('%j is fresh for %d minutes', (headers, minutes) => {
  expect(freshFor(headers, now)).toBe(minutes)
})

test.each([
  [{ etag: '"a"', 'last-modified': 'Fri, 01 May 2026 09:00:00 GMT' }, '"a"', 'Fri, 01 May 2026 09:00:00 GMT'],
  [{ etag: 'W/"a-b"' }, 'W/"a-b"', null],
  [{ etag: 'unquoted' }, null, null],
  [{ etag: `"${'x'.repeat(2000)}"` }, null, null],
  [{ 'last-modified': '' }, null, null]
])('%.80j can be asked again by', (headers, etag, lastModified) => {
  expect(validatorsOf(headers)).toEqual({ etag, lastModified })
})

test('kept are the headers that say what a page is; no cookies, nothing of unknown length', () => {
  const headers = {
    'x-request-id': 'abc',
    etag: '"a"',
    'content-type': 'text/html',
    'set-cookie': 'id=1',
    link: 'x'.repeat(5000)
  }
  expect(keptHeaders(headers)).toEqual({ 'content-type': 'text/html', etag: '"a"', link: 'x'.repeat(2000) })
  expect(Object.keys(keptHeaders(headers))).toEqual(['content-type', 'etag', 'link'])
})

import { expect, test } from 'vitest'
import { changedBetween, elapsed, exact, makeClock } from '../../../src/renderer/ui/time.ts'

const clock = makeClock('en-GB', 'UTC', 2026)
const now = Date.parse('2026-03-04T12:00:00Z')

test.each([
  ['2026-03-04T11:59:40Z', 'Just now'],
  ['2026-03-04T11:40:00Z', '20 min ago'],
  ['2026-03-04T09:00:00Z', '3 h ago'],
  ['2026-03-03T10:00:00Z', 'Yesterday'],
  ['2026-03-01T10:00:00Z', 'Sun'],
  ['2026-02-20T10:00:00Z', '20 Feb'],
  ['2025-03-03T10:00:00Z', '3 Mar 2025']
])('%s is shown as %s', (iso, words) => {
  expect(clock.relative(iso, now)).toBe(words)
})

test('moments are absolute, with the year where it is another', () => {
  expect(clock.moment('2026-03-03T09:58:00Z')).toBe('Tue 3 Mar, 09:58')
  expect(clock.moment('2025-12-01T08:20:00Z')).toBe('Mon, 1 Dec 2025, 08:20')
  expect(exact('2026-03-03T09:58:12Z')).toBe('2026-03-03 09:58:12 UTC')
})

test('a change happened between two looks', () => {
  expect(changedBetween(clock, { at: '2026-03-03T09:58:00Z', lastSeenBefore: '2026-03-03T09:42:00Z' })).toBe(
    'changed between Tue 3 Mar, 09:42 and Tue 3 Mar, 09:58'
  )
})

test.each([
  [15 * 60 + 10, '15 h 10 m'],
  [45 * 60, '45 h'],
  [40, '40 m'],
  [3 * 1440, '3 days'],
  [150 * 1440, '5 months'],
  [800 * 1440, '2 years']
])('%i minutes are %s', (minutes, words) => {
  expect(elapsed(minutes * 60_000)).toBe(words)
})

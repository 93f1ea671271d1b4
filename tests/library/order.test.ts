import { expect, test } from 'vitest'
import { inOrder, timeInName } from '../../src/library/exchange/order.ts'

const now = new Date('2026-05-01T12:00:00.000Z')
const file = (name: string, modifiedAt: string) => ({ name, modifiedAt: `2026-04-${modifiedAt}:00.000Z` })

test.each([
  ['quay-row 2026-03-03.txt', '2026-03-03T00:00:00.000Z'],
  ['2026-03-03_0912.txt', '2026-03-03T09:12:00.000Z'],
  ['20260303T091205.txt', '2026-03-03T09:12:05.000Z'],
  ['page-20260303.html', '2026-03-03T00:00:00.000Z'],
  ['v2.txt', null],
  ['12345678901.txt', null],
  ['2026-99-99.txt', null]
])('the time in the name %s', (name, time) => {
  expect(timeInName(name)).toBe(time)
})

test.each([
  [
    'dates in all names decide',
    [file('b 2026-03-01.txt', '01T10:00'), file('a 2026-03-02.txt', '01T09:00')],
    ['b 2026-03-01.txt', 'a 2026-03-02.txt']
  ],
  [
    'dates of folders decide where they tell the files apart',
    [file('2026-03-02/a.txt', '01T09:00'), file('2026-03-01/a.txt', '01T10:00')],
    ['2026-03-01/a.txt', '2026-03-02/a.txt']
  ],
  [
    'a date that the files share does not',
    [file('wall 2026-03-02/v2.txt', '01T11:00'), file('wall 2026-03-02/v1.txt', '01T10:00')],
    ['wall 2026-03-02/v1.txt', 'wall 2026-03-02/v2.txt']
  ],
  ['names in natural order', [file('v10.txt', '01T11:00'), file('v2.txt', '01T10:00')], ['v2.txt', 'v10.txt']]
])('%s', (_name, files, expected) => {
  expect(inOrder(files, now).map(({ name }) => name)).toEqual(expected)
})

test('times of writing are kept where they agree with the names', () => {
  const times = inOrder([file('v2.txt', '02T10:00'), file('v1.txt', '01T10:00')], now).map(({ at }) => at)
  expect(times).toEqual(['2026-04-01T10:00:00.000Z', '2026-04-02T10:00:00.000Z'])
})

test('of files in one folder with a date, none has the time of the folder', () => {
  const times = inOrder([file('2026-03-02/v2.txt', '02T10:00'), file('2026-03-02/v1.txt', '01T10:00')], now)
  expect(times.map(({ at }) => at)).toEqual(['2026-04-01T10:00:00.000Z', '2026-04-02T10:00:00.000Z'])
})

test('where they contradict the names, nothing is claimed but that the files are here now', () => {
  const times = inOrder([file('v1.txt', '02T10:00'), file('v2.txt', '01T10:00')], now).map(({ at }) => at)
  expect(times).toEqual(['2026-05-01T12:00:00.000Z', '2026-05-01T12:00:00.001Z'])
})

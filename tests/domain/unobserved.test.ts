import { expect, test } from 'vitest'
import { unobservedBetween } from '../../src/domain/unobserved.ts'

const hour = 3_600_000
const born = Date.UTC(2026, 2, 3, 9)
const look = (hours: number) => ({ at: born + hours * hour, outcome: 'unchanged' as const })
const told = (hours: readonly number[], more: { pace?: 'usual' | 'less' | 'paused'; now?: number } = {}) =>
  unobservedBetween(hours.map(look), {
    born,
    pace: more.pace ?? 'usual',
    now: born + (more.now ?? hours.at(-1) ?? 0) * hour
  }).map(({ from, to }) => [(Date.parse(from) - born) / hour, to === null ? null : (Date.parse(to) - born) / hour])

test.each([
  ['looks in time', [0, 0.2, 0.5, 0.8], {}, []],
  ['a night without a look', [0, 0.2, 0.5, 6.7, 7], {}, [[0.5, 6.7]]],
  [
    'two nights',
    [0, 0.5, 9, 9.3, 20],
    {},
    [
      [0.5, 9],
      [9.3, 20]
    ]
  ],
  ['an article that is asked for less often', [0, 0.5, 2], { pace: 'less' }, []],
  ['nobody has looked since', [0, 0.2], { now: 12 }, [[0.2, null]]],
  ['checks are paused', [0, 0.2], { pace: 'paused', now: 12 }, [[0.2, null]]],
  ['an old article is looked at rarely', [0, 700, 705, 712], { now: 720 }, [[0, 700]]],
  ['nothing was ever looked at', [], {}, []]
] as const)('%s', (_, hours, more, expected) => {
  expect(told(hours, more)).toEqual(expected)
})

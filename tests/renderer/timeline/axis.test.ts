import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisOf, inset, ticksOf, without } from '../../../src/renderer/timeline/axis.ts'

const minute = 60_000

test('gaps stay in proportion where none is too small or too large', () => {
  const times = [0, 60, 180, 300, 360, 420, 480, 540, 600].map((m) => m * minute)
  const { gaps } = axisOf(times, 900, 40)
  const [one, two] = gaps
  expect((two!.to - two!.from) / (one!.to - one!.from)).toBeCloseTo(2, 3)
  expect(gaps.every(({ broken }) => !broken)).toBe(true)
})

test('a gap longer than its share is cut', () => {
  const { gaps } = axisOf(
    [0, 10, 20, 30, 40, 20_000].map((m) => m * minute),
    900,
    86
  )
  expect(gaps.map(({ broken }) => broken)).toEqual([false, false, false, false, true])
})

test('the widths fill the track, and none is below the least', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(gaps, (minutes) => {
      const times = [0]
      for (const m of minutes) times.push(times.at(-1)! + m * minute)
      const axis = axisOf(times, 1000, 24)
      expect(axis.xs.at(-1)).toBeCloseTo(1000 + inset.start, 3)
      for (const { from, to } of axis.gaps) expect(to - from).toBeGreaterThanOrEqual(23.99)
    })
  )
})

test('ticks are at least 5 px apart', () => {
  const times = [0, 6000 * minute]
  const axis = axisOf(times, 500, 24)
  const ticks = ticksOf(
    Array.from({ length: 900 }, (_, n) => n * 6 * minute),
    { from: 0, to: 6000 * minute },
    axis
  )
  const gaps = ticks.slice(1).map((x, n) => x - ticks[n]!)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5)
})

test('a moment stands in proportion between the events around it, and never beyond the ends', () => {
  const times = [0, 60, 660].map((m) => m * minute)
  const { xs, at } = axisOf(times, 900, 86)
  expect(at(30 * minute)).toBeCloseTo((xs[0]! + xs[1]!) / 2, 6)
  expect(at(660 * minute)).toBeCloseTo(xs[2]!, 6)
  expect(at(-minute)).toBe(xs[0])
  expect(at(9000 * minute)).toBe(xs[2])
})

test.each([
  [[], [[0, 10]]],
  [
    [[2, 4]],
    [
      [0, 2],
      [4, 10]
    ]
  ],
  [
    [
      [-3, 4],
      [8, 12]
    ],
    [[4, 8]]
  ],
  [[[0, 10]], []],
  [[[12, 14]], [[0, 10]]]
])('0 to 10 without %j', (others, expected) => {
  const stretch = ([from = 0, to = 0]: readonly number[]) => ({ from, to })
  expect(without({ from: 0, to: 10 }, others.map(stretch))).toEqual(expected.map(stretch))
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisOf, inset, ticksOf } from '../../../src/renderer/timeline/axis.ts'

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
    times,
    axis
  )
  const gaps = ticks.slice(1).map((x, n) => x - ticks[n]!)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5)
})

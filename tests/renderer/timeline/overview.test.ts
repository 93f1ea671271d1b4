import { expect, test } from 'vitest'
import {
  defaultSpan,
  needsOverview,
  overviewBars,
  spanAround,
  spanMoved,
  spanResized
} from '../../../src/renderer/timeline/overview.ts'
import { history } from '../make.ts'

test('a history that has no room for its marks gets an overview', () => {
  expect(needsOverview(20, 800)).toBe(false)
  expect(needsOverview(21, 800)).toBe(true)
})

test('the span begins at the last version read and holds twelve at least', () => {
  expect(defaultSpan(140, 100, 2000)).toEqual({ from: 100, to: 139 })
  expect(defaultSpan(140, 138, 2000)).toEqual({ from: 128, to: 139 })
  expect(defaultSpan(140, 0, 780)).toEqual({ from: 120, to: 139 })
})

test('the span follows a handle with one version to spare', () => {
  expect(spanAround({ from: 20, to: 40 }, 10, 140)).toEqual({ from: 9, to: 29 })
  expect(spanAround({ from: 20, to: 40 }, 50, 140)).toEqual({ from: 31, to: 51 })
  expect(spanAround({ from: 20, to: 40 }, 30, 140)).toEqual({ from: 20, to: 40 })
})

test('the span stops at both ends', () => {
  expect(spanMoved({ from: 2, to: 12 }, -9, 40)).toEqual({ from: 0, to: 10 })
  expect(spanMoved({ from: 20, to: 30 }, 90, 40)).toEqual({ from: 29, to: 39 })
})

test('two thousand versions share columns of 5 px', () => {
  const bars = overviewBars(history(2000).revisions, 26, 800)
  expect(bars.length).toBeLessThanOrEqual(161)
})

test.each([
  ['from', 95, { from: 95, to: 120 }],
  ['from', 119, { from: 117, to: 120 }],
  ['from', 2, { from: 91, to: 120 }],
  ['to', 110, { from: 100, to: 110 }],
  ['to', 100, { from: 100, to: 103 }],
  ['to', 500, { from: 100, to: 129 }]
] as const)(
  'the edge %s is drawn to %i: never fewer than four versions, nor more than fit',
  (edge, index, expected) => {
    expect(spanResized({ from: 100, to: 120 }, edge, index, { versions: 140, most: 30 })).toEqual(expected)
  }
)

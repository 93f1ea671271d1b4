import { expect, test } from 'vitest'
import {
  between,
  clicked,
  inBounds,
  movedBoth,
  neighbours,
  opening,
  presetOf,
  withNewer,
  withOlder
} from '../../../src/renderer/timeline/pairs.ts'

test('handles never cross', () => {
  expect(withNewer({ older: 2, newer: 3 }, 1, 5)).toEqual({ older: 2, newer: 3 })
  expect(withOlder({ older: 2, newer: 3 }, 4)).toEqual({ older: 2, newer: 3 })
  expect(inBounds({ older: 4, newer: 4 }, 5)).toEqual({ older: 3, newer: 4 })
})

test('both move together and stop together', () => {
  expect(movedBoth({ older: 1, newer: 3 }, 1, 5)).toEqual({ older: 2, newer: 4 })
  expect(movedBoth({ older: 2, newer: 4 }, 1, 5)).toEqual({ older: 2, newer: 4 })
  expect(movedBoth({ older: 0, newer: 2 }, -1, 5)).toEqual({ older: 0, newer: 2 })
})

test('a click moves the nearer handle', () => {
  const x = (index: number) => index * 100
  expect(clicked({ older: 1, newer: 4 }, 2, x)).toEqual({ older: 2, newer: 4 })
  expect(clicked({ older: 1, newer: 4 }, 3, x)).toEqual({ older: 1, newer: 3 })
  expect(clicked({ older: 1, newer: 4 }, 0, x)).toEqual({ older: 0, newer: 4 })
  expect(clicked({ older: 1, newer: 4 }, 1, x)).toEqual({ older: 1, newer: 4 })
})

test('neighbouring pairs go on from either end', () => {
  expect(neighbours({ older: 1, newer: 4 }, 1, 6)).toEqual({ older: 3, newer: 4 })
  expect(neighbours({ older: 1, newer: 4 }, -1, 6)).toEqual({ older: 1, newer: 2 })
  expect(neighbours({ older: 3, newer: 4 }, 1, 6)).toEqual({ older: 4, newer: 5 })
  expect(neighbours({ older: 0, newer: 1 }, -1, 6)).toEqual({ older: 0, newer: 1 })
})

test('an article opens with what is unread, or else its last change', () => {
  expect(opening(5, 0)).toEqual({ older: 3, newer: 4 })
  expect(opening(5, 3)).toEqual({ older: 1, newer: 4 })
  expect(opening(5, 5)).toEqual({ older: 3, newer: 4 })
})

test('presets are told by where the handles stand', () => {
  expect(presetOf({ older: 3, newer: 4 }, 5, { older: 1, newer: 4 })).toBe('last')
  expect(presetOf({ older: 1, newer: 4 }, 5, { older: 1, newer: 4 })).toBe('since')
  expect(presetOf({ older: 0, newer: 2 }, 5, null)).toBe('any')
})

test('two versions in either order', () => {
  expect(between(4, 1)).toEqual({ older: 1, newer: 4 })
  expect(between(2, 2)).toBeNull()
})

import { expect, test } from 'vitest'
import { gapWords, valueText } from '../../../src/renderer/timeline/words.ts'
import { revision } from '../make.ts'

const at = Date.parse('2026-03-03T09:00:00Z')

test.each([
  ['2', 1, /^version 2 of 5, /],
  ['5', 3, /^version 5, number 4 of 5, /],
  ['2a', 2, /^version 2a, number 3 of 5, /]
])('a handle on v%s at position %i says its place where the name does not', (label, index, expected) => {
  expect(valueText(revision(2, at, { label }), index, 5)).toMatch(expected)
})

test('a gap says whether the version waits, is gone, or was lost', () => {
  const gap = { label: '2', at: '2026-03-03T09:00:00.000Z', deletedAt: '2026-03-20T12:00:00.000Z' }
  expect(gapWords({ ...gap, revision: 7, lost: false })).toBe('In Recently deleted')
  expect(gapWords({ ...gap, revision: null, lost: false })).toMatch(/^Deleted .*20/)
  expect(gapWords({ ...gap, revision: null, lost: true })).toMatch(/^Could not be read/)
})

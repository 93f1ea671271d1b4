import { expect, test } from 'vitest'
import type { Content } from '../../../src/domain/revision.ts'
import { compare } from '../../../src/domain/diff/compare.ts'
import { reseated, type Shown } from '../../../src/renderer/compare/useShown.ts'
import { history } from '../make.ts'

const content: Content = { blocks: [], claims: [] }
const before = history(5).revisions
const reading: Shown = { view: 'read', ends: { older: 1, newer: 3 }, rows: [], content }
const answer = { older: content, newer: content, comparison: compare(content, content), folds: [], readers: null }
const comparing: Shown = { view: 'inline', ends: reading.ends, rows: [], answer }
const without = (index: number) => before.toSpliced(index, 1)

test('what is shown keeps its versions when others come or go', () => {
  expect(reseated(comparing, before, before)).toBe(comparing)
  expect(reseated(comparing, before, without(0))?.ends).toEqual({ older: 0, newer: 2 })
  expect(reseated(comparing, without(0), before)?.ends).toEqual({ older: 2, newer: 4 })
  expect(reseated(comparing, before, without(4))?.ends).toEqual({ older: 1, newer: 3 })
})

test('what shows a version that is gone is not shown under the name of another', () => {
  expect(reseated(comparing, before, without(3))).toBeNull()
  expect(reseated(comparing, before, without(1))).toBeNull()
  expect(reseated(reading, before, without(3))).toBeNull()
  expect(reseated(reading, before, without(1))?.ends.newer).toBe(2)
  expect(reseated(null, before, without(1))).toBeNull()
})

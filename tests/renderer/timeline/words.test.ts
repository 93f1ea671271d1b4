import { expect, test } from 'vitest'
import { blankWords, gapWords, markName, markTitle, valueText } from '../../../src/renderer/timeline/words.ts'
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

test('the name of a mark says which version it is, when, and what changed', () => {
  const change = { ...revision(3, at).change!, wordsAdded: 40, wordsRemoved: 0, headlineChanged: true, silent: true }
  const made = revision(3, at, { change, noted: true, imported: true })
  expect(markName({ kind: 'version', at, revision: made, index: 2 }, 5)).toMatch(
    /^version 3 of 5, Tuesday.*, 1 paragraph, headline changed, 40 words added, silent edit, noted by the page, imported$/u
  )
})

test('the name of a failed check says so, with what was observed', () => {
  const iso = new Date(at).toISOString()
  const failed = {
    kind: 'failure',
    at,
    iso,
    label: '503 error',
    words: 'The site could not answer.',
    count: 1
  } as const
  expect(markName({ ...failed, mark: 'failed' }, 5)).toMatch(/^failed check, 503 error, .*could not answer\.$/u)
})

test('what is told beside a mark ends with its time in UTC', () => {
  const made = revision(1, at)
  expect(markTitle({ kind: 'version', at, revision: made, index: 0 })).toMatch(/2026-03-03 09:00:00 UTC$/u)
})

test('a blank stretch names its times, and its days where they are two', () => {
  expect(blankWords({ from: at, to: at + 60_000 })).toMatch(/^Not observed, \d.* to \d/u)
  expect(blankWords({ from: at, to: at + 90 * 3_600_000 })).toMatch(/^Not observed, Tue.* to (?:Fri|Sat)/u)
})

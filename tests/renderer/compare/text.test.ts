import { expect, test } from 'vitest'
import { breaksOf } from '../../../src/renderer/compare/breaks.ts'
import { claimLines } from '../../../src/renderer/compare/claims.ts'
import { headlineNote, isReplaced, ladderOf } from '../../../src/renderer/compare/headline.ts'
import { linked, linkRanges } from '../../../src/renderer/compare/links.ts'
import { cameIn, leftIn } from '../../../src/renderer/compare/lives.ts'
import { withStops } from '../../../src/renderer/compare/summaryParts.ts'
import { revision } from '../make.ts'

/** Five versions, and a block of which one passage has the life `most`, a shorter one the life `less`. */
const versions = [1, 2, 3, 4, 5].map((n) => revision(n, Date.parse('2026-03-03T09:00:00Z') + n))
const held = (...stretches: [number, number][]) => stretches.map(([from, to]) => [1000 + from, 1000 + to] as const)
const blamed = (most: ReturnType<typeof held>, less?: ReturnType<typeof held>) => {
  const passages = [
    { start: 0, end: 40, life: 0 },
    { start: 40, end: 50, life: 1 }
  ]
  return {
    blocks: [less === undefined ? passages.slice(0, 1) : passages],
    lives: [most, less ?? []],
    replaced: [],
    cuts: [],
    gone: [],
    hitTimeout: false
  }
}

test.each([
  ['first seen in v2', blamed(held([2, 5]))],
  ['first seen in v2, reworded since', blamed(held([2, 5]), held([4, 5]))],
  ['first seen in v1, back in v4', blamed(held([1, 2], [4, 5]))]
])('a paragraph of the newest version was %s', (words, answer) => {
  expect(cameIn(answer, 0, 4, versions)).toBe(words)
})

test('a paragraph is missing from the version after the last that holds it', () => {
  expect(leftIn(blamed(held([1, 3])), 0, 0, versions)).toBe('in v4')
  expect(leftIn(blamed(held([1, 2], [4, 4])), 0, 1, versions)).toBe('in v3')
})

test('a headline is replaced when most of its words changed', () => {
  const same = { op: 'same', old: 'Quay Row ', new: 'Quay Row ' } as const
  expect(isReplaced([same, { op: 'added', text: 'families', edit: 0 }])).toBe(false)
  const whole = [
    { op: 'removed', text: 'Council to move', edit: 0 },
    { op: 'added', text: 'Families will have a choice', edit: 0 }
  ] as const
  expect(isReplaced(whole)).toBe(true)
})

test('each wording of the headline is a rung, also one that comes back', () => {
  const at = Date.parse('2026-03-03T09:00:00Z')
  const heads = ['A', 'A', 'B', 'A'].map((headline, n) => revision(n + 1, at + n, { headline }))
  expect(ladderOf(heads).map((rung) => [rung.headline, rung.from.label, rung.to.label])).toEqual([
    ['A', '1', '2'],
    ['B', '3', '3'],
    ['A', '4', '4']
  ])
})

test('the headline note counts the versions that changed it', () => {
  const change = {
    wordsAdded: 1,
    wordsRemoved: 1,
    minor: false,
    headlineChanged: true,
    silent: false,
    summary: 'Headline'
  }
  const changed = [revision(3, 1, { change }), revision(4, 2), revision(5, 3, { change })]
  expect(headlineNote(changed)).toEqual({ title: 'Headline changed twice', text: 'in v3 and v5' })
  expect(headlineNote(changed.slice(0, 1))).toEqual({ title: 'Headline changed', text: 'in v3' })
})

test('links are found in reading order and cut a stretch where they begin', () => {
  const ranges = linkRanges('See the report and the report again', [
    { text: 'the report', href: 'a' },
    { text: 'the report', href: 'b' }
  ])
  expect(ranges.map(({ from, href }) => [from, href])).toEqual([
    [4, 'a'],
    [19, 'b']
  ])
  expect(linked('report and', 8, ranges).map(({ text, href }) => [text, href])).toEqual([
    ['report', 'a'],
    [' and', null]
  ])
})

test('a paragraph split or joined in unchanged words shows where', () => {
  expect(breaksOf('One. Two.', 'One.\nTwo.').map(({ text, before }) => [text, before])).toEqual([
    ['One.', null],
    ['Two.', 'added']
  ])
  expect(breaksOf('One.\nTwo.', 'One. Two.').map(({ text, before }) => [text, before])).toEqual([
    ['One.', null],
    ['Two.', 'removed']
  ])
  expect(breaksOf('One two', 'One two')).toHaveLength(1)
})

test('a comma after a part of the summary never begins a line', () => {
  const parts = withStops([
    { text: '2 added', edits: [1] },
    { text: ', ', edits: [] },
    { text: '1 removed', edits: [2] },
    { text: '.', edits: [] }
  ])
  expect(parts.map(({ text, stop }) => [text, stop])).toEqual([
    ['2 added', ','],
    [' ', ''],
    ['1 removed', '.']
  ])
})

test('a claim is quoted, with what was observed since only where its time is known', () => {
  const claim = { kind: 'updated', where: 'visible', text: 'Updated 12:38' } as const
  const at = Date.parse('2026-03-03T12:40:00Z')
  const later = [revision(2, at + 3600_000 * 5), revision(3, at + 3600_000 * 20)]
  const lines = (claimed: string | null) =>
    claimLines({ blocks: [], claims: [{ ...claim, at: claimed }] }, null, later).map((line) => line.after)
  expect(lines('2026-03-03T12:38:00Z')).toEqual(['Text has changed twice since.'])
  expect(lines('2026-03-03T12:38:00')).toEqual([''])
  expect(lines(null)).toEqual([''])
})

import { expect, test } from 'vitest'
import type { Content } from '../../../src/domain/revision.ts'
import { breaksOf } from '../../../src/renderer/compare/breaks.ts'
import { claimLines } from '../../../src/renderer/compare/claims.ts'
import { firstMissing, firstSeen } from '../../../src/renderer/compare/firstSeen.ts'
import { headlineNote, isReplaced, ladderOf } from '../../../src/renderer/compare/headline.ts'
import { linked, linkRanges } from '../../../src/renderer/compare/links.ts'
import { withStops } from '../../../src/renderer/compare/summaryParts.ts'
import { revision } from '../make.ts'

const text = (...paragraphs: string[]): Content => ({
  blocks: paragraphs.map((one) => ({ kind: 'paragraph', text: one })),
  claims: []
})
const rent = 'Tenants will not pay rent while they are away, the council said.'

test('a paragraph is first seen where it first stood, also in other words', () => {
  expect(firstSeen([text('a'), text('b', rent), text(rent)], rent)).toEqual({ index: 1, reworded: false })
  const reworded = 'Tenants will pay no rent while they are away, the council said.'
  expect(firstSeen([text('a'), text(reworded), text(rent)], rent)).toEqual({ index: 1, reworded: true })
})

test('a paragraph is missing from the first version without it', () => {
  expect(firstMissing([text(rent), text('b'), text('c')], rent).index).toBe(1)
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
  expect(lines('2026-03-03T12:38:00Z')).toEqual([' Text has changed twice since.'])
  expect(lines('2026-03-03T12:38:00')).toEqual([''])
  expect(lines(null)).toEqual([''])
})

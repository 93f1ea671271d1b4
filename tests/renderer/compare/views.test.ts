import { describe, expect, test } from 'vitest'
import { compare } from '../../../src/domain/diff/compare.ts'
import type { Run } from '../../../src/domain/diff/comparison.ts'
import type { Content } from '../../../src/domain/revision.ts'
import { beginning, excerpt } from '../../../src/renderer/compare/changes/excerpt.ts'
import { itemsOf, owningOf, passes } from '../../../src/renderer/compare/changes/items.ts'
import { versionsOf } from '../../../src/renderer/compare/changes/versions.ts'
import { editsOf, rowsOf } from '../../../src/renderer/compare/rows.ts'
import { sectionsOf } from '../../../src/renderer/compare/sections.ts'
import { sideRows, type Cell } from '../../../src/renderer/compare/side/cells.ts'
import { groupsWithin, groupWords } from '../../../src/renderer/compare/headline.ts'
import { revision } from '../make.ts'

const content = (...texts: string[]): Content => ({
  blocks: texts.map((text) => ({ kind: 'paragraph', text })),
  claims: []
})
const at = Date.parse('2026-03-03T09:00:00Z')
const parade = 'The lantern parade will leave from the old fish market at half past four on Saturday.'
const roads = 'Roads along the quay will stay open to buses and to people who live there until six.'
const stalls = 'Stalls on the harbour wall will sell soup, bread and hot drinks through the evening.'
const older = content(parade, roads, 'The harbour master said that the tide would be low.', stalls)

describe('two versions beside each other', () => {
  const kindOf = (cell: Cell) => (cell.kind === 'block' ? `${cell.mark}: ${cell.block.text.slice(0, 12)}` : cell.kind)
  const drawn = (newer: Content) => {
    const rows = rowsOf({ older, newer, comparison: compare(older, newer) })
    return sideRows(rows).map((side) => [kindOf(side.older), kindOf(side.newer)])
  }

  test('a paragraph that moved stands at both of its places, each leading to the other', () => {
    const places = drawn(content(stalls, parade, roads, 'The harbour master said that the tide would be low.'))
    expect(places[0]).toEqual(['elsewhere', 'moved: Stalls on th'])
    expect(places.at(-1)).toEqual(['moved: Stalls on th', 'elsewhere'])
  })

  test('what came has nothing beside it, and what went neither', () => {
    const changed = drawn(content(parade, roads, stalls, 'Anyone who wants to carry a lantern can borrow one.'))
    expect(changed).toContainEqual(['whole: The harbour ', 'none'])
    expect(changed).toContainEqual(['none', 'whole: Anyone who w'])
  })

  test('joined paragraphs are one cell with the text of both', () => {
    const newer = content(`${parade} ${roads}`, 'The harbour master said that the tide would be low.', stalls)
    const rows = sideRows(rowsOf({ older, newer, comparison: compare(older, newer) }))
    expect(rows[0]?.older).toMatchObject({ kind: 'block', block: { text: `${parade}\n${roads}` } })
  })
})

test('minor changes can be hidden: they are drawn as plain new text', () => {
  const newer = content(
    parade,
    roads.replace('who live', 'who lve'),
    'The harbour master said that the tide would be low.',
    stalls
  )
  const sides = { older, newer, comparison: compare(older, newer) }
  expect(rowsOf(sides).map(({ kind }) => kind)).toContain('changed')
  expect(rowsOf(sides, true).every(({ kind, runs }) => kind === 'same' && runs === null)).toBe(true)
})

test('with context the paragraphs beside a change are never folded', () => {
  const texts = Array.from(
    { length: 9 },
    (_, n) => `Paragraph number ${n} says something of its own about ${'abcdefghi'[n]}.`
  )
  const newer = content(...texts.with(4, texts[4]!.replace('something', 'nothing at all')))
  const rows = rowsOf({ older: content(...texts), newer, comparison: compare(content(...texts), newer) })
  const shape = (context: boolean) => sectionsOf(rows, { context }).map((s) => (s.kind === 'fold' ? s.rows.length : 1))
  expect(shape(false)).toEqual([4, 1, 4])
  expect(shape(true)).toEqual([3, 1, 1, 1, 3])
})

describe('the list of changes', () => {
  const long = 'word '.repeat(80).trim()
  const told = () => true
  const text = (runs: readonly Run[]) => runs.map((run) => (run.op === 'same' ? run.new : `[${run.text}]`)).join('')

  test('shows the neighbourhood of a change', () => {
    const runs: Run[] = [
      { op: 'same', old: `${long} `, new: `${long} ` },
      { op: 'removed', text: 'six', edit: 0 },
      { op: 'added', text: 'ten', edit: 0 },
      { op: 'same', old: ` ${long}`, new: ` ${long}` }
    ]
    const shown = text(excerpt(runs, told))
    expect(shown).toMatch(/^…word .*word \[six\]\[ten\] word .*word…$/u)
    expect(shown.length).toBeLessThan(200)
  })

  test('what is hidden is part of the words around', () => {
    const runs: Run[] = [
      { op: 'same', old: 'a ', new: 'a ' },
      { op: 'removed', text: 'teh', edit: 1 },
      { op: 'added', text: 'the', edit: 1 },
      { op: 'same', old: ' quay', new: ' quay' }
    ]
    expect(excerpt(runs, (edit) => edit !== 1)).toEqual([{ op: 'same', old: 'a the quay', new: 'a the quay' }])
  })

  test('a cut never parts a character', () => {
    expect(beginning('👩🏽‍🚀'.repeat(100), 61)).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/u)
  })

  const newer = content(
    parade.replace('half past four', 'half past six'),
    roads,
    'The harbour master said that the tide would be low.',
    stalls
  )
  const comparison = compare(older, newer)
  const rows = rowsOf({ older, newer, comparison })
  const versions = [1, 2, 3].map((n) => revision(n, at + n, { noted: n === 2 }))

  test('names the versions in which the words came and were first missing', () => {
    const passages = [
      { start: 0, end: 60, life: 0 },
      { start: 60, end: 200, life: 1 }
    ]
    const after = { blocks: [passages], lives: [[[1001, 1003]], [[1003, 1003]]] } as const
    const before = { blocks: [passages], lives: [[[1001, 1003]], [[1001, 1002]]] } as const
    const sought = { comparison, revisions: versions, older: 0, newer: 2, after, before }
    const row = rows.find(({ kind }) => kind === 'changed')!
    expect(versionsOf({ ...sought, row })).toEqual([2])
  })

  test('is silent only where no note changed with it', () => {
    const edits = editsOf(
      rows.find(({ kind }) => kind === 'changed')!,
      comparison
    )
    expect(owningOf(edits, [versions[2]!])).toBe('silent')
    expect(owningOf(edits, [versions[1]!])).toBe('unnamed')
    expect(owningOf(edits, [versions[1]!, versions[2]!])).toBe(null)
    expect(owningOf([{ ...edits[0]!, disclosure: 'metadata-only' }], [])).toBe('metadata-only')
  })

  test('can be reduced to facts and quotes, or to what is silent', () => {
    const items = itemsOf(rows, { comparison, between: [versions[2]!], versionsOf: () => [versions[2]!] })
    expect(items.map((item) => [passes(item, 'all'), passes(item, 'facts'), passes(item, 'silent')])).toEqual([
      [true, true, true]
    ])
  })
})

test('headlines that took turns are told where the compared versions reach them', () => {
  const versions = [1, 2, 3, 4, 5].map((n) => revision(n, at + n))
  const group = {
    from: 1,
    to: 3,
    observations: 3,
    variants: [
      { headline: 'A', turns: 2 },
      { headline: 'B', turns: 1 }
    ]
  }
  expect(groupsWithin([group], versions, versions.slice(2, 4))).toEqual([group])
  expect(groupsWithin([group], versions, versions.slice(4))).toEqual([])
  expect(groupWords(group)).toBe('2 headlines took turns 3 times')
})

import { describe, expect, test } from 'vitest'
import { compare } from '../../../src/domain/diff/compare.ts'
import type { Block, Content } from '../../../src/domain/revision.ts'
import { differingBlocks, rowsOf, stopsOf } from '../../../src/renderer/compare/rows.ts'
import { foldName, sectionsOf } from '../../../src/renderer/compare/sections.ts'

const p = (text: string): Block => ({ kind: 'paragraph', text })
const content = (...blocks: Block[]): Content => ({ blocks, claims: [] })

const stays = [
  p('The harbour master said the gates would be closed at dusk.'),
  p('Boats are asked to leave the inner basin before then.'),
  p('A crane from the northern yard arrives by road on Friday.'),
  p('The bakery on the quay will stay open throughout.')
]
const gone = p('An earlier plan to use divers was dropped in January after a survey.')
const come = p('Insurers have been told of the delay, the port authority confirmed.')
const older = content(stays[0]!, gone, ...stays.slice(1))
const newer = content(...stays, come)
const answer = { older, newer, comparison: compare(older, newer) }

describe('rows of two versions', () => {
  const rows = rowsOf(answer)

  test('every block of the newer version stands in order', () => {
    const text = rows.map((row) => row.text).filter((part) => part !== '')
    expect(text).toEqual(newer.blocks.map((block) => block.text))
  })

  test('what came and went are the stops', () => {
    expect(stopsOf(rows).map((row) => [row.kind, row.block.text])).toEqual([
      ['removed', gone.text],
      ['added', come.text]
    ])
  })

  test('two and more unchanged rows fold, one alone does not', () => {
    const sections = sectionsOf(rows)
    expect(sections.map((section) => (section.kind === 'fold' ? foldName(section.rows) : section.row.kind))).toEqual([
      'same',
      'removed',
      '3 unchanged paragraphs',
      'added'
    ])
  })

  test('a version read alone marks what is new in it', () => {
    expect([...differingBlocks(answer.comparison)]).toEqual([4])
  })
})

test('nothing folds where nothing changed', () => {
  const same = content(...stays)
  const rows = rowsOf({ older: same, newer: same, comparison: compare(same, same) })
  expect(sectionsOf(rows).every((section) => section.kind === 'row')).toBe(true)
})

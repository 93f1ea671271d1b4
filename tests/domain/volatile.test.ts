import { expect, test } from 'vitest'
import type { Block, Content } from '../../src/domain/revision.ts'
import { volatileSlots, withoutSlots } from '../../src/domain/volatile.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const around = (block: Block): Content => ({
  claims: [],
  blocks: [
    { kind: 'headline', text: 'Row to be cleared' },
    paragraph('The first families leave in April.'),
    block,
    paragraph('Work begins in May.')
  ]
})
const texts = (...each: readonly string[]): Content[] => each.map((text) => around(paragraph(text)))
const slot = { before: 'The first families leave in April.', after: 'Work begins in May.' }

test.each([
  ['a teaser that takes turns', texts('Read A', 'Read B', 'Read A', 'Read C', 'Read B'), [slot]],
  ['a toll that rises', texts('12 dead.', '13 dead.', '15 dead.', '18 dead.', '21 dead.', '22 dead.'), []],
  ['a figure that was corrected once and back', texts('40 homes.', '60 homes.', '40 homes.'), []],
  ['too few turns', texts('Read A', 'Read B', 'Read A', 'Read B'), []],
  [
    'a headline that takes turns is told',
    ['A', 'B', 'A', 'B', 'A', 'B'].map((text) => ({ claims: [], blocks: [{ kind: 'headline', text } as const] })),
    []
  ],
  [
    'a quotation that takes turns is told',
    ['A', 'B', 'A', 'B', 'A', 'B'].map((text) => around({ kind: 'quote', text })),
    []
  ],
  ['whole sentences are told', texts(...['A', 'B', 'A', 'B', 'A'].map((one) => `${one} ${'word '.repeat(40)}`)), []]
])('%s', (_, contents, expected) => {
  expect(volatileSlots(contents)).toEqual(expected)
})

test('what stands in such a place is left out, and nothing else', () => {
  const [first] = texts('Read D')
  expect(withoutSlots(first!, [slot]).blocks.map(({ text }) => text)).toEqual([
    'Row to be cleared',
    'The first families leave in April.',
    'Work begins in May.'
  ])
  const moved = { ...first!, blocks: first!.blocks.toReversed() }
  expect(withoutSlots(moved, [slot]).blocks).toHaveLength(4)
  expect(withoutSlots(first!, [])).toBe(first)
})

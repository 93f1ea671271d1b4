import { describe, expect, test } from 'vitest'
import type { BlameAnswer } from '../../../src/contract/contract.ts'
import { agesOf } from '../../../src/renderer/compare/blame/ages.ts'
import { modelOf } from '../../../src/renderer/compare/blame/model.ts'
import { ageWords, blockWords, heldWords, runTip, shareWords } from '../../../src/renderer/compare/blame/words.ts'
import { revision } from '../make.ts'

const words = (...ages: readonly (readonly [version: number, words: number])[]) => new Map(ages)
const told = ({ list }: ReturnType<typeof agesOf>) =>
  list.map(({ shade, first, last, share }) => [shade, first, last, Math.round(share * 100)])

describe('the shades of a text', () => {
  test('among five versions each has its own, whichever the text has words of', () => {
    expect(told(agesOf(words([0, 70], [2, 20], [4, 10]), 5))).toEqual([
      [1, 0, 0, 70],
      [3, 2, 2, 20],
      [5, 4, 4, 10]
    ])
  })

  test('of many versions few ages: what was always there has none, the newest the strongest', () => {
    const ages = agesOf(words([0, 50], [11, 30], [30, 20]), 31)
    expect(told(ages).map(([shade, first]) => [shade, first])).toEqual([
      [1, 0],
      [4, 11],
      [5, 30]
    ])
    expect([0, 11, 30].map(ages.shadeOf)).toEqual([1, 4, 5])
  })

  test('over five ages: five shades, as many ages in each, no version in two', () => {
    const ages = Array.from({ length: 12 }, (_, n) => [n * 2, 10] as const)
    const shades = agesOf(words(...ages), 31)
    expect(told(shades).map(([shade, first, last]) => [shade, first, last])).toEqual([
      [1, 0, 4],
      [2, 6, 8],
      [3, 10, 14],
      [4, 16, 18],
      [5, 20, 22]
    ])
    expect(shades.list.reduce((sum, age) => sum + age.share, 0)).toBeCloseTo(1)
  })

  test('a text without words has no ages', () => {
    expect(told(agesOf(new Map(), 3))).toEqual([])
  })

  test.each([
    [0.734, '73%'],
    [0.004, '<1%'],
    [0, '0%'],
    [1, '100%']
  ])('a share of %d is %s', (share, said) => {
    expect(shareWords(share)).toBe(said)
  })
})

const versions = [1, 2, 3, 4, 5].map((n) => revision(n, Date.parse('2026-03-03T09:00:00Z') + n * 3600_000))
const id = (n: number) => 1000 + n

const answer: BlameAnswer = {
  blocks: [
    [
      { start: 0, end: 9, life: 0 },
      { start: 9, end: 15, life: 1 }
    ],
    [{ start: 0, end: 4, life: 2 }]
  ],
  lives: [
    [[id(1), id(5)]],
    [[id(3), id(5)]],
    [
      [id(2), id(2)],
      [id(5), id(5)]
    ]
  ],
  replaced: [{ block: 0, passage: 1, text: 'five', held: [id(1), id(2)] }],
  cuts: [{ block: 0, at: 8, text: 'big', held: [id(1), id(3)] }],
  gone: [
    { after: 0, kind: 'paragraph', text: 'A', held: [id(1), id(2)] },
    { after: 0, kind: 'quote', text: 'B', held: [id(1), id(2)] },
    { after: 0, kind: 'list-item', text: 'C', held: [id(2), id(3)] }
  ],
  hitTimeout: false
}
const content = {
  blocks: [
    { kind: 'paragraph', text: 'One two, three.' },
    { kind: 'paragraph', text: 'Four' }
  ] as const,
  claims: []
}

test('passages know their shade, what they replaced, and when they came back', () => {
  const { blocks, places } = modelOf(answer, content, { revisions: versions, at: 4 })
  const [first, second] = blocks[0]!.runs
  expect([first!.shade, second!.shade]).toEqual([1, 3])
  expect(second!.replaced).toEqual([{ text: 'five', held: [0, 1] }])
  expect(blocks[1]!.runs[0]).toMatchObject({ introduced: 1, back: 4 })
  expect(places.get('0-cut-8')).toMatchObject({ kind: 'cut', pasts: [{ text: 'big', held: [0, 2] }] })
})

test('paragraphs that stood behind one another in the same versions make one line', () => {
  const { gone } = modelOf(answer, content, { revisions: versions, at: 4 })
  expect(gone.get(0)!.map(({ texts, held }) => [texts.map(({ text }) => text).join(), held])).toEqual([
    ['A,B', [0, 1]],
    ['C', [1, 2]]
  ])
})

test('versions in words', () => {
  const { blocks } = modelOf(answer, content, { revisions: versions, at: 4 })
  expect(blockWords(blocks[0]!.runs, versions)).toBe('v1, v3')
  expect(blockWords(blocks[1]!.runs, versions)).toBe('v2, back in v5')
  expect(ageWords({ introduced: 2, back: null }, versions)).toBe('v3')
  expect(heldWords(blocks[1]!.runs[0]!.held, versions)).toBe('v2 and v5')
  expect(runTip(blocks[0]!.runs[1]!, versions)).toBe('First seen in v3. Stands in v3 to v5.')
})

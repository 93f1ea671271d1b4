import { expect, test } from 'vitest'
import type { FoundEdit } from '../../src/domain/diff/comparison.ts'
import { importanceOf } from '../../src/domain/edits/importance.ts'

const found = (edit: Partial<FoundEdit>): FoundEdit => {
  return {
    hunk: 0,
    kinds: ['wording'],
    folded: false,
    rule: null,
    before: 'one',
    after: 'two',
    reason: '',
    minor: false,
    ...edit
  }
}

const quotation = { kinds: ['removed'], before: '“We never saw a new boat,” she told the board.', after: '' } as const

test.each<[string, Partial<FoundEdit>, number, number]>([
  ['a headline', { kinds: ['headline'] }, 3, 82],
  ['a figure in a headline', { kinds: ['headline', 'figure'] }, 2, 86],
  ['a quotation that went', quotation, 9, 73],
  ['a quotation that came', { ...quotation, kinds: ['added'], before: '', after: quotation.before }, 9, 38],
  ['a negation', { kinds: ['negation'], after: '' }, 1, 76],
  ['a figure', { kinds: ['figure'] }, 2, 71],
  ['a name', { kinds: ['name'] }, 2, 61],
  ['a paragraph that went', { kinds: ['removed'], after: '' }, 31, 50],
  ['a long paragraph that came', { kinds: ['added'], before: '' }, 4000, 45],
  ['words', {}, 2, 21],
  ['a spelling', { kinds: ['typo'], minor: true }, 2, 8],
  ['a link', { kinds: ['link'], minor: true }, 0, 10],
  ['noise', { kinds: ['boilerplate'], folded: true, rule: 'boilerplate' }, 40, 0]
])('%s: %o with %i words weighs %i', (_, edit, words, importance) => {
  expect(importanceOf(found(edit), words)).toBe(importance)
})

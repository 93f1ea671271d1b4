import { expect, test } from 'vitest'
import { findAnchor } from '../../../src/renderer/compare/anchor.ts'

const rows = [
  { key: 'n0', text: 'The council will meet on Monday.' },
  { key: 'n1', text: 'Repairs begin in April and last six weeks.' },
  { key: 'n2', text: 'The council will meet on Monday.' },
  { key: 'n3', text: 'Nobody was hurt.' }
]

test('the same text is found, the nearest of several', () => {
  expect(findAnchor({ text: 'The council will meet on Monday.', index: 3, offset: 0 }, rows)).toBe('n2')
})

test('an edited paragraph is found by what it still has in common', () => {
  expect(findAnchor({ text: 'Repairs begin in April and last ten weeks.', index: 0, offset: 0 }, rows)).toBe('n1')
})

test('a paragraph that is gone leaves its position', () => {
  expect(findAnchor({ text: 'Ferries are not affected.', index: 3, offset: 0 }, rows)).toBe('n3')
  expect(findAnchor({ text: 'Ferries are not affected.', index: 9, offset: 0 }, rows)).toBe('n3')
})

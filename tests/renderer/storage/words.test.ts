import { expect, test } from 'vitest'
import { protectedWords, spokenWords } from '../../../src/renderer/storage/ruleWords.ts'
import { sizeWords } from '../../../src/renderer/ui/words.ts'

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [1540, '1.5 kB'],
  [65_300, '65 kB'],
  [12_400_000, '12 MB'],
  [3_840_000_000, '3.8 GB'],
  [5e15, '5,000 TB']
])('%i bytes are %s', (bytes, expected) => {
  expect(sizeWords(bytes)).toBe(expected)
})

const none = { pinned: 0, cited: 0, exported: 0, noted: 0, newest: 0, first: 0, sole: 0 }

test('why versions stay, and how many for each reason', () => {
  expect(protectedWords(none)).toBe('')
  expect(protectedWords({ ...none, pinned: 1 })).toBe('1 other version stays: 1 pinned.')
  expect(protectedWords({ ...none, pinned: 2, sole: 3, newest: 1 })).toBe(
    '6 other versions stay: 2 pinned, 1 the newest of an article, and 3 the only copy of a text.'
  )
})

test('what a preview says to those who hear it', () => {
  expect(spokenWords({ versions: 0, articles: 0 })).toBe('There is nothing to delete.')
  expect(spokenWords({ versions: 3, articles: 1 })).toBe('3 versions of 1 article would be deleted.')
})

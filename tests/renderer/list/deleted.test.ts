import { expect, test } from 'vitest'
import type { DeletedEntry } from '../../../src/contract/keeping.ts'
import { amountWords, entryWords, leftWords } from '../../../src/renderer/list/deletedWords.ts'

const entry: DeletedEntry = {
  deletion: 1,
  at: '2026-03-10T12:00:00.000Z',
  until: '2026-04-09T12:00:00.000Z',
  reason: 'reader',
  article: 3,
  source: 'The Courier',
  headline: 'Council to move 40 households',
  lang: 'en',
  dir: 'ltr',
  whole: false,
  versions: 1,
  first: '2a',
  last: '2a'
}

test.each([
  [{}, 'v2a'],
  [{ versions: 3, first: '2', last: '10' }, '3 versions, v2 to v10'],
  [{ versions: 3, first: '2', last: '10', reason: 'rule' as const }, '3 versions, v2 to v10, by the rule'],
  [{ whole: true, versions: 5 }, 'Article with 5 versions'],
  [{ whole: true, versions: 1 }, 'Article with 1 version']
])('an entry with %o is called %s', (facts, expected) => {
  expect(entryWords({ ...entry, ...facts })).toBe(expected)
})

test.each([
  [{ articles: 1, versions: 0 }, '1 article'],
  [{ articles: 0, versions: 2 }, '2 versions'],
  [{ articles: 2, versions: 1 }, '2 articles and 1 version'],
  [{ articles: 0, versions: 0 }, 'nothing']
])('%o is called %s', (amount, expected) => {
  expect(amountWords(amount)).toBe(expected)
})

test.each([
  ['2026-03-10T12:00:01.000Z', '30 days left'],
  ['2026-04-08T11:00:00.000Z', '2 days left'],
  ['2026-03-10T11:59:30.000Z', '30 days left'],
  ['2026-04-08T13:00:00.000Z', 'Less than a day left'],
  ['2026-05-01T00:00:00.000Z', 'Less than a day left']
])('at %s there are %s', (now, expected) => {
  expect(leftWords(entry.until, Date.parse(now))).toBe(expected)
})

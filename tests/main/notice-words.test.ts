import { expect, test } from 'vitest'
import type { Notice } from '../../src/contract/tracking.ts'
import { noticeWords } from '../../src/main/notice-words.ts'

const notice = (article: number, headline: string): Notice => {
  return { article, kind: 'removed', source: 'The Post', told: { what: 'gone', headline }, older: 1, newer: 2 }
}
const line = (headline: string) => `The Post: Removed: “${headline}”`

test.each<[readonly Notice[], string, string]>([
  [[notice(1, 'Wall')], 'The Post', 'Removed: “Wall”'],
  [[notice(1, 'A'), notice(1, 'B'), notice(2, 'C')], '3 changes in 2 articles', ['A', 'B', 'C'].map(line).join('\n')],
  [
    [1, 2, 3, 4, 5, 6].map((id) => notice(id, String(id))),
    '6 changes in 6 articles',
    [...['1', '2', '3', '4'].map(line), 'and 2 more'].join('\n')
  ],
  [[notice(7, 'A'), notice(7, 'B')], '2 changes in 1 article', ['A', 'B'].map(line).join('\n')]
])('notices are told together', (notices, title, body) => {
  expect(noticeWords(notices)).toEqual({ title, body })
})

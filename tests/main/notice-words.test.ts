import { expect, test } from 'vitest'
import type { Notice } from '../../src/contract/tracking.ts'
import { noticeWords } from '../../src/main/notice-words.ts'

const notice = (article: number, text: string): Notice => {
  return { article, kind: 'silent', source: 'The Harbour Post', text, older: 1, newer: 2 }
}

test.each<[readonly Notice[], string, string]>([
  [[notice(1, 'Silent edit.')], 'The Harbour Post', 'Silent edit.'],
  [
    [notice(1, 'A.'), notice(1, 'B.'), notice(2, 'C.')],
    '3 changes in 2 articles',
    'The Harbour Post: A.\nThe Harbour Post: B.\nThe Harbour Post: C.'
  ],
  [
    [1, 2, 3, 4, 5, 6].map((id) => notice(id, `${id}.`)),
    '6 changes in 6 articles',
    [1, 2, 3, 4].map((id) => `The Harbour Post: ${id}.\n`).join('') + 'and 2 more'
  ],
  [[notice(7, 'A.'), notice(7, 'B.')], '2 changes in 1 article', 'The Harbour Post: A.\nThe Harbour Post: B.']
])('notices are told together', (notices, title, body) => {
  expect(noticeWords(notices)).toEqual({ title, body })
})

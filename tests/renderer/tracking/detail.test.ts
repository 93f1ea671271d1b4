import { expect, test } from 'vitest'
import { detailWords } from '../../../src/renderer/tracking/detailWords.ts'

test.each([
  ['', ''],
  ['once', 'It is looked at a second time before that counts.'],
  ['drift', 'Many pages of this site lost text at once. Their texts are kept apart.'],
  ['robots: ', 'The site asks programs not to read this page (robots.txt).'],
  [
    'refused-address: 127.0.0.1 loopback',
    'The address is in a private network, and nothing was asked there (127.0.0.1 loopback).'
  ],
  ['incomplete: ECONNRESET', 'The connection broke before the whole page had come (ECONNRESET).'],
  ['it holds back robots: its title says “forbidden”', 'It holds back robots: its title says “forbidden”.'],
  ['62 of 840 words', '62 of 840 words.'],
  ['Ends already.', 'Ends already.']
])('%s', (detail, expected) => {
  expect(detailWords(detail)).toBe(expected)
})

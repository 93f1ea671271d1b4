import { expect, test } from 'vitest'
import { readPhrase, wholePhrases, type Phrase } from '../../src/domain/phrase.ts'

const parts = (lead: Extract<Phrase, { kind: 'parts' }>['lead'], n?: number, of: 'paragraph' | 'quote' = 'paragraph') =>
  ({ kind: 'parts', lead, rest: n === undefined ? null : { n, of } }) as const

test.each<[string, Phrase | null]>([
  ['Headline', parts({ kind: 'headline' })],
  ['Headline, 5 paragraphs', parts({ kind: 'headline' }, 5)],
  ['Headline, 1 quote', parts({ kind: 'headline' }, 1, 'quote')],
  ['Figure 11 → 17', parts({ kind: 'figure', pair: '11 → 17' })],
  ['Figure 1,100 → 1,200, 3 paragraphs', parts({ kind: 'figure', pair: '1,100 → 1,200' }, 3)],
  ['Figure 2 → 3, 4 paragraphs', parts({ kind: 'figure', pair: '2 → 3' }, 4)],
  ['Correction added', parts({ kind: 'correction', came: 'added' })],
  ['3 quotes, 2 paragraphs', parts({ kind: 'quotes', n: 3 }, 2)],
  ['3 things, 2 paragraphs', null],
  ['1 paragraph', parts(null, 1)],
  ['2 quotes', parts(null, 2, 'quote')],
  ['Something else', null],
  ['', null]
])('%s', (text, phrase) => {
  expect(readPhrase(text)).toEqual(phrase)
})

test.each(Object.entries(wholePhrases))('%s is one name', (text, name) => {
  expect(readPhrase(text)).toEqual({ kind: 'whole', name })
})

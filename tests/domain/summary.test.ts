import { expect, test } from 'vitest'
import { compare } from '../../src/domain/diff/compare.ts'
import type { Content } from '../../src/domain/revision.ts'
import { changePhrase, summaryText } from '../../src/domain/summary.ts'
import { block, paragraph, revision } from './redline.ts'

const storm = 'The wall was last strengthened after the storm of 1961, when eleven houses were lost.'
const ferry = 'Ferry services from the east pier are not affected by the works.'
const survey = 'The survey found 4 cracks, 9 leaks, 12 gaps, 30 stains and 61 chips in the wall.'
const note = block('correction-note', 'An earlier version of this article gave the wrong age.')
const headline = (text: string) => block('headline', text)
const unlinked = paragraph('Read the report here.')
const linked = { ...unlinked, links: [{ text: 'report', href: 'https://x.org/a' }] }

test.each<[Content, Content, string, string]>([
  [revision(storm), revision(storm), 'The text is the same.', 'No change'],
  [
    revision(block('dateline', 'Updated 1 hour ago')),
    revision(block('dateline', 'Updated 2 hours ago')),
    'The text is the same.',
    'Update time only'
  ],
  [
    revision('The goverment fell.', linked),
    revision('The government fell.', unlinked),
    'Only minor edits: spelling and links.',
    'Minor wording'
  ],
  [
    revision(headline('It is open'), storm),
    revision(headline('It is shut'), storm),
    'The headline changed.',
    'Headline'
  ],
  [
    revision(headline('It is open'), storm),
    revision(headline('It is shut'), storm, ferry),
    'The headline changed. 1 paragraph added.',
    'Headline, 1 paragraph'
  ],
  [revision(storm, ferry), revision(storm), '1 paragraph removed.', '1 paragraph'],
  [revision(storm), revision(storm, note), '1 correction note added.', 'Correction added'],
  [revision(storm), revision(storm.replace('eleven', 'twelve')), 'Houses eleven → twelve.', 'Figure eleven → twelve'],
  [revision('The pumps failed 11 tests.'), revision('The pumps failed 17 tests.'), 'Tests 11 → 17.', 'Figure 11 → 17'],
  [
    revision(survey),
    revision('The survey found 5 cracks, 8 leaks, 13 gaps, 31 stains and 62 chips in the wall.'),
    'Cracks 4 → 5, leaks 9 → 8, gaps 12 → 13 and 2 more figures.',
    'Figure 4 → 5'
  ],
  [revision('He was found not guilty.'), revision('He was found guilty.'), '1 negation changed.', '1 paragraph'],
  [revision('“It is good news,” she said.'), revision('“It is bad news,” she said.'), '1 quote altered.', '1 quote'],
  [
    revision('They walked to the old harbour.'),
    revision('They ran to the old harbour.'),
    '1 wording change.',
    '1 paragraph'
  ]
])('%#', (older, newer, summary, phrase) => {
  const comparison = compare(older, newer)
  expect(summaryText(comparison.summary)).toBe(summary)
  expect(changePhrase(comparison)).toBe(phrase)
})

test('each fragment that stands for edits names them', () => {
  const comparison = compare(revision(headline('It is open'), storm), revision(headline('It is shut'), storm, ferry))
  expect(comparison.summary).toEqual([
    { text: 'The headline changed', edits: [0] },
    { text: '.', edits: [] },
    { text: ' ', edits: [] },
    { text: '1 paragraph added', edits: [1] },
    { text: '.', edits: [] }
  ])
})

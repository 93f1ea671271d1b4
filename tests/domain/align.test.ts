import { expect, test } from 'vitest'
import { compare } from '../../src/domain/diff/compare.ts'
import type { Content } from '../../src/domain/revision.ts'
import { block, outline, rebuilt, revision } from './redline.ts'

const storm = 'The wall was last strengthened after the storm of 1961, when eleven houses were lost.'
const ferry = 'Ferry services from the east pier are not affected by the works.'
const vote = 'Councillors backed the repairs by nine votes to four in February.'
const hall = 'A drop-in session will be held at the Methodist hall on Thursday.'

test.each<[string, Content, Content, string[]]>([
  ['equal blocks stay', revision(storm, vote), revision(storm, vote), [`= ${storm}`, `= ${vote}`]],
  ['one comes', revision(storm, vote), revision(storm, hall, vote), [`= ${storm}`, `+ ${hall}`, `= ${vote}`]],
  ['one goes', revision(storm, hall, vote), revision(storm, vote), [`= ${storm}`, `- ${hall}`, `= ${vote}`]],
  ['unlike blocks never pair', revision(vote, storm), revision(vote, hall), [`= ${vote}`, `- ${storm}`, `+ ${hall}`]],
  ['unless each is all there is', revision(storm), revision(hall), [`~ [-${storm}-]{+${hall}+}`]],
  [
    'two neighbours swapped are one move',
    revision('Alpha one.', 'Beta two.'),
    revision('Beta two.', 'Alpha one.'),
    ['up Beta two.', '= Alpha one.', 'away Beta two.']
  ],
  [
    'a move over many, with a word changed',
    revision(vote, ferry, hall, storm),
    revision(storm.replace('eleven', 'twelve'), vote, ferry, hall),
    [
      'up The wall was last strengthened after the storm of 1961, when [-eleven-]{+twelve+} houses were lost.',
      `= ${vote}`,
      `= ${ferry}`,
      `= ${hall}`,
      `away ${storm}`
    ]
  ],
  [
    'a split',
    revision(`${storm} ${vote}`, ferry),
    revision(storm, vote, ferry),
    [`split ${storm}¶${vote}`, `= ${ferry}`]
  ],
  [
    'a merge of three, with a word changed',
    revision(storm, vote, hall, ferry),
    revision(`${storm} ${vote.replace('nine', 'ten')} ${hall}`, ferry),
    [`merged ${storm} ${vote.replace('nine', '[-nine-]{+ten+}')} ${hall}`, `= ${ferry}`]
  ],
  [
    'a short block joined to its neighbour',
    revision(storm, 'He agreed.', vote),
    revision(`${storm} He agreed.`, vote),
    [`merged ${storm} He agreed.`, `= ${vote}`]
  ],
  [
    'a paragraph break that moved',
    revision(`${storm} ${vote}`, ferry, hall),
    revision(storm, `${vote} ${ferry.replace('not', 'hardly')}`, hall),
    [`split ${storm}¶${vote} ${ferry.replace('not', '[-not-]{+hardly+}')}`, `= ${hall}`]
  ],
  [
    'a paragraph that lost most of itself, and begins as it did',
    revision(storm, `${vote} ${ferry} ${hall} ${storm} ${hall.replace('Thursday', 'Friday')}`),
    revision(storm, vote),
    [`= ${storm}`, `~ ${vote}[- ${ferry} ${hall} ${storm} ${hall.replace('Thursday', 'Friday')}-]`]
  ],
  [
    'repeated lines do not confuse it',
    revision('* * *', storm, '* * *', vote, '* * *'),
    revision('* * *', storm, '* * *', hall, '* * *', vote, '* * *'),
    ['= * * *', `= ${storm}`, '= * * *', `+ ${hall}`, '+ * * *', `= ${vote}`, '= * * *']
  ],
  [
    'headlines pair whatever they say',
    revision(block('headline', 'Council to move forty households'), storm),
    revision(block('headline', 'Quay Row families have a choice'), storm),
    ['~ [-Council to move forty households-]{+Quay Row families have a choice+}', `= ${storm}`]
  ]
])('%s', (_, older, newer, expected) => {
  expect(outline(older, newer, compare(older, newer))).toEqual(expected)
})

test('a text with line breaks of its own is never joined to its neighbours', () => {
  const older = revision(`${storm} ${vote}`, ferry)
  const newer = revision(`${storm}\nIt is a metre high.`, `${vote} ${ferry}`)
  const both = rebuilt(older, newer, compare(older, newer))
  expect([both.older, both.newer]).toEqual([both.olds, both.news])
})

test('a move says where from and where to', () => {
  const comparison = compare(revision(vote, ferry, hall, storm), revision(vote, storm, ferry, hall))
  expect(comparison.edits.map(({ reason }) => reason)).toEqual([
    'moved up from 4th paragraph to 2nd, wording unchanged'
  ])
  expect([comparison.wordsAdded, comparison.wordsRemoved]).toEqual([0, 0])
})

const numbered = (word: string, count: number) =>
  Array.from(
    { length: count },
    (_, index) => `${word} ${index * 7919} stands in row ${index} of a long table of results`
  )

test.each<[string, string[], string[]]>([
  ['thousands of like rows', numbered('Entry', 3_000), numbered('Item', 3_000)],
  ['thousands in reverse', numbered('Entry', 2_000), numbered('Entry', 2_000).reverse()],
  [
    'thousands of the same line',
    Array<string>(4_000).fill('Advertisement'),
    Array<string>(3_900).fill('Advertisement')
  ],
  ['one enormous block', [numbered('Entry', 2_000).join('. ')], [numbered('Item', 2_000).reverse().join('. ')]]
])('%s are compared in bounded work and without loss', (_, before, after) => {
  const [older, newer] = [revision(...before), revision(...after)]
  const both = rebuilt(older, newer, compare(older, newer))
  expect(both.newer).toEqual(after)
  expect(both.older).toEqual(before)
})

test('where the work runs out the result is coarser, still without loss, and says so', () => {
  const [older, newer] = [numbered('Entry', 40), numbered('Item', 40)].map((rows) => revision(...rows, rows.join(' ')))
  const comparison = compare(older!, newer!, { work: 500 })
  const both = rebuilt(older!, newer!, comparison)
  expect(comparison.hitTimeout).toBe(true)
  expect(both.newer).toEqual(both.news)
  expect(both.older).toEqual(both.olds)
})

test('a page that was divided into paragraphs anew is joined between places where both begin alike', () => {
  const lines = [storm, ferry, vote, hall]
  const older = revision(...lines, ...lines.map((line) => line.replace('the', 'this')))
  const newer = revision(lines.join(' '), lines.map((line) => line.replace('the', 'this')).join(' '))
  const comparison = compare(older, newer)
  const both = rebuilt(older, newer, comparison)
  expect([both.older, both.newer]).toEqual([both.olds, both.news])
  expect(comparison.hunks.map(({ op }) => op)).toEqual(['merged', 'merged'])
  expect([comparison.wordsAdded, comparison.wordsRemoved]).toEqual([0, 0])
})

test('unrelated texts are not joined, however many words they share', () => {
  const [older, newer] = [numbered('Entry', 60), numbered('Item', 60)].map((rows) => revision(...rows))
  expect(compare(older!, newer!).hunks.length).toBeGreaterThan(50)
})

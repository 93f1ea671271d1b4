import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readAnyText, readPlainText } from '../../src/library/exchange/plain-text.ts'

const kinds = (text: string) => readPlainText(text)?.blocks.map(({ kind, text: words }) => `${kind}: ${words}`)

test('headline, byline, date line, standfirst, paragraphs', () => {
  const text = [
    'Council to move 40 households',
    'By Mira Castellan',
    'Tue 3 Mar 2026, 09:05 / Updated 1 hour ago',
    'Families will be rehoused for up to six weeks.',
    '',
    'Forty households will have to leave.',
    '',
    'Letters were posted on Monday.'
  ].join('\n')
  expect(kinds(text)).toEqual([
    'headline: Council to move 40 households',
    'byline: By Mira Castellan',
    'dateline: Tue 3 Mar 2026, 09:05 / Updated 1 hour ago',
    'standfirst: Families will be rehoused for up to six weeks.',
    'paragraph: Forty households will have to leave.',
    'paragraph: Letters were posted on Monday.'
  ])
  expect(readPlainText(text)?.claims.map(({ kind, at }) => [kind, at])).toEqual([
    ['published', '2026-03-03T09:05'],
    ['updated', null]
  ])
})

test.each([
  ['a title and paragraphs', 'Title\n\nOne.\n\nTwo.', ['headline: Title', 'paragraph: One.', 'paragraph: Two.']],
  [
    'no blank lines: a line is a paragraph',
    'Title\nOne.\nTwo.',
    ['headline: Title', 'paragraph: One.', 'paragraph: Two.']
  ],
  ['lines wrapped by hand', 'Title\n\nOne goes\non here.', ['headline: Title', 'paragraph: One goes on here.']],
  ['Japanese joins without spaces', '題名\n\n一行目の、\n続き。', ['headline: 題名', 'paragraph: 一行目の、続き。']],
  ['Windows line ends and a byte order mark', '\uFEFFTitle\r\n\r\nOne.', ['headline: Title', 'paragraph: One.']],
  ['lists', 'Title\n\n- one\n- two', ['headline: Title', 'list-item: one', 'list-item: two']],
  ['headings', 'Title\n\n## Then\n\nOne.', ['headline: Title', 'heading: Then', 'paragraph: One.']],
  [
    'correction notes',
    'Title\n\nOne.\n\nCorrection, 4 March: it was eleven.',
    ['headline: Title', 'paragraph: One.', 'correction-note: Correction, 4 March: it was eleven.']
  ],
  [
    'a correction note right under the headline',
    'Title\nBerichtigung: Es waren elf.\n\nOne.',
    ['headline: Title', 'correction-note: Berichtigung: Es waren elf.', 'paragraph: One.']
  ],
  [
    'a date line with a blank line above it',
    'Title\n\n3 March 2026\n\nOne.\n\nTwo.',
    ['headline: Title', 'dateline: 3 March 2026', 'paragraph: One.', 'paragraph: Two.']
  ]
])('%s', (_name, text, expected) => {
  expect(kinds(text)).toEqual(expected)
})

test.each([
  'By Ann Lee, port reporter',
  'Von Lena Brandt und Tim Hof',
  'Autor: Jan Nowak',
  'بقلم سليم برهان',
  'מאת: רות לוי',
  '記者 山田太郎',
  '作者：张伟',
  'โดย สมชาย ใจดี'
])('a byline: %s', (line) => {
  expect(kinds(`Title\n${line}\n\nOne.`)?.[1]).toBe(`byline: ${line}`)
})

test.each([
  'By the river it rained all day.',
  'Von Montag an fährt die Fähre wieder nach Plan',
  '记者会今天举行，市长没有出席。'
])('no byline: %s', (line) => {
  expect(kinds(`Title\n\n${line}\n\nOne.`)?.[1]).toBe(`paragraph: ${line}`)
})

test.each([
  ['', ''],
  ['white space', ' \n\n '],
  ['a headline alone', 'Title'],
  ['one endless line', `${'x'.repeat(500)}\n\nOne.`]
])('no article: %s', (_name, text) => {
  expect(readPlainText(text)).toBeNull()
})

test.each([
  ['a lone paragraph', 'The death toll rose to 12. It rained.', ['paragraph: The death toll rose to 12. It rained.']],
  ['a sentence above others', 'It rained.\n\nOne.', ['paragraph: It rained.', 'paragraph: One.']],
  ['a title above others', 'Rain\n\nOne.', ['headline: Rain', 'paragraph: One.']],
  [
    'a title that ends in an abbreviation',
    'Back in the U.S.\n\nOne.',
    ['headline: Back in the U.S.', 'paragraph: One.']
  ],
  ['a question as title', 'Did he lie?\n\nOne.', ['headline: Did he lie?', 'paragraph: One.']],
  ['lines', 'Rain\nOne.\nTwo.', ['headline: Rain', 'paragraph: One.', 'paragraph: Two.']],
  ['a paragraph wrapped by hand', 'It rained\nall day long.', ['paragraph: It rained all day long.']],
  ['a Chinese sentence above others', '下雨了。\n\n一。', ['paragraph: 下雨了。', 'paragraph: 一。']],
  ['a byline first', 'By Ann Lee\n\nIt rained.', ['byline: By Ann Lee', 'paragraph: It rained.']],
  ['a date line first', '3 March 2026\n\nIt rained.', ['dateline: 3 March 2026', 'paragraph: It rained.']],
  ['an endless line', `${'x'.repeat(500)}\n\nOne.`, [`paragraph: ${'x'.repeat(500)}`, 'paragraph: One.']],
  ['nothing', ' \n', []]
])('any text: %s', (_name, text, expected) => {
  expect(readAnyText(text).blocks.map(({ kind, text: words }) => `${kind}: ${words}`)).toEqual(expected)
})

const real = new URL('../../../shared/articles/us-sets-condition/', import.meta.url)

test.skipIf(!existsSync(real))('the article this product began with (skipped where its text is absent)', () => {
  const content = readPlainText(readFileSync(new URL('v1.txt', real), 'utf8'))
  expect(content?.blocks.map(({ kind }) => kind)).toEqual([
    'headline',
    'dateline',
    'standfirst',
    ...Array.from({ length: 8 }, () => 'paragraph')
  ])
  expect(content?.claims).toEqual([
    { kind: 'published', where: 'visible', text: '27 Jan, 2026 09:42', at: '2026-01-27T09:42' },
    { kind: 'updated', where: 'visible', text: 'Updated 1 hour ago', at: null }
  ])
})

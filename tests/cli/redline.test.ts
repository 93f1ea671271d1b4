import { expect, test } from 'vitest'
import { redline } from '../../src/cli/redline.ts'
import { compare } from '../../src/domain/diff/compare.ts'
import type { Block, Content } from '../../src/domain/revision.ts'
import { readAnyText } from '../../src/library/exchange/plain-text.ts'

const drawn = (older: Content, newer: Content, colour = false) =>
  redline(older, newer, compare(older, newer, { lang: 'en' }), colour)
const drawnText = (before: string, after: string) => drawn(readAnyText(before), readAnyText(after)).split('\n\n')

const ferry = 'The ferry goes at nine in the morning.'
const boats = 'The boats stay in harbour until the storm has passed.'
const wall = 'The wall is going to be raised in spring, and many will have to leave.'
const row = 'The Row has stood for a hundred years, and nobody there wants to go.'

test.each<[string, string, string, string[]]>([
  [
    'words',
    `Row\n\n${ferry}`,
    `Row\n\n${ferry.replace('nine', 'ten')}`,
    ['(1 unchanged)', 'The ferry goes at [-nine-]{+ten+} in the morning.']
  ],
  ['a paragraph that came', `Row\n\n${ferry}`, `Row\n\n${ferry}\n\n${boats}`, ['(2 unchanged)', `{+${boats}+}`]],
  ['one that went', `Row\n\n${ferry}\n\n${boats}`, `Row\n\n${ferry}`, ['(2 unchanged)', `[-${boats}-]`]],
  [
    'one that moved',
    `Row\n\n${ferry}\n\n${wall}\n\n${row}`,
    `Row\n\n${wall}\n\n${row}\n\n${ferry}`,
    [
      '(1 unchanged)',
      `(moved from here: ${ferry.slice(0, 40)}…)`,
      '(2 unchanged)',
      `(moved down from 1st paragraph to 3rd, wording unchanged)\n${ferry}`
    ]
  ],
  [
    'a split',
    `Row\n\n${ferry} ${boats}`,
    `Row\n\n${ferry}\n\n${boats}`,
    ['(1 unchanged)', `(paragraph split in 2)\n${ferry}{+¶+}\n${boats}`]
  ],
  [
    'a merge',
    `Row\n\n${ferry}\n\n${boats}`,
    `Row\n\n${ferry} ${boats}`,
    ['(1 unchanged)', `(2 paragraphs merged)\n${ferry}[-¶-] ${boats}`]
  ],
  [
    'noise, listed at the end',
    `Row\n\nUpdated 5 min ago\n\n${ferry}`,
    `Row\n\nUpdated 9 min ago\n\n${ferry}\n\nAdvertisement`,
    [
      '(1 unchanged)',
      'Updated 9 min ago',
      '(1 unchanged)',
      '(folded as relative-time: Updated 5 min ago → Updated 9 min ago)',
      '(folded as boilerplate: Advertisement added)'
    ]
  ]
])('%s', (_, before, after, parts) => {
  expect(drawnText(before, after).slice(0, -1)).toEqual(parts)
})

test('the summary stands last', () => {
  expect(drawnText(`Row\n\n${ferry}`, `Row\n\n${ferry}`)).toEqual(['(2 unchanged)', 'The text is the same.\n'])
})

test('what words do not show stands below them: where a link leads, which image it is', () => {
  const page = (file: string): Content => {
    const image: Block = { kind: 'image', text: 'The quay', src: `https://example.org/${file}.jpg` }
    const href = `https://example.org/${file}`
    return { blocks: [image, { kind: 'paragraph', text: ferry, links: [{ text: 'ferry', href }] }], claims: [] }
  }
  const [image, link] = drawn(page('boat'), page('quay')).split('\n\n')
  expect(image).toBe('The quay\n(image replaced: https://example.org/boat.jpg → https://example.org/quay.jpg)')
  expect(link).toBe(`${ferry}\n(link changed: ferry: https://example.org/boat → https://example.org/quay)`)
})

test('a page cannot colour the terminal or move its cursor', () => {
  const [before, after] = ['It rained.', 'It \u001b[31mrained\u001b[2J\r.']
  expect(drawn(readAnyText(before), readAnyText(after))).not.toMatch(/(?!\n)\p{Cc}/u)
})

test('in colour what went is red and struck, what came blue and underlined', () => {
  const text = drawn(readAnyText(ferry), readAnyText(ferry.replace('nine', 'ten')), true)
  expect(text).toContain('\u001b[31m\u001b[9mnine')
  expect(text).toContain('\u001b[34m\u001b[4mten')
})

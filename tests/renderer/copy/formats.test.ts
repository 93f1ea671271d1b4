import { expect, test } from 'vitest'
import { changeCitation, citation } from '../../../src/renderer/copy/citation.ts'
import { clipOf } from '../../../src/renderer/copy/clips.ts'
import { html, markdown, markedText, newerText, olderText } from '../../../src/renderer/copy/formats.ts'
import type { CopiedBlock } from '../../../src/renderer/copy/piece.ts'
import { revision } from '../make.ts'

const change: readonly CopiedBlock[] = [
  { kind: 'headline', pieces: [{ op: 'same', text: 'A wall & a <row>' }] },
  {
    kind: 'paragraph',
    pieces: [
      { op: 'same', text: 'It cost ' },
      { op: 'removed', text: '£2.4m ' },
      { op: 'added', text: '£3.1m ' },
      { op: 'same', text: 'in all.' }
    ]
  }
]

test('the newer text, the older text, and both with marks', () => {
  expect(newerText(change)).toBe('A wall & a <row>\n\nIt cost £3.1m in all.')
  expect(olderText(change)).toBe('A wall & a <row>\n\nIt cost £2.4m in all.')
  expect(markedText(change)).toBe('A wall & a <row>\n\nIt cost [-£2.4m-] {+£3.1m+} in all.')
})

test('HTML keeps what was removed and added, and nothing of the text is read as markup', () => {
  expect(html(change)).toBe(
    '<h1>A wall &amp; a &lt;row&gt;</h1>\n<p>It cost <del>£2.4m </del><ins>£3.1m </ins>in all.</p>'
  )
})

test('Markdown strikes and stresses, and escapes its own signs', () => {
  expect(markdown(change)).toBe('# A wall & a \\<row\\>\n\nIt cost ~~£2.4m~~ **£3.1m** in all.')
  const plain = [{ kind: 'paragraph', pieces: [{ op: 'same', text: '1. not a *list*' }] }] as const
  expect(markdown(plain)).toBe('\\1. not a \\*list\\*')
})

test('a paragraph that was split is two in the newer text', () => {
  const split = [
    {
      kind: 'paragraph',
      pieces: [
        { op: 'same', text: 'One.' },
        { op: 'added', text: '\n' },
        { op: 'same', text: 'Two.' }
      ]
    }
  ] as const
  expect(newerText(split)).toBe('One.\n\nTwo.')
  expect(markedText(split)).toBe('One.{+¶+}\nTwo.')
})

const article = {
  id: 1,
  source: 'The Courier',
  url: 'https://courier.example/wall',
  lang: 'en',
  dir: 'ltr',
  headline: 'A wall'
} as const
const third = revision(3, Date.parse('2026-03-03T12:40:00Z'), {
  headline: 'A wall',
  bodyHash: '0123456789abcdef'.repeat(4)
})
const fourth = revision(4, Date.parse('2026-03-03T17:05:00Z'), { headline: 'A wall', bodyHash: null })

test('a quotation names its headline, source, version, time, address and hash', () => {
  expect(citation({ article, revision: third, quote: ' It cost\n£2.4m ' })).toBe(
    '“It cost £2.4m” (A wall, The Courier, v3, captured 2026-03-03 12:40 UTC+0, https://courier.example/wall, SHA-256 0123456789abcdef)'
  )
})

test('a quotation that is one already has one pair of marks', () => {
  expect(citation({ article, revision: third, quote: '“It fell,”' })).toMatch(/^“It fell,” \(/u)
  expect(citation({ article, revision: third, quote: '“It fell,” he said, “twice.”' })).toMatch(/^““It fell,” he/u)
})

test('a change names both versions, both windows and both hashes', () => {
  const cited = changeCitation({ article, older: third, newer: fourth, before: '£2.4m', after: '£3.1m' })
  expect(cited).toBe(
    '“£2.4m” → “£3.1m” (A wall, The Courier, https://courier.example/wall; ' +
      'v3, captured 2026-03-03 12:40 UTC+0, changed after 2026-03-03 12:25 UTC+0, SHA-256 0123456789abcdef; ' +
      'v4, captured 2026-03-03 17:05 UTC+0, changed after 2026-03-03 16:50 UTC+0, SHA-256 of the text 7e477e477e477e47)'
  )
  expect(changeCitation({ article, older: third, newer: fourth, before: 'short', after: '' })).toMatch(
    /^Removed: “short”/u
  )
})

test('a selection of removed words alone is of the older version', () => {
  const blocks = [{ kind: 'paragraph', pieces: [{ op: 'removed', text: 'He said so.' }] }] as const
  const clip = clipOf({ blocks, side: 'newer' }, 'source', { article, older: third, newer: fourth }, false)
  expect(clip.text).toMatch(/^“He said so\.” \(A wall, The Courier, v3,/u)
  expect(clip.html).toMatch(/^<blockquote><p>He said so\.<\/p><\/blockquote>/u)
})

import { expect, test } from 'vitest'
import type { NoteAbout, NotedChange } from '../../../src/contract/notes.ts'
import type { Claim } from '../../../src/domain/revision.ts'
import { describeAbout } from '../../../src/renderer/inspector/aboutWords.ts'
import { observedWords } from '../../../src/renderer/inspector/moments.ts'
import {
  changeWords,
  claimWords,
  countWords,
  grouped,
  responseWords,
  shortAddress
} from '../../../src/renderer/inspector/versionWords.ts'
import { visible } from '../../../src/renderer/inspector/visible.ts'
import { history, revision } from '../make.ts'

const at = Date.parse('2026-03-03T09:00:00Z')

test.each([
  [375, '375, up 29 since v4'],
  [340, '340, down 6 since v4'],
  [346, '346, as in v4']
])('%i words against 346', (words, said) => {
  expect(countWords(revision(5, at, { words }), revision(4, at, { words: 346 }))).toBe(said)
})

test('the first version has words and no change', () => {
  expect(countWords(revision(1, at, { words: 1346 }), undefined)).toBe('1,346')
  expect(changeWords(revision(5, at), revision(4, at))).toBe('12 words added, 5 removed since v4')
})

test.each([
  [200, null, '200 OK'],
  [404, null, '404 Not Found'],
  [null, null, 'Not recorded'],
  [null, 'v1.txt', 'None, it came from a file']
])('status %s, file %s', (status, origin, words) => {
  expect(responseWords({ status, origin })).toBe(words)
})

test('what the page says is quoted, its data is named', () => {
  const claims: readonly Claim[] = [
    { kind: 'updated', where: 'visible', text: 'Updated 2 hours ago', at: null },
    { kind: 'published', where: 'metadata', text: '2026-03-03', at: null }
  ]
  expect(claimWords(claims, 'visible')).toEqual(['“Updated 2 hours ago”'])
  expect(claimWords(claims, 'metadata')).toEqual(['Published “2026-03-03”'])
})

test('a change is a window, never a point', () => {
  const { revisions } = history(2)
  expect(observedWords(revisions[0]!)).toBe('First seen then')
  expect(observedWords(revisions[1]!)).toMatch(/^Changed between .+ and .+$/u)
})

test('hashes and addresses as people read them', () => {
  expect(grouped('7f3a91c40be255d8')).toBe('7f3a 91c4 0be2 55d8')
  expect(shortAddress('https://www.courier.example/news/')).toBe('courier.example/news')
})

test.each([
  ['a\tb', 'a\tb'],
  ['\u202eevil\u202c', '⟨U+202E⟩evil⟨U+202C⟩'],
  ['a\u0000b\u200bc', 'a⟨U+0000⟩b⟨U+200B⟩c'],
  ['<p>שלום</p>', '<p>שלום</p>']
])('%j in a source', (text, seen) => {
  expect(visible(text)).toBe(seen)
})

const hash = '0123456789abcdef'
const changes: readonly NotedChange[] = [{ hash, revision: 1002, label: '2', reason: 'figure: 40 → 60 days' }]

test.each<[NoteAbout, string, string, boolean]>([
  [{ kind: 'article' }, 'On the article', '', false],
  [{ kind: 'version', revision: 1003 }, 'On v3', '', false],
  [{ kind: 'version', revision: 1001 }, 'On v1', '', true],
  [{ kind: 'version', revision: 9 }, 'On a version that is no longer here', '', false],
  [{ kind: 'change', hash }, 'On a change in v2', 'figure: 40 → 60 days', true],
  [{ kind: 'change', hash: 'f'.repeat(16) }, 'On a change', '', false]
])('what the note is on: %j', (about, title, more, goes) => {
  const shown: number[] = []
  const { revisions } = history(3)
  const words = describeAbout(about, { revisions, index: 2, changes, onShow: (index) => shown.push(index) })
  words.go?.act()
  expect([words.title, words.more, shown.length === 1]).toEqual([title, more, goes])
})

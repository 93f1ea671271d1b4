import { expect, test } from 'vitest'
import type { Page } from '../../../src/domain/page.ts'
import { joinPages } from '../../../src/library/extract/join-pages.ts'
import { readPage } from '../../../src/library/extract/read-page.ts'

const at = '2026-03-03T12:00:00.000Z'
const head = { kind: 'headline', text: 'The long way home' } as const
const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const
const page = (texts: readonly string[]): Page => ({
  ...readPage('', { url: 'https://news.example/a', at }),
  kind: 'article',
  words: texts.length,
  content: { blocks: [head, ...texts.map(paragraph)], claims: [] }
})

test('the parts of an article become one; the head and what repeats at the ends stand once', () => {
  const note = 'Part of our series on the coast.'
  const joined = joinPages(page(['One.', 'Two.', note]), [page(['Three.', note]), page(['Four.', note])])
  expect(joined.content.blocks.map(({ text }) => text)).toEqual([
    'The long way home',
    'One.',
    'Two.',
    note,
    'Three.',
    'Four.'
  ])
  expect([joined.words, joined.nextPages]).toEqual([7, []])
})

test('a part that is a wall is the answer: an article with a gap would be a wrong one', () => {
  const wall: Page = { ...page([]), kind: 'blocked', reason: 'it holds back robots' }
  expect(joinPages(page(['One.']), [wall, page(['Three.'])])).toBe(wall)
})

const linked = (hrefs: readonly string[], headMarkup = '') =>
  `<head>${headMarkup}</head><article><h1>The long way home</h1><p>One.</p>${hrefs.map((href) => `<a href="${href}">${href}</a>`).join(' ')}</article>`
const nextOf = (url: string, html: string) => readPage(html, { url, at }).nextPages

test.each<[string, string, string[], string[]]>([
  [
    'numbers in a query',
    'https://news.example/a?id=7',
    ['/a?id=7&page=2', '/a?id=7&page=3', '/a?id=8&page=2'],
    ['https://news.example/a?id=7&page=2', 'https://news.example/a?id=7&page=3']
  ],
  [
    'numbers in the path',
    'https://news.example/2026/home/',
    ['/2026/home/2/', '/2026/home/3/', '/2026/away/2/'],
    ['https://news.example/2026/home/2/', 'https://news.example/2026/home/3/']
  ],
  [
    'a word and a number',
    'https://news.example/home',
    ['/home/page/2', '/home/page/3#text'],
    ['https://news.example/home/page/2', 'https://news.example/home/page/3']
  ],
  [
    'the second page has the third after it',
    'https://news.example/home?page=2',
    ['/home', '/home?page=3'],
    ['https://news.example/home?page=3']
  ],
  [
    'a gap ends them',
    'https://news.example/home',
    ['/home?page=2', '/home?page=9'],
    ['https://news.example/home?page=2']
  ],
  ['another host has none', 'https://news.example/home', ['https://other.example/home?page=2'], []],
  ['the next article is no part', 'https://news.example/news/12', ['/news/13', '/news/14'], []]
])('further pages: %s', (_, url, hrefs, expected) => {
  expect(nextOf(url, linked(hrefs))).toEqual(expected)
})

test('rel=next counts where it leads to a part, not where it leads to the next article', () => {
  expect(nextOf('https://news.example/home', linked([], '<link rel="next" href="/home?page=2">'))).toEqual([
    'https://news.example/home?page=2'
  ])
  expect(nextOf('https://news.example/home', linked([], '<link rel="next" href="/away">'))).toEqual([])
})

test('pages of comments are none of the article', () => {
  const html = `<article><h1>Home</h1></article><div class="comments"><a href="/home?page=2">2</a></div>`
  expect(nextOf('https://news.example/home', html)).toEqual([])
})

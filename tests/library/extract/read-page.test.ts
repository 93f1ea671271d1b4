import { expect, test } from 'vitest'
import { readPage } from '../../../src/library/extract/read-page.ts'

const source = { url: 'https://news.example/2026/03/quay-closed', at: '2026-03-03T12:00:00.000Z' }
const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`
const article = page(
  `<title>Quay closed after storm | The Skerrin Post</title>
   <meta property="og:site_name" content="The Skerrin Post">
   <meta name="description" content="The harbour office says repairs will take a month.">
   <link rel="canonical" href="/2026/03/quay-closed">
   <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Quay closed after storm",
   "datePublished":"2026-03-03T09:05:00+01:00","author":[{"@type":"Person","name":"Ann Lee"}],"articleSection":"Harbour",}</script>`,
  `<header><a href="/">The Skerrin Post</a></header>
   <article><h1>Quay closed after storm</h1><p class="standfirst">The harbour office says repairs will take a month.</p>
   <p class="byline">By Ann Lee, port reporter</p><p><time>3 March 2026, 09:05</time> / Updated 2 hours ago</p></article>`
)

test('the head of an article is what the page shows, its facts are what its data says', () => {
  const { content, ...facts } = readPage(article, source)
  expect(content.blocks).toEqual([
    { kind: 'headline', text: 'Quay closed after storm' },
    { kind: 'standfirst', text: 'The harbour office says repairs will take a month.' },
    { kind: 'byline', text: 'By Ann Lee, port reporter' },
    { kind: 'dateline', text: '3 March 2026, 09:05' }
  ])
  expect(facts).toMatchObject({
    byline: 'Ann Lee',
    published: '2026-03-03T08:05:00.000Z',
    updated: '2026-03-03T10:00:00.000Z',
    section: 'Harbour',
    site: 'The Skerrin Post',
    lang: 'en',
    dir: 'ltr',
    canonicalUrl: 'https://news.example/2026/03/quay-closed'
  })
})

test('a time that counts on is a claim without a time, and stands in no block', () => {
  const { claims, blocks } = readPage(article, source).content
  expect(claims.map(({ where, text, at }) => [where, text, at])).toEqual([
    ['visible', '3 March 2026, 09:05', '2026-03-03T09:05'],
    ['visible', 'Updated 2 hours ago', null],
    ['metadata', '2026-03-03T09:05:00+01:00', '2026-03-03T08:05:00.000Z']
  ])
  const later = readPage(article.replace('2 hours ago', '3 hours ago'), source).content
  expect(later.blocks).toEqual(blocks)
})

test.each(['', '<', '<!--', '\0', '<script>', '<table><td><p><h1>x', '<html dir=rtl lang=xx-><h1>'])(
  'reads %j',
  (html) => {
    expect(readPage(html, { url: '', at: '' })).toEqual(readPage(html, { url: '', at: '' }))
  }
)

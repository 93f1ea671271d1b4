import { describe, expect, test } from 'vitest'
import { readMetadata } from '../../../src/library/extract/metadata.ts'
import { parsePage } from '../../../src/library/extract/tree.ts'

const url = 'https://www.news.example/2026/quay'
const at = '2026-03-03T12:00:00.000Z'
const read = (html: string, from = url) => readMetadata(parsePage(html), { url: from, at })
const ld = (json: string) => `<script type="application/ld+json">${json}</script>`

describe('JSON-LD', () => {
  test.each([
    ['an array', '[{"@type":"WebSite","name":"The Post"},{"@type":"NewsArticle","headline":"Quay closed"}]'],
    ['a graph', '{"@graph":[{"@type":"WebPage","name":"Page"},{"@type":"NewsArticle","headline":"Quay closed"}]}'],
    ['a comma too many', '{"@type":"NewsArticle","headline":"Quay closed",}'],
    ['a raw line break in a string', '{"@type":"NewsArticle","headline":"Quay closed","description":"One\ntwo"}'],
    ['a comment around it', '<!-- {"@type":"NewsArticle","headline":"Quay closed"} -->'],
    ['a semicolon after it', '{"@type":"NewsArticle","headline":"Quay closed"};'],
    [
      'another article in a list first',
      '[{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Ferry late"}]},{"@type":"NewsArticle","headline":"Quay closed"}]'
    ],
    [
      'the one with the address of the page',
      `[{"@type":"NewsArticle","headline":"Ferry late","url":"https://www.news.example/ferry"},{"@type":"NewsArticle","headline":"Quay closed","url":"${url}"}]`
    ]
  ])('%s', (_, json) => expect(read(ld(json)).headline).toBe('Quay closed'))

  test('authors are followed to where they are described; references of HTML are read', () => {
    const graph =
      '{"@graph":[{"@type":"Article","headline":"A &amp; B","author":[{"@id":"#p"},"Tim Hof"]},{"@type":"Person","@id":"#p","name":"Ann&#39;s"}]}'
    expect(read(ld(graph))).toMatchObject({ headline: 'A & B', byline: "Ann's, Tim Hof" })
  })
})

test.each([
  [
    'the heading that corresponds',
    '<title>Quay closed after the storm | The Post</title><h1>The Post</h1><h1>Quay closed after storm</h1>',
    'Quay closed after storm'
  ],
  [
    'the title without the site',
    '<meta property="og:site_name" content="The Post"><title>Quay closed - The Post</title>',
    'Quay closed'
  ],
  [
    'the site before the title',
    '<meta property="og:site_name" content="The Post"><title>The Post: news | Quay closed</title><h2>Quay closed</h2>',
    'Quay closed'
  ],
  [
    'the headline without its kicker',
    '<meta property="og:title" content="Quay closed for a month"><h1><span>Harbour</span> <span>Quay closed for a month</span></h1>',
    'Quay closed for a month'
  ],
  [
    'a hidden heading is none',
    '<title>Quay closed</title><h1 style="display:none">Quay closed now</h1><p>Text.</p>',
    'Quay closed'
  ],
  ['Chinese', '<title>码头关闭一个月_新闻网</title><h1>码头关闭一个月</h1>', '码头关闭一个月']
])('headline: %s', (_, html, headline) => expect(read(html).headline).toBe(headline))

test.each([
  ['by its class', '<p class="byline">By Ann Lee</p>', 'Ann Lee', 'By Ann Lee'],
  ['without the time beside it', '<p class="byline">By Ann Lee | 3 hours ago</p>', 'Ann Lee', 'By Ann Lee'],
  ['without the reading time', '<p class="byline">Ann Lee · 4 min read</p>', 'Ann Lee', 'Ann Lee'],
  ['by its words', '<p>Von Lena Brandt und Tim Hof</p>', 'Lena Brandt und Tim Hof', 'Von Lena Brandt und Tim Hof'],
  ['beside a day', '<p>11.12.2019 - Ann Lee</p>', 'Ann Lee', 'Ann Lee'],
  ['a label alone is none', '<p class="author">Posted on</p>', null, undefined],
  ['those of comments are none', '<div class="comments"><p class="author">Tim Hof</p></div>', null, undefined]
])('byline: %s', (_, html, byline, shown) => {
  const { parts, ...metadata } = read(`<title>Quay closed</title><article><h1>Quay closed</h1>${html}</article>`)
  expect([metadata.byline, parts.byline?.text]).toEqual([byline, shown])
})

test.each([
  [
    'a paragraph of the body is none',
    '<meta name="description" content="The harbour office said so on Tuesday ..."><h1>Quay closed</h1><p>The harbour office said so on Tuesday and closed it.</p><p>More of it, and at some length.</p>',
    null
  ],
  [
    'what the description says, in a heading',
    '<meta name="description" content="The harbour office said so."><h1>Quay closed</h1><h2>The harbour office said so.</h2>',
    'The harbour office said so.'
  ],
  [
    'what is called one',
    '<h1>Quay closed</h1><p class="standfirst">The harbour office said so.</p>',
    'The harbour office said so.'
  ],
  [
    'a teaser that leads on is none',
    '<h1>Quay closed</h1><p class="subtitle">The ferry is late again. <a href="/f">More</a></p>',
    null
  ]
])('standfirst: %s', (_, html, standfirst) =>
  expect(read(`<title>Quay closed</title>${html}`).standfirst).toBe(standfirst)
)

test.each([
  ['relative', '<link rel="canonical" href="/a#top">', 'https://www.news.example/a'],
  ['another host of the site', '<link rel="canonical" href="https://news.example/a">', 'https://news.example/a'],
  ['another site', '<link rel="canonical" href="https://evil.example/a">', null],
  ['the home page', '<link rel="canonical" href="https://www.news.example/">', null],
  ['no web address', '<link rel="canonical" href="javascript:alert(1)">', null],
  [
    'og:url where there is no link',
    '<meta property="og:url" content="https://www.news.example/b">',
    'https://www.news.example/b'
  ]
])('canonical address: %s', (_, html, canonical) => expect(read(html).canonicalUrl).toBe(canonical))

const greek = 'Η προβλήτα έκλεισε για έναν μήνα, όπως ανακοίνωσε το λιμεναρχείο την Τρίτη. '.repeat(6)
test.each([
  ['as declared', '<html lang="en-gb"><p>Text', 'en-GB', 'ltr'],
  ['with an underscore', '<meta property="og:locale" content="pt_BR">', 'pt-BR', 'ltr'],
  ['as the text shows where it contradicts', `<html lang="en"><p>${greek}`, 'el', 'ltr'],
  ['Hebrew', '<html lang="he"><p>המזח נסגר לחודש</p>', 'he', 'rtl'],
  ['declared on the article', '<article dir="rtl"><h1>Quay closed</h1></article>', null, 'rtl']
])('language and direction: %s', (_, html, lang, dir) => expect(read(html)).toMatchObject({ lang, dir }))

test.each([
  ['RFC 5322', 'Tue, 03 Mar 2026 09:05:00 +0100', '2026-03-03T08:05:00.000Z'],
  ['ISO 8601', '2026-03-03T09:05:00+0100', '2026-03-03T08:05:00.000Z'],
  ['without a zone', '2026-03-03 09:05:30', '2026-03-03T09:05:30'],
  ['a day', '20260303', '2026-03-03'],
  ['seconds since 1970', '1772528700', '2026-03-03T09:05:00.000Z'],
  ['in words', '3. März 2026, 09:05 Uhr', '2026-03-03T09:05'],
  ['no day there is', '2026-02-30', null],
  ['nothing', 'soon', null]
])('published, in %s', (_, content, published) => {
  expect(
    read(`<meta property="article:published_time" content="${content}">`, 'https://news.example/a').published
  ).toBe(published)
})

test('relative times of other articles are no claims of this one', () => {
  const others =
    '<p>Ferry late again as the storm goes on over the whole of the northern coast, and nobody knows for how long it will.</p><p>3 hours ago</p>'
  const { claims } = read(
    `<title>Quay closed</title><h1>Quay closed</h1><p>3 March 2026</p><p>Text.</p>${others.repeat(4)}`
  )
  expect(claims.map(({ text }) => text)).toEqual(['3 March 2026'])
})

import { describe, expect, test } from 'vitest'
import { newEntries, feedInterval } from '../../../src/library/feeds/new-entries.ts'
import { parseFeed } from '../../../src/library/feeds/parse.ts'
import { parseOpml, writeOpml } from '../../../src/library/feeds/opml.ts'
import { discover } from '../../../src/library/feeds/discover.ts'
import { addressesIn } from '../../../src/library/address/addresses-in.ts'

const url = 'https://harbour.example/feeds/news.xml'

test('RSS as it comes: white space first, entities nobody declared, relative links, HTML in titles', () => {
  const feed = parseFeed(
    `\uFEFF\n <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
      <title>Harbour &amp;amp; Quay</title><link>/</link><language>en_GB</language><ttl>45</ttl>
      <item><title><![CDATA[Sea <b>wall</b> &eacute;]]></title><link>../wall</link><guid isPermaLink="false">7</guid>
        <pubDate>Thu, 26 Nov 26 08:00 GMT</pubDate><dc:creator>I. Marsh</dc:creator><description>&lt;p&gt;One&nbsp;line&lt;/p&gt;</description></item>
      <item><title>No link<guid>https://harbour.example/by-guid</guid></item>
      <item><title>Leads nowhere</title><link>javascript:alert(1)</link></item>`,
    { url }
  )
  expect(feed).toMatchObject({ kind: 'rss', title: 'Harbour & Quay', homepage: 'https://harbour.example/', lang: 'en-GB', ttl: 45 }) // prettier-ignore
  expect(feed!.entries[0]).toEqual({
    url: 'https://harbour.example/wall',
    id: '7',
    title: 'Sea wall é',
    published: '2026-11-26T08:00:00.000Z',
    updated: null,
    author: 'I. Marsh',
    summary: 'One line'
  })
  expect(feed!.entries.every((entry) => entry.url.startsWith('https://harbour.example/'))).toBe(true)
})

describe('the other kinds', () => {
  test.each([
    [
      'atom',
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/a/"><entry><link href="b"/><id>x</id></entry></feed>'
    ],
    [
      'rdf',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel/><item rdf:about="/a/b"/></rdf:RDF>'
    ],
    ['json', '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1,"url":"/a/b"}]}'],
    ['sitemap', '<urlset><url><loc> https://harbour.example/a/b </loc></url></urlset>'],
    ['sitemap', '<sitemapindex><sitemap><loc>/a/b</loc></sitemap></sitemapindex>']
  ])('%s', (kind, text) => {
    const feed = parseFeed(text, { url })
    expect([feed?.kind, feed?.entries.map((entry) => entry.url)]).toEqual([kind, ['https://harbour.example/a/b']])
  })

  test.each(['', 'words', '<html><rss></rss></html>', '{"items":1}', '[]', '<opml/>', '{'])('no feed: %s', (text) =>
    expect(parseFeed(text, { url })).toBeNull()
  )
})

test('a news sitemap tells titles and dates', () => {
  const news = `<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://harbour.example/w</loc>
    <n:news><n:publication_date>2026-11-26T09:00+01:00</n:publication_date><n:title>Wall</n:title></n:news></url></urlset>`
  expect(parseFeed(news, { url })!.entries[0]).toMatchObject({ title: 'Wall', published: '2026-11-26T08:00:00.000Z' })
})

describe('what an attacker writes', () => {
  const rss = (inside: string) => `<rss><channel>${inside}`
  const laughs = `<!DOCTYPE r [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at} "&a;&a;&a;&a;">`).join('')}]>`
  test.each([
    ['entities in entities', `${laughs}${rss('<title>&a29;</title>')}`],
    ['open elements', rss('<item><title>'.repeat(100_000))],
    ['deep elements', rss('<a>'.repeat(200_000))],
    ['nothing but <', rss(`<title>${'<'.repeat(300_000)}`)],
    ['many attributes', rss(`<item ${Array.from({ length: 100_000 }, (_, at) => `a${at}="x"`).join(' ')}>`)],
    ['many namespaces', rss(Array.from({ length: 50_000 }, (_, at) => `<a xmlns:b${at}="x">`).join(''))],
    ['many entries', rss('<item><link>https://harbour.example/a</link></item>'.repeat(20_000))],
    ['deep JSON', `{"items":${'['.repeat(500_000)}`]
  ])('%s: read in bounds', (_, text) => {
    const feed = parseFeed(text, { url })
    expect(feed?.entries.length ?? 0).toBeLessThanOrEqual(5000)
    expect(feed?.title?.length ?? 0).toBeLessThanOrEqual(4000)
    expect(feed?.title ?? '').not.toContain('haha')
  })
})

test('new entries: newest first, known ones and repetitions left out', () => {
  const item = (path: string, date: string) => `<item><link>https://harbour.example/${path}</link><pubDate>${date}</pubDate></item>` // prettier-ignore
  const text = `<rss><channel>${item('old', '2026-11-20')}${item('new', '2026-11-25')}${item('new?utm_source=x', '2026-11-25')}${item('', '2026-11-25')}${item('known', '2026-11-24')}`
  const feed = parseFeed(text, { url })!
  const now = Date.parse('2026-11-26')
  const known = (key: string) => key === 'harbour.example/known'
  const found = (most: number) => newEntries(feed, known, { now, most }).map((entry) => entry.url)
  expect(found(30)).toEqual(['https://harbour.example/new', 'https://harbour.example/old'])
  expect(found(1)).toEqual(['https://harbour.example/new'])
})

test('the pause between two looks at a feed', () => {
  const now = Date.parse('2026-11-26T12:00:00Z')
  const every = (minutes: number) => Array.from({ length: 9 }, (_, at) => ({ url, id: null, title: null, updated: null, author: null, summary: null, published: new Date(now - at * minutes * 60_000).toISOString() })) // prettier-ignore
  const pause = (entries: ReturnType<typeof every>, ttl: number | null = null, cacheMinutes = 0) => feedInterval({ ttl, cacheMinutes, entries, now }) // prettier-ignore
  expect([pause(every(40)), pause(every(2)), pause(every(100_000)), pause([])]).toEqual([20, 5, 1440, 60])
  expect([pause(every(2), 30), pause(every(2), 30, 90), pause(every(2), 99_999)]).toEqual([30, 90, 1440])
})

test('OPML: nested folders, and written so that it reads the same', () => {
  const text = `<opml><body><outline text="News"><outline title="Local"><outline text="A &amp; B" xmlUrl="feed://a.example/f"/></outline></outline>
    <outline xmlUrl="https://b.example/f"/><outline text="x" xmlUrl="javascript:1"/></body></opml>`
  const list = parseOpml(text)!
  expect(list).toEqual([
    { folder: 'News / Local', title: 'A & B', url: 'https://a.example/f' },
    { folder: null, title: 'https://b.example/f', url: 'https://b.example/f' }
  ])
  expect(parseOpml(writeOpml(list))).toEqual(list)
  expect(parseOpml('<rss/>')).toBeNull()
})

test('a page names its feeds, twins and sitemaps', () => {
  const html = `<base href="/x/"><link rel="alternate" type="application/rss+xml" href="comments.xml" title="Comments">
    <link rel="alternate" type="application/atom+xml" href="news.atom" title="News"><link rel=canonical href="/story">
    <link rel=amphtml href=/story/amp><a href="/feed/">RSS</a><a href="/feedback">Tell us</a>`
  const found = discover(html, 'https://harbour.example/', 'Sitemap: https://harbour.example/map.xml')
  const path = (address: string) => new URL(address).pathname
  expect(found.feeds.map((feed) => path(feed.url))).toEqual(['/x/news.atom', '/feed/', '/x/comments.xml'])
  expect([found.canonical, found.amp, found.sitemaps[0]].map((address) => path(address!))).toEqual(['/story', '/story/amp', '/map.xml']) // prettier-ignore
})

test.each([
  ['example.org/news', ['https://example.org/news']],
  [
    'Look: https://example.org/a_(b), and (http://example.org/c).',
    ['https://example.org/a_(b)', 'http://example.org/c']
  ],
  ['# a comment\r\nhttps://example.org/1\r\nhttps://example.org/2\r\nhttps://example.org/1', ['https://example.org/1', 'https://example.org/2']], // prettier-ignore
  ['e.g. this file.notadomain and me@example.org say nothing', []],
  ['javascript:alert(1)', []]
])('the addresses in %j', (text, addresses) => expect(addressesIn(text)).toEqual(addresses))

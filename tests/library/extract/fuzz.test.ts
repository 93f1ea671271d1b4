import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { pageKinds } from '../../../src/domain/page.ts'
import { readPage } from '../../../src/library/extract/read-page.ts'

/** Third-party cases that are read in place, where they are unpacked. */
const suites = resolve(import.meta.dirname, '../../../.cache/data/suites')
const has = (path: string) => existsSync(resolve(suites, path))
const source = { url: 'https://news.example/2026/quay', at: '2026-03-03T12:00:00.000Z' }

/** Reads a page twice; what is wrong with what comes out. Whatever is thrown fails the test. */
function faults(html: string): string[] {
  const page = readPage(html, source)
  const addresses = [page.canonicalUrl, page.ampUrl, ...page.nextPages].filter((url) => url !== null)
  const found = [
    isDeepStrictEqual(readPage(html, source), page) ? '' : 'differs the second time',
    pageKinds.includes(page.kind) ? '' : `has a kind of its own, ${page.kind}`,
    page.content.blocks.some(({ text, kind }) => text === '' && kind !== 'image' && kind !== 'embed')
      ? 'has an empty block'
      : '',
    addresses.every((url) => /^https?:\/\//u.test(url)) ? '' : 'leads somewhere else than to the web'
  ]
  return found.filter((fault) => fault !== '').map((fault) => `${fault}: ${html.slice(0, 500)}`)
}

test.runIf(has('html5lib/tree-construction'))('the cases of html5lib (files beside the checkout) are read', () => {
  const folder = resolve(suites, 'html5lib/tree-construction')
  const cases = readdirSync(folder)
    .filter((name) => name.endsWith('.dat'))
    .flatMap((name) =>
      readFileSync(resolve(folder, name), 'utf8')
        .split(/^#data\n/mu)
        .slice(1)
    )
    .map((one) => one.split(/\n#errors/u, 1)[0]!)
  expect(cases.length).toBeGreaterThan(1000)
  expect(cases.flatMap(faults)).toEqual([])
})

test.runIf(has('xss'))('what was made to run scripts (files beside the checkout) is read as text', () => {
  const payloads = [
    'dompurify-suite-strings',
    'owasp-filter-evasion',
    'payloadsallthethings',
    'naughty-strings'
  ].flatMap((name) => {
    const file = readFileSync(resolve(suites, 'xss', `${name}.json`), 'utf8')
    return (JSON.parse(file) as { readonly cases: readonly { readonly payload: string }[] }).cases
  })
  const pages = payloads.flatMap(({ payload }) => [
    `${payload}<title>${payload}</title><h1>${payload}</h1><p class="byline">${payload}</p><a rel="next" href="${payload}">`,
    `<meta property="og:title" content="${payload}"><link rel="canonical" href="${payload}"><script type="application/ld+json">${payload}</script>`
  ])
  expect(pages.length).toBeGreaterThan(1500)
  expect(pages.flatMap(faults)).toEqual([])
})

const whole = `<!doctype html><html lang="en" dir="ltr"><head><title>Quay closed | The Post</title><base href="https://news.example/b/">
<meta property="article:published_time" content="2026-03-03T09:05:00+01:00"><link rel="canonical" href="/a"><link rel="next" href="/2026/quay?page=2">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","@id":"#a","headline":"Quay closed","author":{"@id":"#p"},"datePublished":"2026-03-03"},{"@type":"Person","@id":"#p","name":"Ann Lee"}]}</script>
</head><body><article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Quay closed</h1><p class="standfirst">It is shut.</p>
<p class="byline">By <a rel="author">Ann Lee</a> | <time datetime="2026-03-03T09:05Z">3 hours ago</time></p><p>The harbour office said so.</p></article></body></html>`

/** A generator of numbers that is the same each time (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % sides
  }
}

test('a page that was cut, doubled or scrambled anywhere is read', () => {
  const roll = dice(20_260_303)
  const bits = [
    '<',
    '>',
    '"',
    '\\',
    '{',
    '}',
    '\0',
    '\u202e',
    '&#xD800;',
    '</h1>',
    '<table>',
    '<svg>',
    '<template>',
    '<!--',
    '9999999999999',
    '-',
    ' '
  ]
  const pages = Array.from({ length: 500 }, () => {
    let html = whole
    for (let n = roll(6); n >= 0; n--) {
      const [from, length] = [roll(html.length), roll(60)]
      const middle = [bits[roll(bits.length)]!, '', html.slice(from, from + length).repeat(1 + roll(3))][roll(3)]!
      html = html.slice(0, from) + middle + html.slice(from + length)
    }
    return html
  })
  expect(pages.flatMap(faults)).toEqual([])
})

test.each<[string, string]>([
  ['nested 50,000 deep', '<div class="byline">'.repeat(50_000) + 'By Ann Lee'],
  ['JSON that is nested 20,000 deep', `<script type="application/ld+json">${'{"a":['.repeat(20_000)}</script>`],
  [
    'whole JSON nested 2,000 deep',
    `<script type="application/ld+json">${'{"@type":"Article","a":['.repeat(2000)}${']}'.repeat(2000)}</script>`
  ],
  ['100,000 headings', '<h1>Quay closed</h1>'.repeat(100_000)],
  ['100,000 lines of dates', '<p>3 March 2026</p>'.repeat(100_000)],
  ['a headline of 5 MB', `<title>${'- '.repeat(2_500_000)}</title><h1>${'a '.repeat(2_500_000)}</h1>`],
  ['50,000 links of pages', '<a href="?page=2">2</a>'.repeat(50_000)],
  ['20,000 meta elements', '<meta property="og:title" content="Quay closed">'.repeat(20_000)],
  [
    'an attribute of 5 MB',
    `<p class="${'byline '.repeat(700_000)}" style="${'a:b;'.repeat(1_000_000)}">By Ann Lee</p>`
  ],
  ['one word of 5 MB', `<h1>${'x'.repeat(5_000_000)}</h1>`],
  ['white space of 5 MB', `<h1>a${' \n\t'.repeat(1_700_000)}b</h1>`]
])('%s', (_, html) => {
  expect(() => readPage(html, source)).not.toThrow()
})

import { expect, test } from 'vitest'
import { readBody, type BodyHints } from '../../../src/library/extract/body.ts'
import { parsePage } from '../../../src/library/extract/tree.ts'

const hints: BodyHints = {
  url: 'https://news.example/2026/harbour',
  headline: 'Harbour opens',
  standfirst: null,
  byline: null,
  articleBody: null,
  lang: 'en'
}
const body = (html: string, known: Partial<BodyHints> = {}) => readBody(parsePage(html), { ...hints, ...known })
const told = (html: string, known?: Partial<BodyHints>) =>
  body(html, known).blocks.map(({ kind, text }) => `${kind}: ${text}`)

const first =
  'The harbour opened on Monday after four years of work, and the first ferry left at noon with two hundred guests.'
const last = 'The second ferry will follow in spring, said the mayor, who had come with her whole family to see it.'

const around = `<nav><a href="/">Home</a> <a href="/news">News</a></nav><main><article><h1>Harbour opens</h1>
  <p class="byline">By Ada Muster</p><div class="share-bar"><a href="/s">Share this</a></div>`
const below = `<div class="related-posts"><h3>Related</h3><ul><li><a href="/a">Ferry sinks in a storm</a></li></ul></div>
  <section id="comments"><p>I was there, and it was a very fine day for the whole town, I must say.</p></section></article></main>
  <footer>All rights reserved.</footer>`

test.each<[what: string, inside: string, blocks: string[]]>([
  ['paragraphs', `<p>${first}</p><p>${last}</p>`, [`paragraph: ${first}`, `paragraph: ${last}`]],
  [
    'a heading, a list and a quote',
    `<p>${first}</p><h2>The guests</h2><ul><li>Ada</li></ul><blockquote><p>It is a good day.</p></blockquote><p>${last}</p>`,
    [`paragraph: ${first}`, 'heading: The guests', 'list-item: Ada', 'quote: It is a good day.', `paragraph: ${last}`]
  ],
  ['text between blocks', `<div>${first}<p>${last}</p></div>`, [`paragraph: ${first}`, `paragraph: ${last}`]],
  [
    'a break as a line, two as a paragraph',
    `<div>${first}<br>So it was.<br><br>${last}</div>`,
    [`paragraph: ${first}\nSo it was.`, `paragraph: ${last}`]
  ],
  [
    'a table of data',
    `<p>${first}</p><table><tr><th>Ferry</th><th>Seats</th></tr><tr><td>One</td><td>200</td></tr></table><p>${last}</p>`,
    [`paragraph: ${first}`, 'table-row: Ferry\tSeats', 'table-row: One\t200', `paragraph: ${last}`]
  ],
  [
    'lines of code',
    `<p>${first}</p><pre>a\n  b</pre><p>${last}</p>`,
    [`paragraph: ${first}`, 'paragraph: a\n  b', `paragraph: ${last}`]
  ],
  [
    'an advert label between',
    `<p>${first}</p><p>Advertisement</p><p>${last}</p>`,
    [`paragraph: ${first}`, `paragraph: ${last}`]
  ],
  [
    'hidden text',
    `<p>${first}</p><p hidden>Secret words.</p><p style="display: none">More.</p><p>${last}</p>`,
    [`paragraph: ${first}`, `paragraph: ${last}`]
  ],
  [
    'a picture with its caption',
    `<p>${first}</p><figure><img src="/h.jpg" alt="The pier"><figcaption>Guests on the pier.</figcaption></figure><p>${last}</p>`,
    [`paragraph: ${first}`, 'image: The pier', 'caption: Guests on the pier.', `paragraph: ${last}`]
  ],
  [
    'a hidden mail address',
    `<p>${first}</p><p>Write to <a href="/cdn-cgi/l/email-protection" data-cfemail="2a4b6a48044949">[email protected]</a> today.</p><p>${last}</p>`,
    [`paragraph: ${first}`, 'paragraph: Write to a@b.cc today.', `paragraph: ${last}`]
  ]
])('keeps the article alone: %s', (_, inside, blocks) => {
  expect(told(`${around}<div>${inside}</div>${below}`)).toEqual(blocks)
})

test('links carry absolute addresses and stand in the text in order', () => {
  const [found] = body(
    `${around}<p>See <a href="plan.html">the plan</a> and <a href="#map">the map</a>. ${first}</p>${below}`
  ).blocks
  expect(found!.links).toEqual([
    { text: 'the plan', href: 'https://news.example/2026/plan.html' },
    { text: 'the map', href: 'https://news.example/2026/harbour#map' }
  ])
  expect(found!.text.startsWith('See the plan and the map.')).toBe(true)
})

test('other adverts, counters and related links leave the blocks as they are', () => {
  const page = (noise: string) =>
    told(`${around}<p>${first}</p><div class="ad-slot" id="x${noise}">Buy ${noise} now!</div><p>${last}</p>
      <div class="related"><a href="/${noise}">Story ${noise}</a></div><span class="view-count">${noise} views</span>${below}`)
  expect(page('17')).toEqual(page('40125'))
  expect(page('17')).toEqual([`paragraph: ${first}`, `paragraph: ${last}`])
})

test('tells what was left out, where it stood and why', () => {
  const { removals } = body(`${around}<p>${first}</p><p>${last}</p>${below}`)
  expect(removals.map(({ step }) => step)).toEqual(
    expect.arrayContaining(['share-bar', 'related', 'comments', 'headline'])
  )
  const share = removals.find(({ step }) => step === 'share-bar')!
  expect(share.node).toMatch(/article > div\.share-bar$/)
  expect(share.text).toBe('Share this')
})

test('a part whose name misleads is kept where the data of the page tells its words', () => {
  const html = `<main><div class="intro"><p>${last} ${last} ${last}</p></div><div class="share"><p>${first}</p><p>${first.replace('Monday', 'Friday')}</p></div></main>`
  const articleBody = `${first} ${first.replace('Monday', 'Friday')} ${last} ${last}`
  expect(told(html)).not.toContain(`paragraph: ${first}`)
  expect(told(html, { articleBody })).toContain(`paragraph: ${first}`)
})

test('a whole document of rules is its body, its first headings included', () => {
  const rules = [1, 2, 3].map((n) => `<h1>${n}. Section</h1><p>${first}</p>`).join('')
  expect(
    told(`<nav>Menu</nav><div id="page"><h1>Terms</h1>${rules}</div>`).filter((one) => one.startsWith('heading'))
  ).toContain('heading: 2. Section')
})

test('a page that stands in noscript is read when there is nothing else', () => {
  expect(told(`<body><noscript><div><p>${first}</p><p>${last}</p></div></noscript>`)).toEqual([
    `paragraph: ${first}`,
    `paragraph: ${last}`
  ])
})

test.each<[string, string]>([
  ['nothing', ''],
  ['only navigation', '<nav><a href="/">Home</a></nav>'],
  ['a picture alone', '<img src="/a.jpg" alt="">']
])('has no text where the page has none: %s', (_, html) => {
  expect(told(html).filter((one) => !one.startsWith('image'))).toEqual([])
})

test('depth and width cost no more than their number', () => {
  const deep = '<div>'.repeat(20_000) + `<p>${first}</p>`
  const wide = '<p>ab. '.repeat(50_000)
  expect(told(deep)).toEqual([`paragraph: ${first}`])
  expect(told(wide).length).toBe(50_000)
})

// What pages say about themselves, as we read it and as Mozilla's Readability does, held against what three data sets
// expect: what Readability and newspaper4k say themselves, and what people noted of trafilatura's pages.
// Misses go to .cache/bench/metadata-misses.txt; an explained miss is one where the page itself shows that the
// expectation is a habit of the program it was recorded from.
import { Readability } from '@mozilla/readability'
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readPage } from '../src/library/extract/read-page.ts'
import { folded } from '../src/library/extract/metadata/likeness.ts'
import { shownText } from '../src/library/extract/metadata/shown.ts'
import { elementsUnder, parsePage } from '../src/library/extract/tree.ts'
import { table } from './library/measure.ts'
import { judge, type PageText } from './metadata/judge.ts'
import {
  annotatedPages,
  newspaperPages,
  readabilityPages,
  type Expected,
  type Field,
  type TestPage
} from './metadata/pages.ts'

interface Window {
  readonly window: { readonly document: ConstructorParameters<typeof Readability>[0] }
}
interface Jsdom {
  readonly JSDOM: new (html: string, options: object) => Window
  readonly VirtualConsole: new () => object
}
/** It has no types of its own. */
const jsdom = 'jsdom'
const { JSDOM, VirtualConsole } = (await import(jsdom)) as Jsdom

type Reader = (page: TestPage) => Expected

const ours: Reader = ({ html, url }) => {
  const { headline, byline, lang, dir, published, site, canonicalUrl } = readPage(html, {
    url,
    at: '2026-01-01T00:00:00.000Z'
  })
  return { title: headline, byline, lang, dir, published, site, canonical: canonicalUrl }
}

const readability: Reader = ({ html, url }) => {
  const read = new Readability(
    new JSDOM(html, { url: url || 'http://fakehost/', virtualConsole: new VirtualConsole() }).window.document
  ).parse()
  const text = (value: string | null | undefined) => (value === undefined || value === '' ? null : value)
  return {
    title: text(read?.title),
    byline: text(read?.byline),
    lang: text(read?.lang),
    dir: text(read?.dir) ?? 'ltr',
    published: text(read?.publishedTime),
    site: text(read?.siteName),
    canonical: null
  }
}

function pageText(html: string): PageText {
  const headings = new Set<string>()
  for (const element of elementsUnder(parsePage(html))) {
    const isHeadline = element.attrs.some(
      ({ name, value }) => (name === 'itemprop' || name === 'class') && /headline|title/u.test(value)
    )
    if (/^h[1-3]$/u.test(element.tagName) || isHeadline) headings.add(folded(shownText(element)))
  }
  return {
    headings,
    whole: html
      .normalize('NFKD')
      .replace(/\p{Mn}+/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
  }
}

const fields: readonly Field[] = ['title', 'byline', 'lang', 'dir', 'published', 'site', 'canonical']
const misses: string[] = []

function score(reader: string, pages: readonly (readonly [TestPage, Expected, PageText])[]): string[][] {
  return fields.flatMap((field) => {
    const asked = pages.filter(([{ expected }]) => expected[field] !== undefined)
    if (asked.length === 0) return []
    const judged = asked.map(([page, found, text]) => {
      const answer = { field, expected: page.expected[field] ?? null, found: found[field] ?? null, page: text }
      const judgement = judge(answer)
      const word = typeof judgement === 'string' ? judgement : `explained (${judgement.because})`
      if (judgement !== 'right')
        misses.push(
          `${reader} ${field} ${page.name}: ${word}\n  expected ${answer.expected}\n  found    ${answer.found}`
        )
      return judgement
    })
    const right = judged.filter((one) => one === 'right').length
    const wrong = judged.filter((one) => one === 'wrong').length
    const share = (n: number) => `${((100 * n) / asked.length).toFixed(1)} %`
    return [
      [
        `${field}, ${reader}`,
        share(right),
        String(judged.length - right - wrong),
        String(wrong),
        share(asked.length - wrong)
      ]
    ]
  })
}

for (const [set, pages] of [
  ['b-readability', readabilityPages()],
  ['b-newspaper4k', newspaperPages()],
  ['b-trafilatura', annotatedPages()]
] as const) {
  if (pages.length === 0) {
    console.log(`${set} is not unpacked`)
    continue
  }
  const texts = pages.map(({ html }) => pageText(html))
  const rows = (
    [
      ['ours', ours],
      ['Readability', readability]
    ] as const
  ).flatMap(([name, reader]) =>
    score(
      name,
      pages.map((page, at) => [page, reader(page), texts[at]!] as const)
    )
  )
  console.log(`\n${set}: ${pages.length}`)
  console.log(
    table(
      ['', 'as expected', 'explained', 'wrong', 'not wrong'],
      rows.sort((a, b) => a[0]!.localeCompare(b[0]!))
    )
  )
}
const folder = resolve(import.meta.dirname, '../.cache/bench')
mkdirSync(folder, { recursive: true })
writeFileSync(resolve(folder, 'metadata-misses.txt'), `${misses.join('\n')}\n`)

import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { textLines } from '../../../src/library/exchange/patch.ts'
import { withText } from '../../../src/library/exchange/png-text.ts'
import { verifierSource } from '../../../src/library/exchange/report-verifier.ts'
import { readContent } from '../../../src/library/content.ts'
import { liveArticles } from '../../../src/library/store/export-facts.ts'
import type { Store } from '../../../src/library/store/open.ts'
import { readTimemap } from '../../../src/library/timemap.ts'
import { contentOf, emptyStore, newArticle, see } from '../stories.ts'
import { sampleStore, writePair } from './samples.ts'

const verifier = resolve(import.meta.dirname, '../../../resources/verify-report.py')
let store: Store
beforeAll(async () => {
  store = await sampleStore()
})

const check = (report: string) => spawnSync('python3', [verifier, report], { encoding: 'utf8' })

/** An article with what HTML, JSON and Python may take for something else. */
function awkward(): { readonly store: Store; readonly article: number } {
  const awkwardStore = emptyStore()
  const article = newArticle(awkwardStore)
  const odd = 'a\u0000b\u0085c\u2028d\u202ee\ud800f</pre><b> "q" \\u0041 &amp; \u007f  two   spaces 😀 \r\n next'
  see(
    awkwardStore,
    article,
    { at: '2026-03-03T09:00:00.000Z', content: contentOf('One', `Before ${odd}`, 'It stays.') },
    { at: '2026-03-03T10:00:00.000Z', content: null, outcome: 'server-error', status: 503 },
    { at: '2026-03-03T12:00:00.000Z', content: contentOf('Two', 'It stays.', `After ${odd}`) }
  )
  return { store: awkwardStore, article }
}

test('the script in a report is the one that comes with the program', () => {
  expect(readFileSync(verifier, 'utf8')).toBe(verifierSource)
})

test('a stranger checks the report of every sample article with nothing but the file', async () => {
  for (const article of liveArticles(store)) {
    const { status, stdout } = check(await writePair(store, article, 'html'))
    expect([article, status, stdout]).toEqual([article, 0, expect.stringMatching(/^(\d+) of \1 checks fit\.\n$/u)])
  }
})

test('texts with control characters, half pairs and markup are checked too', async () => {
  const one = awkward()
  const report = await writePair(one.store, one.article, 'html')
  expect(check(report)).toMatchObject({ status: 0 })
  const [, evidence] = /data-is="evidence"[^>]*>([^<]*)/u.exec(readFileSync(report, 'utf8'))!
  expect(/[\0\u0085\u2028\u202e]/u.test(evidence!)).toBe(false)
})

test.each([
  ['a word of a text that is shown', (html: string) => html.replace(/(data-is="block:5:1">)./u, '$1X')],
  ['a hash that is stated', (html: string) => html.replace(/(data-is="text:3">)./u, '$1x')],
  [
    'a word in the evidence',
    (html: string) => html.replace(/(data-is="evidence"[^]*)rebuild the footings/u, '$1rebuilt the footings')
  ],
  ['a time in a record', (html: string) => html.replace('2026-03-03T09:12:00.000Z', '2026-03-02T09:12:00.000Z')],
  ['a paragraph that is not there', (html: string) => html.replace(/<p dir="auto"><span data-is="block:5:2">.*/u, '')],
  ['the evidence itself', (html: string) => html.replace('data-is="evidence"', '')]
])('the script finds a change of %s', async (_, change) => {
  const report = await writePair(store, 1, 'html')
  const html = readFileSync(report, 'utf8')
  const changed = change(html)
  expect(changed).not.toBe(html)
  writeFileSync(report, changed)
  const { status, stdout } = check(report)
  expect(status).toBe(1)
  expect(stdout).toContain('DOES NOT FIT')
})

test('a report says when changes happened as windows, and what was seen in between', async () => {
  const html = readFileSync(await writePair(store, 1, 'html'), 'utf8')
  expect(html).toContain('Timeline with 5 versions and 1 failed checks')
  expect(html).toContain('changed between 3 Mar 2026, 09:42:00 GMT and 4 Mar 2026, 08:15:00 GMT')
  expect(html).toContain('The site could not answer <small dir="auto">(HTTP 503, Service Unavailable)</small>')
  expect(html.match(/<details class="whole">/gu)).toHaveLength(2)
  expect(html).not.toMatch(/<script|<link|<img|<iframe|href=|url\(|\son\w+=/u)
})

test('a patch makes the newer text of the older one', async () => {
  for (const article of [1, 2, 10, 16]) {
    const { revisions } = readTimemap(store, article)
    const patch = await writePair(store, article, 'patch')
    const file = join(dirname(patch), 'article.txt')
    writeFileSync(file, textLines(readContent(store, revisions[0]!.id)))
    execFileSync('patch', ['-p0', '-s', '-i', patch], { cwd: dirname(patch) })
    expect(readFileSync(file, 'utf8')).toBe(textLines(readContent(store, revisions.at(-1)!.id)))
  }
})

test('a PDF is the report, printed; without a window it is refused by name', async () => {
  const jobs: string[] = []
  const path = await writePair(store, 1, 'pdf', async (job) => {
    jobs.push(job.as)
    expect(job.html).toContain('data-is="evidence"')
    return Buffer.from('%PDF-1.7')
  })
  expect([jobs, readFileSync(path, 'latin1')]).toEqual([['pdf'], '%PDF-1.7'])
  await expect(writePair(store, 1, 'pdf')).rejects.toThrow('nothing here can print')
})

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)

test('a card shows the largest change, and says it in words inside the picture', async () => {
  let html = ''
  const path = await writePair(store, 2, 'card', async (job) => {
    html = job.html
    return dot
  })
  expect(html).toContain('<del>')
  expect(html).toContain('changed between')
  expect(html).not.toMatch(/<script|<img|<link|url\(/u)
  const png = readFileSync(path)
  const at = png.indexOf('iTXt')
  expect(at).toBe(8 + 25 + 4)
  expect(png.toString('utf8')).toContain('Description\0\0\0\0\0')
  expect(png.toString('utf8')).toMatch(/removed: “[^”]+”/u)
})

test('only a PNG takes a text', () => {
  expect(() => withText(Buffer.from('GIF89a'), 'Description', 'x')).toThrow(RangeError)
})

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportFormats, exportWords, extensions, type ExportFormat } from '../../src/contract/exporting.ts'
import { comparisonJson } from '../../src/library/exchange/comparison-json.ts'
import { exportPair, saveText } from '../../src/library/exchange/export.ts'
import type { Store } from '../../src/library/store/open.ts'
import { readTimemap } from '../../src/library/timemap.ts'
import { contentOf, emptyStore, newArticle, see } from './stories.ts'

const now = new Date('2026-03-10T12:00:00.000Z')
const hostile = '</style><script>alert(1)</script>&amp; <img src=x onerror="alert(2)">'
const wall = 'The wall was last strengthened after the storm of 1961, when eleven houses were lost.'
/** What a window would answer: a PNG of one dot. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const print = () => Promise.resolve(Buffer.from(dot, 'base64'))
const folder = () => mkdtempSync(join(tmpdir(), 'palimpsest-export-'))

/** Two versions of an article that says hostile things, with a note on the newer one. */
function library() {
  const store = emptyStore()
  const article = newArticle(store)
  see(
    store,
    article,
    { at: '2026-03-03T09:00:00.000Z', content: contentOf('Council moves 40', wall, `Before ${hostile}`) },
    { at: '2026-03-03T12:00:00.000Z', content: contentOf('Council moves 60', wall, `After ${hostile}`, '* star\u0007') }
  )
  const [older, newer] = readTimemap(store, article).revisions.map(({ id }) => id) as [number, number]
  store
    .prepare('INSERT INTO note (article_id, revision_id, text, created_at, updated_at) VALUES (?, ?, ?, ?, ?)')
    .run(article, newer, 'Ask the <b>council</b>', now.toISOString(), now.toISOString())
  return { store, article, older, newer }
}

const words = Object.fromEntries(exportWords.map((word) => [word, `${word} {a} {b}`]))

async function written(
  store: Store,
  pair: { readonly older: number; readonly newer: number },
  format: ExportFormat,
  notes = true
) {
  // prettier-ignore
  const path = join(folder(), `out.${extensions[format]}`)
  const wanted = { ...pair, format, path, notes, words: words as never, locale: 'en', timeZone: 'UTC' }
  expect(await exportPair(store, wanted, { now, keeps: true })).toEqual({ state: 'written' })
  expect(readdirSync(join(path, '..'))).toEqual([`out.${extensions[format]}`])
  return readFileSync(path, 'utf8')
}

test('a report is one file without script, network or markup of the page', async () => {
  const { store, ...pair } = library()
  const html = await written(store, pair, 'html')
  expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'")
  expect(html).not.toMatch(/<script|<img|<link|<iframe|<object|onerror="|src=(?!x)|href=|url\(|@import/u)
  expect(html).toContain('&#60;script&#62;alert(1)&#60;/script&#62;')
  expect(html).not.toContain('\u0007')
  expect(html).toContain('Ask the &#60;b&#62;council')
  expect(html.match(/<code data-is="[a-z]+:\d+">[0-9a-f]{64}<\/code>/gu)?.length).toBeGreaterThanOrEqual(4)
  expect(html).toMatch(/<del>[^<]*40/u)
  expect(html).toMatch(/<ins>[^<]*60/u)
  expect(html).toContain('between Mar 3, 2026')
})

test('Markdown says what changed and leaves no markup to the page', async () => {
  const { store, ...pair } = library()
  const markdown = await written(store, pair, 'markdown')
  expect(markdown).toContain('# Council moves 60')
  expect(markdown).toContain('~~40~~**60**')
  expect(markdown).not.toMatch(/(?<!\\)<(?:script|img|b)/u)
  expect(markdown).toContain(String.raw`\*`)
  expect(markdown).toContain('Ask the')
})

test('plain text has the marks of a copy, and what the reader noted only where that is wanted', async () => {
  const { store, ...pair } = library()
  expect(await written(store, pair, 'text')).toContain('Council moves [-40-]{+60+}')
  expect(await written(store, pair, 'text')).toContain('Ask the <b>council</b>')
  expect(await written(store, pair, 'text', false)).not.toContain('Ask the')
})

test('JSON is what the schema says', async () => {
  const { store, ...pair } = library()
  const json: unknown = JSON.parse(await written(store, pair, 'json'))
  expect(comparisonJson.safeParse(json).success).toBe(true)
})

test('versions that were exported are kept from rules that delete', async () => {
  const { store, article, ...pair } = library()
  await written(store, pair, 'text')
  expect(readTimemap(store, article).revisions.map(({ kept }) => kept)).toEqual([['exported'], ['exported']])
})

test.each(exportFormats)('%s: where writing fails, what stood there stays and nothing else is left', async (format) => {
  const { store, older, newer } = library()
  const wanted = { older, newer, format, notes: false, words: words as never, locale: 'en', timeZone: '' }
  const to = (path: string) => exportPair(store, { ...wanted, path }, { now, keeps: true, print })
  const missing = join(folder(), 'none', `a.${extensions[format]}`)
  expect(await to(missing)).toEqual({ state: 'failed', reason: 'missing' })
  const taken = join(folder(), `a.${extensions[format]}`)
  mkdirSync(taken)
  writeFileSync(join(taken, 'mine'), 'x')
  expect((await to(taken)).state).toBe('failed')
  expect(readdirSync(join(taken, '..'))).toHaveLength(1)
})

test('only files that are exported are ever written', async () => {
  await expect(saveText(join(folder(), 'library.palimpsest-db'), 'x')).rejects.toThrow('path')
  await expect(saveText('a.txt', 'x')).rejects.toThrow('path')
})

// How often a page of an article is taken for something else. Nearly all pages of these sets are articles or documents;
// every one that is not taken for one is listed, so that it can be looked at.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readPage } from '../src/library/extract/read-page.ts'
import { decodePage } from '../src/library/fetch/decode.ts'
import { table } from './library/measure.ts'

const data = resolve(import.meta.dirname, '../.cache/data')
const sets = [
  'b-trafilatura',
  'b-readability',
  'b-newspaper4k',
  'b-ota-html',
  'b-ota-html-hard-noise',
  'b-edgi-labelled-pairs',
  'b-defuddle'
]

function pagesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return pagesIn(path)
    return /\.html?(?:\.gz)?$/u.test(name) && name !== 'expected.html' ? [path] : []
  })
}

const rows = sets.flatMap((set) => {
  const folder = join(data, set)
  if (!existsSync(folder)) return []
  const others: string[] = []
  const pages = pagesIn(folder)
  const started = performance.now()
  for (const path of pages) {
    const bytes = readFileSync(path)
    const { text } = decodePage(path.endsWith('.gz') ? gunzipSync(bytes) : bytes, null)
    const { kind, reason } = readPage(text, { url: 'https://news.example/a/page.html', at: '2026-01-01T00:00:00.000Z' })
    if (kind !== 'article') others.push(`${path.slice(data.length + 1)}: ${kind}, ${reason}`)
  }
  const each = (performance.now() - started) / pages.length
  console.log(others.join('\n'))
  return [
    [
      set,
      String(pages.length),
      String(others.length),
      `${((100 * others.length) / pages.length).toFixed(1)} %`,
      `${each.toFixed(0)} ms`
    ]
  ]
})
console.log(table(['', 'pages', 'no article', 'share', 'a page'], rows))

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodePage } from '../../src/library/fetch/decode.ts'

const data = resolve(import.meta.dirname, '../../.cache/data')

/** A page with what people said its text is. */
export interface AnnotatedPage {
  readonly name: string
  readonly url: string
  readonly html: string
  readonly with: readonly string[]
  readonly without: readonly string[]
}

/** A page with its text. */
export interface TextPage {
  readonly name: string
  readonly url: string
  readonly html: string
  readonly text: string
}

/** Two fetches of one page; `changed` says whether the document differs. */
export interface PagePair {
  readonly name: string
  readonly a: string
  readonly b: string
  readonly changed: boolean
}

const gz = (path: string): Buffer => gunzipSync(readFileSync(path))
const text = (bytes: Buffer): string => decodePage(bytes, null).text
const folders = (set: string): string[] => {
  const folder = join(data, set)
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => !name.includes('.'))
        .sort()
    : []
}

/** Pages of which some sentences must be found, and others must not (adbar/trafilatura, its evaluation). */
export function annotatedPages(): AnnotatedPage[] {
  const file = join(data, 'b-trafilatura/tests/evaldata.json')
  if (!existsSync(file)) return []
  const all = JSON.parse(readFileSync(file, 'utf8')) as Record<
    string,
    { file: string; with: string[]; without: string[] }
  >
  return Object.entries(all).flatMap(([url, one]) => {
    const path = ['cache', 'eval'].map((place) => join(data, 'b-trafilatura', place, `${one.file}.gz`)).find(existsSync)
    return path === undefined
      ? []
      : [{ name: one.file, url, html: text(gz(path)), with: one.with, without: one.without }]
  })
}

/** Documents as people's selectors take them from the page. */
export function selectedDocuments(): TextPage[] {
  return folders('b-ota-html').flatMap((name) =>
    readdirSync(join(data, 'b-ota-html', name))
      .filter((file) => file.endsWith('.md'))
      .map((file) => ({
        name: `${name}/${file}`,
        url: `https://${name}.example/`,
        html: text(gz(join(data, 'b-ota-html', name, file.replace('.md', '.html.gz')))),
        text: readFileSync(join(data, 'b-ota-html', name, file), 'utf8')
      }))
  )
}

/** Pages that differ although the document does not, and such of which the document changed. */
export function pagePairs(): PagePair[] {
  return folders('b-ota-html').flatMap((name) => {
    const folder = join(data, 'b-ota-html', name)
    return readdirSync(folder)
      .filter((file) => /a\.html\.gz$/.test(file))
      .map((file) => ({
        name: `${name}/${file.replace('a.html.gz', '')}`,
        a: text(gz(join(folder, file))),
        b: text(gz(join(folder, file.replace('a.html', 'b.html')))),
        changed: file.startsWith('r')
      }))
  })
}

/** Pages whose visible words differ outside the document. */
export function hardPairs(): PagePair[] {
  return folders('b-ota-html-hard-noise').map((name) => {
    const folder = join(data, 'b-ota-html-hard-noise', name)
    return { name, a: text(gz(join(folder, 'a.html.gz'))), b: text(gz(join(folder, 'b.html.gz'))), changed: false }
  })
}

/** Articles with their text as a person or the library's authors wrote it down, in many scripts. */
export function articleTexts(): TextPage[] {
  const folder = join(data, 'b-newspaper4k')
  if (!existsSync(folder)) return []
  return readdirSync(join(folder, 'txt')).flatMap((file) => {
    const name = file.replace('.txt', '')
    const path = join(folder, 'html', `${name}.html.gz`)
    if (!existsSync(path)) return []
    return [
      {
        name,
        url: 'https://paper.example/a',
        html: text(gz(path)),
        text: readFileSync(join(folder, 'txt', file), 'utf8')
      }
    ]
  })
}

/** What Readability's authors expect of a page, as text. */
export function readabilityTexts(plain: (html: string) => string): TextPage[] {
  return folders('b-readability').flatMap((name) => {
    const folder = join(data, 'b-readability', name)
    if (!existsSync(join(folder, 'source.html.gz'))) return []
    const expected = join(folder, 'expected.html')
    return [
      {
        name,
        url: 'http://fakehost/test/page.html',
        html: text(gz(join(folder, 'source.html.gz'))),
        text: plain(readFileSync(expected, 'utf8'))
      }
    ]
  })
}

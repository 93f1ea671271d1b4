// The sets of pages with what people say their text is. All are read in place; a set that is not unpacked is left out.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { blockText } from './engines.ts'

const data = resolve(import.meta.dirname, '../../.cache/data')

export interface GoldPage {
  readonly id: string
  readonly url: string
  readonly html: string
  readonly text: string
}

export interface SegmentPage {
  readonly id: string
  readonly url: string
  readonly html: string
  readonly inside: readonly string[]
  readonly outside: readonly string[]
}

export interface PagePair {
  readonly id: string
  readonly url: string
  readonly before: string
  readonly after: string
}

function* under(folder: string): Generator<string> {
  if (existsSync(folder)) yield* readdirSync(folder).toSorted()
}

export function read(path: string): string {
  const bytes = existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`))
  const buffer = path.endsWith('.gz') ? gunzipSync(bytes) : bytes
  const utf8 = buffer.toString('utf8')
  if (count(utf8) * 1000 < utf8.length) return utf8
  const label = /charset=["']?([\w-]+)/i.exec(buffer.subarray(0, 4000).toString('latin1'))?.[1] ?? 'windows-1252'
  try {
    const decoded = new TextDecoder(label).decode(buffer)
    return count(decoded) < count(utf8) ? decoded : utf8
  } catch {
    return new TextDecoder('windows-1252').decode(buffer)
  }
}

const count = (text: string): number => text.match(/\ufffd/g)?.length ?? 0

const json = (path: string): never => JSON.parse(readFileSync(path, 'utf8')) as never

export function* trafilatura(): Generator<SegmentPage> {
  const folder = join(data, 'b-trafilatura')
  if (!existsSync(folder)) return
  const pages: Record<string, { file: string; with: string[]; without: string[] }> = json(
    join(folder, 'tests/evaldata.json')
  )
  for (const [url, page] of Object.entries(pages)) {
    const path = ['cache', 'eval'].map((one) => join(folder, one, `${page.file}.gz`)).find((one) => existsSync(one))
    if (path === undefined) continue
    yield { id: page.file, url, html: read(path), inside: page.with, outside: page.without }
  }
}

interface OtaMeta {
  readonly truth: readonly { readonly file: string; readonly truth: string }[]
  readonly noise_pairs: readonly { readonly a: { readonly file: string }; readonly b: { readonly file: string } }[]
  readonly real_pairs: readonly {
    readonly a: { readonly file: string }
    readonly b: { readonly file: string }
    readonly a_md: string
    readonly b_md: string
  }[]
}

/** Markdown as the text it shows. */
const plain = (markdown: string): string =>
  markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\((?:[^()]|\([^)]*\))*\)/g, '$1')
    .replace(/^[=\-*_]{3,}$/gm, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|])/g, '$1')
    .replace(/[*_`]+/g, '')

const otaUrl = (folder: string) => `https://example.org/${folder}`

export function* otaTruth(): Generator<GoldPage> {
  const root = join(data, 'b-ota-html')
  for (const folder of under(root)) {
    const meta: OtaMeta = json(join(root, folder, 'meta.json'))
    for (const { file, truth } of meta.truth) {
      const html = read(join(root, folder, file))
      yield { id: `${folder}/${file}`, url: otaUrl(folder), html, text: plain(read(join(root, folder, truth))) }
    }
  }
}

function* otaPairs(of: 'noise_pairs' | 'real_pairs'): Generator<PagePair> {
  const root = join(data, 'b-ota-html')
  for (const folder of under(root)) {
    const meta: OtaMeta = json(join(root, folder, 'meta.json'))
    for (const { a, b } of meta[of]) {
      const [before, after] = [a, b].map(({ file }) => read(join(root, folder, file)))
      yield { id: `${folder}/${a.file}`, url: otaUrl(folder), before: before!, after: after! }
    }
  }
}

export const otaNoise = () => otaPairs('noise_pairs')
export const otaReal = () => otaPairs('real_pairs')

export function* hardNoise(): Generator<PagePair> {
  const root = join(data, 'b-ota-html-hard-noise')
  for (const folder of under(root)) {
    const [before, after] = ['a', 'b'].map((one) => read(join(root, folder, `${one}.html.gz`)))
    yield { id: folder, url: otaUrl(folder), before: before!, after: after! }
  }
}

export function* newspaper(): Generator<GoldPage> {
  const root = join(data, 'b-newspaper4k')
  for (const file of under(join(root, 'txt'))) {
    const name = file.replace('.txt', '')
    const page = join(root, 'html', `${name}.html.gz`)
    if (!existsSync(page)) continue
    yield { id: name, url: 'https://example.org/', html: read(page), text: read(join(root, 'txt', file)) }
  }
}

export function* defuddlePages(): Generator<GoldPage> {
  const root = join(data, 'b-defuddle/tests')
  for (const file of under(join(root, 'fixtures'))) {
    const name = file.replace('.html', '')
    const expected = join(root, 'expected', `${name}.md`)
    if (!existsSync(expected)) continue
    const text = plain(read(expected).replace(/^```json[\s\S]*?```/, ''))
    yield { id: name, url: 'https://example.org/', html: read(join(root, 'fixtures', file)), text }
  }
}

export function* readabilityPages(): Generator<GoldPage> {
  const root = join(data, 'b-readability')
  for (const folder of under(root)) {
    const expected = join(root, folder, 'expected.html')
    if (!existsSync(expected)) continue
    const html = read(join(root, folder, 'source.html.gz'))
    yield { id: folder, url: 'http://fakehost/test/page.html', html, text: blockText(read(expected)) }
  }
}

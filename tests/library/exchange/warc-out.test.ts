import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { WARCParser } from 'warcio'
import { addStates, type Provenance } from '../../../src/library/add.ts'
import { surtOf } from '../../../src/library/exchange/warc-out/surt.ts'
import { addArticle } from '../../../src/library/store/articles.ts'
import { openStore, type Store } from '../../../src/library/store/open.ts'
import { knownLibrary, scratch } from '../verify-library.ts'
import { folder, opened, written } from './package-kit.ts'
import { json, unzip } from './repack.ts'

interface Checked {
  readonly offset: number
  readonly length: number
  readonly type: string
  readonly url: string | null
  readonly fields: Readonly<Record<string, string>>
}

function checkedByPython(path: string): Checked[] {
  const script = resolve(import.meta.dirname, 'check_warc.py')
  const { status, stdout, stderr } = spawnSync('python3', [script, path], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  expect([status, stderr]).toEqual([0, ''])
  return JSON.parse(stdout) as Checked[]
}

const sha256 = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** What warcio makes of a file, each digest looked at. */
async function checkedByWarcio(path: string) {
  const records = []
  for await (const record of new WARCParser(createReadStream(path))) {
    const payload = await record.readFully(false)
    const isWhole = record.warcType === 'response' || record.warcType === 'resource'
    const digest = isWhole ? sha256(payload) : record.warcPayloadDigest
    expect(record.warcPayloadDigest).toBe(digest)
    const { statusCode, headers } = record.httpHeaders ?? {}
    records.push({
      type: record.warcType,
      url: record.warcTargetURI,
      statusCode,
      headers,
      text: Buffer.from(payload).toString()
    })
  }
  return records
}

const page = Buffer.from('<html><h1>A ferry</h1>'.repeat(9))
const times = ['2026-01-01T10:00:00.000Z', '2026-01-02T10:00:00.000Z', '2026-01-03T10:00:00.000Z'] as const

function addPage(
  store: Store,
  article: number,
  n: number,
  from: Partial<Provenance>,
  status: number | null = 200
): void {
  const content = { blocks: [{ kind: 'headline', text: `A ferry ${n}` } as const], claims: [] }
  const state = { at: times[n]!, until: times[n]!, count: 1, outcome: 'changed', status, error: null, content } as const
  const body = from.body ?? page
  const bodyHash = createHash('sha256').update(body).digest()
  addStates(store, article, [state], { origin: null, extractor: 'page/1', ...from, body, bodyHash })
}

/** A page with awkward headers and address, the same bytes again later, and a file that came without a response. */
function awkwardLibrary(): string {
  const path = scratch()
  const store = openStore(path)
  store.transaction(() => {
    const source = { name: 'Courier', homepage: null, folder: null }
    const url = 'https://www.courier.example/Ferry?b=2&a=1'
    const first = addArticle(store, { source, url, lang: null, dir: 'ltr' })
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'gzip',
      'content-length': '7',
      etag: 'a\r\nWARC-Type: request\r\n\r\nHTTP/1.1 200 OK'
    }
    addPage(store, first, 0, { headers })
    addPage(store, first, 1, { headers, finalUrl: 'https://courier.example/ferry/2\r\nX: 1' })
    const second = addArticle(store, { source, url: null, lang: null, dir: 'ltr' })
    addPage(store, second, 2, { origin: 'ferry.txt', body: Buffer.from('A ferry\n\nIt sails.') }, null)
  })()
  store.close()
  return path
}

test('warcio and a reader in Python find every digest of a WARC as it says', async () => {
  const path = await written(awkwardLibrary(), { format: 'warc' })
  const byPython = checkedByPython(path)
  expect(byPython.map(({ type, url }) => [type, url])).toEqual([
    ['warcinfo', null],
    ['response', 'https://www.courier.example/Ferry?b=2&a=1'],
    ['revisit', 'https://courier.example/ferry/2X:%201'],
    ['resource', expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/)]
  ])
  const [, response, revisit] = byPython
  expect(revisit!.fields).toMatchObject({
    'warc-profile': 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest',
    'warc-refers-to': response!.fields['warc-record-id'],
    'warc-refers-to-target-uri': response!.url,
    'warc-refers-to-date': times[0],
    'warc-payload-digest': sha256(page)
  })
  const byWarcio = await checkedByWarcio(path)
  expect(byWarcio.map(({ type }) => type)).toEqual(['warcinfo', 'response', 'revisit', 'resource'])
  expect(byWarcio[1]).toMatchObject({ statusCode: 200, text: String(page) })
  expect([...(byWarcio[1]!.headers as Headers)]).toEqual([
    ['content-length', String(page.length)],
    ['content-type', 'text/html; charset=utf-8'],
    ['etag', 'a WARC-Type: request HTTP/1.1 200 OK'],
    ['x-orig-content-encoding', 'gzip'],
    ['x-orig-content-length', '7']
  ])
  expect(byWarcio[3]!.text).toBe('A ferry\n\nIt sails.')
})

test('what was never observed is in no record', async () => {
  const path = await written(knownLibrary(), { format: 'warc', madeBy: 'A\r\nReader' })
  const records = checkedByPython(path)
  // Three articles with four versions each whose pages were kept; of the checks that found nothing no bytes were.
  expect(records.map(({ type }) => type)).toEqual(['warcinfo', ...Array.from({ length: 12 }, () => 'response')])
  expect(await checkedByWarcio(path)).toHaveLength(13)
  const [info] = await checkedByWarcio(path)
  expect(info!.text).toContain('operator: A Reader\r\n')
})

interface DataPackage {
  readonly profile: string
  readonly wacz_version: string
  readonly resources: readonly { readonly path: string; readonly hash: string; readonly bytes: number }[]
}

test.each(['wacz', 'package'] as const)('a %s holds what WACZ 1.1.1 asks for', async (format) => {
  const path = await written(awkwardLibrary(), { format })
  const files = await unzip(path)
  const list = json(files, 'datapackage.json') as DataPackage
  expect([list.profile, list.wacz_version]).toEqual(['data-package', '1.1.1'])
  for (const resource of list.resources) {
    const bytes = files.get(resource.path)!
    expect([resource.hash, resource.bytes]).toEqual([sha256(bytes), bytes.length])
  }
  expect(list.resources.length).toBe(files.size - 2)
  expect(files.has('palimpsest/package.json')).toBe(format === 'package')
  expect(json(files, 'datapackage-digest.json')).toEqual({
    path: 'datapackage.json',
    hash: sha256(files.get('datapackage.json')!)
  })
  const [head, ...pages] = files.get('pages/pages.jsonl')!.toString().trim().split('\n')
  expect(JSON.parse(head!)).toMatchObject({ format: 'json-pages-1.0' })
  expect(pages.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { url: 'https://www.courier.example/Ferry?b=2&a=1', ts: times[0] },
    { url: 'https://courier.example/ferry/2X:%201', ts: times[1] }
  ])
})

test('the archive lies stored, and each line of the index leads to its record', async () => {
  const path = await written(awkwardLibrary(), { format: 'wacz' })
  const files = await unzip(path)
  const archive = files.get('archive/data.warc.gz')!
  expect(readFileSync(path).includes(archive)).toBe(true)
  const copy = join(folder(), 'data.warc.gz')
  writeFileSync(copy, archive)
  const records = new Map(checkedByPython(copy).map((record) => [record.offset, record]))
  const lines = files.get('indexes/index.cdxj')!.toString().trimEnd().split('\n')
  expect(lines.map((line) => line.split(' {')[0])).toEqual([
    'example,courier)/ferry/2x:%201 20260102100000',
    'example,courier)/ferry?a=1&b=2 20260101100000'
  ])
  for (const line of lines) {
    const entry = JSON.parse(line.slice(line.indexOf('{'))) as Record<string, string>
    const record = records.get(Number(entry.offset))!
    expect([record.length, record.url, record.fields['warc-payload-digest'], entry.filename]).toEqual([
      Number(entry.length),
      entry.url,
      entry.digest,
      'data.warc.gz'
    ])
    expect(entry.mime).toBe(record.type === 'revisit' ? 'warc/revisit' : 'text/html')
  }
})

const paragraph = (n: number): string =>
  `<p>The ferry to the island sails ${n} times a day in winter, the harbour office said on Tuesday, and more in summer.</p>`

test.each(['warc', 'wacz'] as const)('what is written as %s is read again by us, page by page', async (format) => {
  const from = scratch()
  const store = openStore(from)
  const url = 'https://courier.example/ferry'
  const pages = times.map((_, n) =>
    Buffer.from(
      `<html lang="en"><article><h1>A ferry ${n}</h1>${[n, 7, 8, 9].map(paragraph).join('')}</article></html>`
    )
  )
  store.transaction(() => {
    const source = { name: 'Courier', homepage: null, folder: null }
    const article = addArticle(store, { source, url, lang: null, dir: 'ltr' })
    const headers = { 'content-type': 'text/html; charset=utf-8' }
    for (const [n, body] of pages.entries()) addPage(store, article, n, { headers, body })
  })()
  store.close()
  const library = opened()
  const result = await library.handlers.importFiles({ paths: [await written(from, { format })] })
  expect(result).toMatchObject({ newArticles: 1, newRevisions: 3, refused: [] })
  const { article, revisions } = await library.handlers.timemap({ article: result.articles[0]! })
  library.close()
  expect(article.url).toBe(url)
  expect(revisions.map(({ at, headline }) => [at, headline])).toEqual(times.map((at, n) => [at, `A ferry ${n}`]))
})

test.each([
  ['https://www.Example.com/News?b=2&a=1', 'com,example)/news?a=1&b=2'],
  ['http://example.co.uk:8080/', 'uk,co,example:8080)/'],
  ['urn:uuid:1', 'urn:uuid:1'],
  ['https://', 'https://']
])('%s is sorted as %s', (url, surt) => {
  expect(surtOf(url)).toBe(surt)
})

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { addStates } from '../../src/library/add.ts'
import { readCaptured } from '../../src/library/content.ts'
import { layOut, PageSources, rowsOf } from '../../src/library/page-source.ts'
import { addArticle } from '../../src/library/store/articles.ts'
import type { Store } from '../../src/library/store/open.ts'
import { readTimemap } from '../../src/library/timemap.ts'
import { verifyVersion } from '../../src/library/verify/version.ts'
import { contentOf, emptyStore, newArticle, see } from './stories.ts'

const at = '2026-03-03T09:58:12.000Z'
const page = '<h1>Bridge to close</h1>\r\n<p>The bridge shuts 40 days.</p>\n'

/** A library with one version, of which the page was kept; answers its id. */
function kept(body: string | Buffer = page, type = 'text/html; charset=utf-8'): { store: Store; revision: number } {
  const store = emptyStore()
  const source = { name: 'The Courier', homepage: null, folder: null }
  const article = addArticle(store, { source, url: 'https://example.org/bridge', lang: 'en', dir: 'ltr' })
  const content = contentOf('Bridge to close', 'The bridge shuts 40 days.')
  const bytes = Buffer.from(body)
  store
    .transaction(() =>
      addStates(store, article, [{ at, until: at, count: 1, outcome: 'changed', status: 200, error: null, content }], {
        origin: null,
        finalUrl: 'https://example.org/bridge-2',
        headers: { 'content-type': type, etag: '"1"' },
        body: bytes,
        bodyHash: createHash('sha256').update(bytes).digest(),
        extractor: 'page/1'
      })
    )
    .immediate()
  return { store, revision: readTimemap(store, article).revisions[0]!.id }
}

test('how a version came here: response, addresses, size, hashes, what read it', () => {
  const { store, revision } = kept()
  expect(readCaptured(store, revision)).toMatchObject({
    at,
    status: 200,
    origin: null,
    url: 'https://example.org/bridge',
    finalUrl: 'https://example.org/bridge-2',
    headers: [
      ['content-type', 'text/html; charset=utf-8'],
      ['etag', '"1"']
    ],
    bodyHash: createHash('sha256').update(page).digest('hex'),
    bodySize: page.length,
    hasPicture: false,
    seq: 1,
    extractor: 'page/1'
  })
})

test('what came from a file says so, and has no page', () => {
  const store = emptyStore()
  const article = newArticle(store)
  see(store, article, { at, content: contentOf('Bridge', 'It shuts on Monday, they say.'), origin: 'v1.txt' })
  const revision = readTimemap(store, article).revisions[0]!.id
  expect(readCaptured(store, revision)).toMatchObject({ origin: 'v1.txt', bodyHash: null, bodySize: null, headers: [] })
  expect(new PageSources(store).read(revision, { from: 0, rows: 10 })).toBe(null)
  expect(verifyVersion(store.name, revision)).toEqual({ finding: null, hasBody: false })
})

test.each([
  ['its bytes', "UPDATE body SET data = x'00'", 'body'],
  ['its bytes, gone', 'DELETE FROM body', 'body-missing'],
  ['its words', 'UPDATE revision SET words = words + 1', 'record'],
  ['its time', "UPDATE capture SET first_at = '2026-03-03T09:00:00.000Z'", 'capture'],
  ['the hash of its text', "UPDATE revision SET text_hash = x'00'", 'record']
])('a version is looked at by itself: %s', (_name, damage, reason) => {
  const { store, revision } = kept()
  expect(verifyVersion(store.name, revision)).toEqual({ finding: null, hasBody: true })
  store.pragma('foreign_keys = OFF')
  store.exec(damage)
  expect(verifyVersion(store.name, revision).finding?.reason).toBe(reason)
})

test('a stored page is read as text by lines, in the encoding it was sent in', () => {
  const { store, revision } = kept(Buffer.from('<p>caf\xe9</p>\r\n<p>b</p>', 'latin1'), 'text/html; charset=iso-8859-1')
  const source = new PageSources(store).read(revision, { from: 0, rows: 10 })
  expect(source).toEqual({
    encoding: 'windows-1252',
    bytes: 21,
    lines: 2,
    rows: 2,
    isCut: false,
    part: [
      { line: 1, text: '<p>café</p>' },
      { line: 2, text: '<p>b</p>' }
    ]
  })
})

test.each([
  ['', []],
  ['a', [[1, 'a']]],
  ['a\n', [[1, 'a']]],
  [
    'a\n\nb',
    [
      [1, 'a'],
      [2, ''],
      [3, 'b']
    ]
  ],
  [
    'x'.repeat(500),
    [
      [1, 'x'.repeat(240)],
      [null, 'x'.repeat(240)],
      [null, 'x'.repeat(20)]
    ]
  ],
  [
    'x'.repeat(240) + '\r\ny',
    [
      [1, 'x'.repeat(240)],
      [null, ''],
      [2, 'y']
    ]
  ],
  [
    'x'.repeat(239) + '😀z',
    [
      [1, 'x'.repeat(239) + '😀'],
      [null, 'z']
    ]
  ]
])('rows of %j', (text, rows) => {
  expect(rowsOf(layOut(text), 0, 99).map(({ line, text }) => [line, text])).toEqual(rows)
})

test('what no window could scroll through is left out, and that is said', () => {
  expect(layOut('a\nb\nc\n', 2)).toMatchObject({ lines: 2, isCut: true })
  expect(layOut('x'.repeat(1000), 2)).toMatchObject({ lines: 1, isCut: true })
  expect(layOut('a\nb\n', 2)).toMatchObject({ lines: 2, isCut: false })
})

test('ten megabytes in one line come in rows, any of them at once', () => {
  const { store, revision } = kept('<p>'.padEnd(10_000_000, 'x'))
  const sources = new PageSources(store)
  const { rows, lines } = sources.read(revision, { from: 0, rows: 1 })!
  expect([rows, lines]).toEqual([Math.ceil(10_000_000 / 240), 1])
  expect(sources.read(revision, { from: rows - 2, rows: 10 })!.part).toHaveLength(2)
  sources.close()
})

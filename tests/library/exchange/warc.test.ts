import { execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fileOf, foundIn, library, pageOf, wall } from './found-in.ts'

const url = 'https://paper.example/news/wall'

/** A record as ISO 28500 has it. */
function record(fields: Readonly<Record<string, string>>, block: string | Buffer = ''): Buffer {
  const body = Buffer.from(block)
  const all = { 'WARC-Date': '2024-03-01T10:00:00Z', 'WARC-Record-ID': '<urn:uuid:1>', ...fields }
  const lines = Object.entries({ ...all, 'Content-Length': String(body.length) }).map(
    ([name, value]) => `${name}: ${value}\r\n`
  )
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`), body, Buffer.from('\r\n\r\n')])
}

const response = (
  body: string | Buffer,
  { status = '200 OK', fields = {}, http = {} }: { status?: string; fields?: object; http?: object } = {}
): Buffer => {
  const headers = Object.entries({ 'Content-Type': 'text/html; charset=utf-8', ...http }).map(
    ([a, b]) => `${a}: ${b}\r\n`
  )
  const block = Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${headers.join('')}\r\n`), Buffer.from(body)])
  return record({ 'WARC-Type': 'response', 'WARC-Target-URI': url, ...fields }, block)
}

const first = pageOf('Council to move 40 households', ...wall)
const second = pageOf('Council to move 60 households', ...wall)
const digest = (body: string): string => `sha256:${createHash('sha256').update(body).digest('hex')}`
const archive = (...records: readonly Buffer[]): string => fileOf('crawl.warc', Buffer.concat(records))
const heads = (states: Awaited<ReturnType<typeof foundIn>>['states']) =>
  states.map(({ at, outcome, content }) => [at, outcome, content?.blocks[0]?.text ?? null])

describe('web archives', () => {
  const later = { 'WARC-Date': '2024-03-02T10:00:00.123456789Z', 'WARC-Record-ID': '<urn:uuid:2>' }

  test('responses become states, with the record they were and its time', async () => {
    const { format, states, refused } = await foundIn(archive(response(first), response(second, { fields: later })))
    expect([format, refused]).toEqual(['warc/1', []])
    expect(heads(states)).toEqual([
      ['2024-03-01T10:00:00.000Z', 'changed', 'Council to move 40 households'],
      ['2024-03-02T10:00:00.123Z', 'changed', 'Council to move 60 households']
    ])
    expect(states[1]).toMatchObject({
      url,
      status: 200,
      original: { id: '<urn:uuid:2>', time: '2024-03-02T10:00:00.123456789Z' }
    })
  })

  test.each([
    [
      'gzip, a member a record',
      Buffer.concat([gzipSync(response(first)), gzipSync(response(second, { fields: later }))])
    ],
    ['gzip, one member', gzipSync(Buffer.concat([response(first), response(second, { fields: later })]))]
  ])('packed as %s', async (_, bytes) => {
    expect((await foundIn(fileOf('crawl.warc.gz', bytes))).states).toHaveLength(2)
  })

  test.each([
    ['chunks', chunked(first), { 'Transfer-Encoding': 'chunked' }],
    ['gzip', gzipSync(first), { 'Content-Encoding': 'gzip' }],
    [
      'brotli in chunks',
      chunked(brotliCompressSync(first)),
      { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'br' }
    ],
    ['codings that are undone already', first, { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' }]
  ])('a body sent as %s is read', async (_, body, http) => {
    const { states, refused } = await foundIn(archive(response(body, { http })))
    expect(refused).toEqual([])
    expect(Buffer.from(states[0]!.received!.body!).toString()).toBe(first)
  })

  test('a record that repeats another shows its text again, before it in the file or after it, at another address too', async () => {
    const revisit = (fields: object) =>
      record({
        'WARC-Type': 'revisit',
        'WARC-Target-URI': url,
        'WARC-Profile': 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest',
        ...fields
      })
    const path = archive(
      revisit({ ...later, 'WARC-Payload-Digest': digest(first) }),
      response(first, { fields: { 'WARC-Payload-Digest': digest(first) } }),
      revisit({
        'WARC-Target-URI': 'https://other.example/wall',
        'WARC-Date': '2024-03-03T10:00:00Z',
        'WARC-Refers-To-Target-URI': url,
        'WARC-Refers-To-Date': '2024-03-01T10:00:00Z'
      }),
      revisit({ 'WARC-Date': '2024-03-04T10:00:00Z', 'WARC-Payload-Digest': digest(second) })
    )
    const { states, refused } = await foundIn(path)
    expect(states.map((state) => [state.at, state.url])).toEqual([
      ['2024-03-01T10:00:00.000Z', url],
      ['2024-03-02T10:00:00.123Z', url],
      ['2024-03-03T10:00:00.000Z', 'https://other.example/wall']
    ])
    expect(refused).toEqual(['needs-files 1 record that repeats what is not in it'])
  })

  test('an answer that was an error is told of an address that has shown a text, and of no other', async () => {
    const other = { 'WARC-Target-URI': 'https://paper.example/never' }
    const gone = (fields: object) => response('Gone', { status: '404 Not Found', fields })
    const { states, refused } = await foundIn(archive(gone(later), gone(other), response(first)))
    expect(heads(states)).toEqual([
      ['2024-03-01T10:00:00.000Z', 'changed', 'Council to move 40 households'],
      ['2024-03-02T10:00:00.123Z', 'gone', null]
    ])
    expect(refused).toEqual(['not-a-page 1 answer that holds no article'])
  })

  test('pictures are counted, not told one by one; what answers a form is no page', async () => {
    const png = (n: number) =>
      response('PNG', {
        http: { 'Content-Type': 'image/png' },
        fields: { 'WARC-Target-URI': `https://paper.example/${n}.png` }
      })
    const post = record(
      {
        'WARC-Type': 'request',
        'WARC-Target-URI': url,
        'WARC-Concurrent-To': '<urn:uuid:9>',
        'WARC-Record-ID': '<urn:uuid:8>'
      },
      'POST /news/wall HTTP/1.1\r\n\r\nname=value'
    )
    const answer = response(second, { fields: { 'WARC-Record-ID': '<urn:uuid:9>' } })
    const { states, refused } = await foundIn(archive(png(1), png(2), answer, post, response(first)))
    expect([heads(states).length, refused]).toEqual([1, ['not-a-page 3 records that hold no page']])
  })

  test.each([
    [
      'a body that does not fit its digest',
      response(first, { fields: { 'WARC-Payload-Digest': digest(second) } }),
      'tampered its payload does not fit its digest'
    ],
    [
      'a block that does not',
      response(first, { fields: { 'WARC-Block-Digest': digest(second) } }),
      'tampered its block does not fit its digest'
    ],
    ['a time that is none', response(first, { fields: { 'WARC-Date': 'yesterday' } }), 'bad-time yesterday'],
    [
      'a body that the crawler cut',
      response(first, { fields: { 'WARC-Truncated': 'length' } }),
      'truncated by the crawler: length'
    ],
    [
      'a last chunk that is missing',
      response('5\r\nhello\r\n', { http: { 'Transfer-Encoding': 'chunked' } }),
      'truncated no last chunk'
    ],
    [
      'a bomb',
      response(gzipSync(Buffer.alloc(64 * 2 ** 20)), { http: { 'Content-Encoding': 'gzip' } }),
      /^unsafe 65\d+ bytes decode to more than/
    ],
    [
      'a packed body that is cut',
      response(gzipSync(first).subarray(0, 100), { http: { 'Content-Encoding': 'gzip' } }),
      /^truncated gzip/
    ],
    ['no answer', record({ 'WARC-Type': 'response', 'WARC-Target-URI': url }, 'hello'), 'damaged no response in it'],
    ['junk between records', Buffer.from('junk\n'), 'damaged 5 bytes that belong to no record']
  ])('%s is refused by name, and the rest goes on', async (_, bad, why) => {
    const { states, refused } = await foundIn(archive(response(second, { fields: later }), bad, response(first)))
    expect(states).toHaveLength(2)
    expect(refused).toEqual([expect.stringMatching(why)])
  })

  test('a file that ends early keeps what was whole', async () => {
    const both = [response(first), response(second, { fields: later })]
    const packed = both.map((one) => gzipSync(one))
    for (const bytes of [Buffer.concat(both).subarray(0, -300), Buffer.concat(packed).subarray(0, -100)]) {
      const { states, refused } = await foundIn(fileOf('cut.warc', bytes))
      expect(heads(states)).toEqual([['2024-03-01T10:00:00.000Z', 'changed', 'Council to move 40 households']])
      expect(refused).toEqual([expect.stringMatching(/^truncated \d+ bytes before the end of a record/)])
    }
  })

  test.each([
    ['1', 'https://paper.example/news/wall?a b 192.0.2.1 20240301100000 text/html'],
    ['2', 'https://paper.example/news/wall?a b 192.0.2.1 20240301100000 text/html 200 - - 0 crawl.arc']
  ])('ARC, version %s', async (version, line) => {
    const head = `filedesc://crawl.arc 192.0.2.1 20240301095959 text/plain 200 - - 0 crawl.arc ${version.length + 2}\n${version} \n\n`
    const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${first}`
    const { format, states, refused } = await foundIn(fileOf('crawl.arc', `${head}${line} ${block.length}\n${block}\n`))
    expect([format, refused]).toEqual(['warc/1', []])
    expect(states).toMatchObject([
      {
        at: '2024-03-01T10:00:00.000Z',
        url: 'https://paper.example/news/wall?a%20b',
        original: { id: null, time: '20240301100000' }
      }
    ])
  })

  test('lines that are nearly heads of records take no time', async () => {
    const nearly = `https://a.example/${' 1 123456789012 x'.repeat(3800)} y\n`
    const start = performance.now()
    const { refused } = await foundIn(archive(response(first), Buffer.from(nearly.repeat(300))))
    expect(refused).toEqual([expect.stringMatching('^damaged')])
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  test('a packed record that is broken costs that record alone', async () => {
    const third = { 'WARC-Date': '2024-03-03T10:00:00Z', 'WARC-Record-ID': '<urn:uuid:3>' }
    const padded = (fields: object) => response(`${first}<!--${randomBytes(12_000).toString('hex')}-->`, { fields })
    const members = [padded({}), padded(later), padded(third)].map((one) => gzipSync(one))
    for (const at of [12, 200, 5000, members[1]!.length - 6]) {
      const broken = Buffer.from(members[1]!)
      broken[at] = broken[at]! ^ 0xff
      const { states, refused } = await foundIn(
        fileOf('crawl.warc.gz', Buffer.concat([members[0]!, broken, members[2]!]))
      )
      expect(states.map((state) => state.original?.id)).toContain('<urn:uuid:3>')
      expect(refused.filter((one) => one.startsWith('damaged'))).not.toEqual([])
      for (const { received } of states) expect(Buffer.from(received!.body!).toString()).toMatch(/-->$/)
    }
  })

  test('a digest that is not well-formed decides nothing, nor does one of either form of the payload', async () => {
    const sent = chunked(first)
    const forms = ['sha1:MALFORMED', digest(first), digest(sent.toString())]
    for (const value of forms) {
      const one = response(sent, { http: { 'Transfer-Encoding': 'chunked' }, fields: { 'WARC-Payload-Digest': value } })
      expect((await foundIn(archive(one))).refused).toEqual([])
    }
  })

  test('the same file again adds nothing', async () => {
    const { importFiles, lookInto, close } = library()
    const path = archive(response(first), response('Gone', { status: '410 Gone', fields: later }))
    expect(await lookInto({ paths: [path] })).toMatchObject({ newArticles: 1, newRevisions: 1 })
    expect(await importFiles({ paths: [path] })).toMatchObject({ newArticles: 1, newRevisions: 1, refused: [] })
    expect(await importFiles({ paths: [path] })).toMatchObject({ newArticles: 0, newRevisions: 0, alreadyThere: 1 })
    close()
  })
})

function chunked(body: string | Buffer): Buffer {
  const bytes = Buffer.from(body)
  const parts = [bytes.subarray(0, 50), bytes.subarray(50)].flatMap((part) => [
    Buffer.from(`${part.length.toString(16)}\r\n`),
    part,
    Buffer.from('\r\n')
  ])
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')])
}

const hasWget = ((): boolean => {
  try {
    return execFileSync('wget', ['--version'], { stdio: 'pipe' }).length > 0
  } catch {
    return false
  }
})()

test.skipIf(!hasWget)('what wget archives is read (skipped where wget is absent)', async () => {
  const server = createServer((_, answer) => void answer.setHeader('content-type', 'text/html').end(first)).listen(
    0,
    '127.0.0.1'
  )
  await once(server, 'listening')
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}/news/wall`
  const cwd = mkdtempSync(join(tmpdir(), 'palimpsest-wget-'))
  const wget = spawn('wget', ['-q', '--no-proxy', '--warc-file=crawl', target], { cwd })
  const [code] = (await once(wget, 'exit')) as [number]
  server.close()
  expect(code).toBe(0)
  const { states, refused } = await foundIn(join(cwd, 'crawl.warc.gz'))
  expect(states.map((state) => [state.url, state.content?.blocks[0]?.text])).toEqual([
    [target, 'Council to move 40 households']
  ])
  expect(refused).toEqual([])
  expect(readFileSync(join(cwd, 'crawl.warc.gz')).length).toBeGreaterThan(0)
})

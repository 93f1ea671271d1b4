import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { wasDowngraded } from '../../../src/library/fetch/chain.ts'
import type { Wanted } from '../../../src/library/fetch/fetched.ts'
import { brief, fetcherFor, serve, serveBytes, serveSocket, type Site } from './web.ts'

const text = Buffer.from('<p>The bridge was closed on Monday. '.repeat(100))

function answer(headers: string, body: string | Buffer = text): Buffer {
  return Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`), Buffer.from(body)])
}

const fetchFrom = (site: Site, limits = {}, more: Partial<Wanted> = {}) =>
  fetcherFor([site], { limits }).fetch({ url: site.url('/'), trusted: true, as: 'page', ...more })

test.each([
  ['gzip', gzipSync(text)],
  ['x-gzip', gzipSync(text)],
  ['br', brotliCompressSync(text)],
  ['deflate', deflateSync(text)],
  ['deflate', deflateRawSync(text)],
  ['GZIP', gzipSync(text)],
  ['identity', text],
  ['deflate, gzip, br', brotliCompressSync(gzipSync(deflateSync(text)))],
  ['gzip', Buffer.concat([gzipSync(text.subarray(0, 99)), gzipSync(text.subarray(99))])]
])('a body coded as %s is decoded', async (coding, body) => {
  const site = await serveBytes(answer(`Content-Encoding: ${coding}\r\nContent-Length: ${body.length}`, body))
  expect(await fetchFrom(site)).toMatchObject({ kind: 'answered', status: 200, body: text })
})

test('a coded answer without any body is an empty one', async () => {
  const site = await serveBytes(answer('Content-Encoding: gzip\r\nContent-Length: 0', ''))
  expect(await fetchFrom(site)).toMatchObject({ kind: 'answered', body: Buffer.alloc(0) })
})

const zeros = Buffer.alloc(30 * 2 ** 20)
const cut = (body: Buffer): Buffer => body.subarray(0, body.length - 20)
const part = text.subarray(0, 500)

test.each([
  ['a body that is cut off', answer('Content-Length: 99999'), 'incomplete'],
  ['a chunk that is cut off', answer('Transfer-Encoding: chunked', 'fff\r\nabc'), 'incomplete'],
  ['chunks without an end', answer('Transfer-Encoding: chunked', '3\r\nabc\r\n'), 'incomplete'],
  ['gzip that is cut off', answer('Content-Encoding: gzip', cut(gzipSync(text))), 'incomplete'],
  ['br that is cut off', answer('Content-Encoding: br', cut(brotliCompressSync(randomBytes(999)))), 'incomplete'],
  ['deflate that is cut off', answer('Content-Encoding: deflate', cut(deflateSync(text))), 'incomplete'],
  ['more bytes than announced, connection closed', answer('Connection: close\r\nContent-Length: 500'), 'incomplete'],
  ['more bytes than announced, connection kept', answer('Content-Length: 500'), 'incomplete'],
  ['two lengths', answer('Content-Length: 500\r\nContent-Length: 600', part), 'bad-response'],
  [
    'a length and chunks',
    answer('Content-Length: 3\r\nTransfer-Encoding: chunked', '3\r\nabc\r\n0\r\n\r\n'),
    'bad-response'
  ],
  ['a length that is none', answer('Content-Length: many'), 'bad-response'],
  ['no HTTP', Buffer.from('SSH-2.0-OpenSSH\r\n'), 'bad-response'],
  ['an unknown coding', answer('Content-Encoding: compress'), 'bad-response'],
  ['six codings', answer(`Content-Encoding: ${Array(6).fill('gzip').join()}`), 'bad-response'],
  ['20 KB of headers', answer(`X-A: ${'a'.repeat(20_000)}`), 'bad-response'],
  [
    '100 interim answers',
    Buffer.concat([...Array(100).fill(Buffer.from('HTTP/1.1 103 Early Hints\r\n\r\n')), answer('')]),
    'bad-response'
  ],
  ['status 600', Buffer.from('HTTP/1.1 600 X\r\n\r\n'), 'bad-response'],
  ['a part nobody asked for', Buffer.from('HTTP/1.1 206 X\r\nContent-Length: 1\r\n\r\na'), 'bad-response'],
  ['a redirect to nowhere', Buffer.from('HTTP/1.1 302 X\r\nContent-Length: 0\r\n\r\n'), 'bad-response'],
  ['21 MB announced', answer('Content-Length: 22020096', ''), 'too-large'],
  ['21 MB sent', answer('', zeros.subarray(0, 22_020_096)), 'too-large'],
  ['30 MB in 30 KB', answer('Content-Encoding: gzip', gzipSync(zeros)), 'too-large'],
  ['5 MB in 5 KB', answer('Content-Encoding: gzip', gzipSync(zeros.subarray(0, 5_242_880))), 'too-large'],
  ['30 MB in 100 bytes, twice coded', answer('Content-Encoding: gzip, gzip', gzipSync(gzipSync(zeros))), 'too-large'],
  ['6 MB that do not shrink', answer('Content-Encoding: gzip', gzipSync(randomBytes(6_291_456))), 'too-large'],
  ['nothing', Buffer.alloc(0), 'incomplete']
])('%s: never answered', async (_what, bytes, failure) => {
  const site = await serveBytes(bytes)
  expect(brief(await fetchFrom(site))).toBe(failure)
})

const short = Buffer.from('The bridge was closed. '.repeat(4))
const chunked = (body: Buffer): Buffer =>
  Buffer.concat(
    [
      ...[body.subarray(0, 30), body.subarray(30)].flatMap((part) => [`${part.length.toString(16)}\r\n`, part, '\r\n']),
      '0\r\n\r\n'
    ].map((part) => Buffer.from(part))
  )

test.each([
  ['with its length', answer(`Content-Length: ${short.length}`, short)],
  ['in chunks', answer('Transfer-Encoding: chunked', chunked(short))],
  [
    'gzip with its length',
    answer(`Content-Encoding: gzip\r\nContent-Length: ${gzipSync(short).length}`, gzipSync(short))
  ],
  ['gzip until the connection ends', answer('Content-Encoding: gzip', gzipSync(short))],
  ['br in chunks', answer('Content-Encoding: br\r\nTransfer-Encoding: chunked', chunked(brotliCompressSync(short)))],
  ['br until the connection ends', answer('Content-Encoding: br', brotliCompressSync(short))]
])('wherever an answer %s is cut off, nothing is answered', async (_form, whole) => {
  let length = 0
  const site = await serveSocket((socket) => socket.end(whole.subarray(0, length)))
  const { fetch } = fetcherFor([site], { hosts: { get: () => undefined, set: () => undefined } })
  const outcomes = new Set<string>()
  for (; length < whole.length; length++)
    outcomes.add(brief(await fetch({ url: site.url('/'), trusted: true, as: 'page' })))
  expect([...outcomes].sort()).toEqual(['bad-response', 'incomplete'].filter((name) => outcomes.has(name)))
  expect(await fetch({ url: site.url('/'), trusted: true, as: 'page' })).toMatchObject({ status: 200, body: short })
})

test.each(['HTTP/1.1 204 X', 'HTTP/1.1 200 X\r\nContent-Length: 0'])('%s is answered with nothing', async (head) => {
  const site = await serveBytes(`${head}\r\n\r\n`)
  expect(await fetchFrom(site)).toMatchObject({ kind: 'answered', body: Buffer.alloc(0) })
})

test('a body without a length ends with the connection', async () => {
  const site = await serveBytes(answer('Content-Type: text/html'))
  expect(await fetchFrom(site)).toMatchObject({ kind: 'answered', body: text })
})

test('2 MB that come byte by byte cost little more than 2 MB', async () => {
  const chunks = Buffer.from('1\r\na\r\n'.repeat(2 ** 21))
  const body = Buffer.concat([chunks, Buffer.from('0\r\n\r\n')])
  const site = await serveBytes(answer('Connection: close\r\nTransfer-Encoding: chunked', body))
  const { fetch } = fetcherFor([site])
  const before = process.memoryUsage().rss
  const fetched = await fetch({ url: site.url('/'), trusted: true, as: 'page' })
  expect(fetched).toHaveProperty('body.length', 2 ** 21)
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20)
})

test.each([
  ['nothing comes', () => undefined, 'no answer after 0.2 s'],
  [
    'the status line does not end',
    (socket: NodeJS.WritableStream) => socket.write('HTTP/1.1 2'),
    'no answer after 0.2 s'
  ],
  [
    'the body does not end',
    (socket: NodeJS.WritableStream) => socket.write(answer('', 'a')),
    'not complete after 0.4 s'
  ]
])('%s: a timeout that says what was waited for', async (_what, begin, detail) => {
  const site = await serveSocket((socket) => void begin(socket))
  const fetched = await fetchFrom(site, { firstByte: 200, whole: 400 })
  expect(fetched).toMatchObject({ kind: 'failed', failure: 'timeout', detail })
})

test('a name that takes too long to resolve is a timeout too', async () => {
  const { fetch } = fetcherFor([], { limits: { connect: 100 }, resolve: () => new Promise(() => undefined) })
  const fetched = await fetch({ url: 'http://news.example/', trusted: false, as: 'page' })
  expect(fetched).toMatchObject({ failure: 'timeout', detail: 'connecting to news.example took longer than 0.1 s' })
})

test('a connection that was kept and is closed at the next request is tried again, once', async () => {
  let connections = 0
  const site = await serveSocket((socket) => {
    connections++
    if (connections === 2) socket.destroy()
    else socket.end(answer('Content-Length: 1', 'a'))
  })
  const { fetch } = fetcherFor([site])
  const wanted = { url: site.url('/'), trusted: true, as: 'page' } as const
  expect([brief(await fetch(wanted)), brief(await fetch(wanted))]).toEqual(['200', '200'])
  expect(connections).toBe(3)
})

test('the time of an answer is when it began', async () => {
  const site = await serve((_request, response) => {
    response.write('a')
    setTimeout(() => response.end('b'), 200)
  })
  const fetched = await fetchFrom(site)
  expect(Date.now() - Date.parse(fetched.at)).toBeGreaterThan(150)
})

test('redirects are followed and told, the fragment is not sent', async () => {
  const site = await serve((request, response) => {
    const next: Record<string, [number, string]> = {
      '/a': [301, '/b?x=1#y'],
      '/b?x=1': [307, 'c'],
      '/c': [303, '/d/../é']
    }
    const [status, location] = next[request.url!] ?? [200, '']
    response.writeHead(status, location === '' ? {} : { location: encodeURI(location) }).end(request.url)
  })
  const fetched = await fetcherFor([site]).fetch({ url: site.url('/a#top'), trusted: true, as: 'page' })
  expect(fetched).toMatchObject({
    url: site.url('/a#top'),
    finalUrl: site.url('/%C3%A9'),
    hops: [
      { url: site.url('/a'), status: 301 },
      { url: site.url('/b?x=1'), status: 307 },
      { url: site.url('/c'), status: 303 }
    ],
    body: Buffer.from('/%C3%A9')
  })
  expect(site.asked).toEqual(['/a', '/b?x=1', '/c', '/%C3%A9'])
})

test.each([
  [20, '200'],
  [21, 'too-many-redirects']
])('%i redirects: %s', async (redirects, outcome) => {
  const site = await serve((request, response) => {
    const step = Number(request.url!.slice(2))
    response.writeHead(step < redirects ? 302 : 200, { location: `/?${step + 1}` }).end()
  })
  expect(brief(await fetcherFor([site]).fetch({ url: site.url('/?0'), trusted: true, as: 'page' }))).toBe(outcome)
})

test('a redirect whose body does not end is followed all the same', async () => {
  const site = await serveSocket((socket, head) => {
    if (head.startsWith('GET /next ')) socket.end(answer('Content-Length: 4', 'next'))
    else socket.write(`HTTP/1.1 302 X\r\nLocation: /next\r\n\r\n${'a'.repeat(100_000)}`)
  })
  expect(await fetchFrom(site)).toMatchObject({ kind: 'answered', body: Buffer.from('next') })
})

test('a way that leads from https to http is told apart', () => {
  const hop = (url: string) => ({ url, status: 301 })
  expect(wasDowngraded({ hops: [hop('https://a.example/')], finalUrl: 'http://a.example/' })).toBe(true)
  expect(wasDowngraded({ hops: [hop('http://a.example/')], finalUrl: 'https://a.example/' })).toBe(false)
  expect(wasDowngraded({ hops: [], finalUrl: 'http://a.example/' })).toBe(false)
})

test('what is sent says who asks, and carries no cookies back', async () => {
  const seen: NodeJS.Dict<string | string[]>[] = []
  const site = await serve((request, response) => {
    seen.push(request.headers)
    response.writeHead(200, { 'set-cookie': ['id=1', 'b=2'], etag: '"1"', link: ['<a>', '<b>'] }).end()
  })
  const { fetch } = fetcherFor([site], { policy: { contact: 'https://reader.example/about (me)\r\nX: y' } })
  const first = await fetch({ url: site.url('/'), trusted: true, as: 'page' })
  await fetch({ url: site.url('/'), trusted: true, as: 'feed', etag: '"1"', lastModified: 'bad\r\nX-Evil: 1' })
  expect(first).toMatchObject({ headers: { etag: '"1"', link: '<a>, <b>' } })
  expect(first).not.toHaveProperty('headers.set-cookie')
  expect(seen[0]).toEqual({
    host: site.host,
    connection: 'keep-alive',
    'user-agent': 'Palimpsest/1.2.3 (+https://reader.example/aboutmeX:y)',
    accept: expect.stringContaining('text/html'),
    'accept-encoding': 'gzip, br'
  })
  expect(seen[1]).toMatchObject({ 'if-none-match': '"1"', accept: expect.stringContaining('application/rss+xml') })
  expect(seen[1]).not.toHaveProperty('if-modified-since')
  expect(seen[1]).not.toHaveProperty('cookie')
})

test('304 without having been asked conditionally is a bad response', async () => {
  const site = await serve((_request, response) => response.writeHead(304).end())
  const { fetch } = fetcherFor([site])
  const wanted = { url: site.url('/'), trusted: true, as: 'page' } as const
  expect(brief(await fetch(wanted))).toBe('bad-response')
  expect(brief(await fetch({ ...wanted, etag: '"1"' }))).toBe('304')
})

test('validators are sent to the address that gave them, and to no other', async () => {
  const conditions: (string | undefined)[] = []
  const site = await serve((request, response) => {
    conditions.push(request.headers['if-none-match'])
    if (request.url === '/a') response.writeHead(302, { location: '/b' })
    response.end('moved')
  })
  const { fetch } = fetcherFor([site])
  const wanted = { url: site.url('/a'), trusted: true, as: 'page', etag: '"1"' } as const
  await fetch({ ...wanted, answeredBy: site.url('/b') })
  await fetch({ ...wanted, answeredBy: site.url('/c') })
  await fetch(wanted)
  expect(conditions).toEqual([undefined, '"1"', undefined, undefined, '"1"', '"1"'])
})

test('closing does not wait for a connection that is being opened', async () => {
  const { fetch, close } = fetcherFor([], { resolve: () => new Promise(() => undefined) })
  const fetching = fetch({ url: 'http://news.example/', trusted: false, as: 'page' })
  await wait(20)
  await close()
  expect(brief(await fetching)).toBe('aborted')
})

test('giving up and closing end what is running, waiting and connecting', async () => {
  const silent = await serveSocket(() => undefined)
  const busy = fetcherFor([silent], { policy: { perHost: 1 } })
  const giveUp = new AbortController()
  const wanted = { url: silent.url('/'), trusted: true, as: 'page' } as const
  const running = busy.fetch({ ...wanted, signal: giveUp.signal })
  const waiting = busy.fetch({ ...wanted, signal: giveUp.signal })
  const closed = busy.fetch(wanted)
  await wait(50)
  giveUp.abort()
  expect([brief(await running), brief(await waiting)]).toEqual(['aborted', 'aborted'])
  await busy.close()
  expect(brief(await closed)).toBe('aborted')
  expect(brief(await busy.fetch(wanted))).toBe('aborted')
})

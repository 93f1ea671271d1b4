import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { findUpdate, isNewer } from '../../src/main/updates.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer).listen(0, '127.0.0.1')
  await new Promise((done) => server!.once('listening', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/updates.json`
}

const ask = (feed: string, longest = 2000) => findUpdate({ feed, running: '0.2.0', platform: 'linux', longest })
const list = { version: '0.3.0', page: 'https://example.org/download', notes: 'New.', sizes: { linux: 104_000_000 } }
const failed = (why: string) => ({ found: 'failed', why })

test('a newer version is told with its notes, its size and its page; nothing is sent but the request', async () => {
  let sent: unknown
  const feed = await serve((request, response) => {
    sent = [request.method, request.url, request.headers.cookie, request.headers.referer]
    response.end(JSON.stringify(list))
  })
  const { version, page, notes } = list
  expect(await ask(feed)).toEqual({ found: 'newer', version, page, notes, size: 104_000_000 })
  expect(sent).toEqual(['GET', '/updates.json', undefined, undefined])
})

test.each(['0.2.0', '0.1.9', '0.0.99999'])('version %s is none that is newer', async (version) => {
  expect(await ask(await serve((_, response) => response.end(JSON.stringify({ ...list, version }))))).toEqual({
    found: 'none'
  })
})

test.each([
  ['garbage', '<html>'],
  ['nothing', ''],
  ['another JSON', '[1]'],
  ['no version', JSON.stringify({ page: list.page })],
  ['a version that is none', JSON.stringify({ ...list, version: '9' })],
  ['a version of other signs', JSON.stringify({ ...list, version: '9.0.0<script>' })],
  ['a page without encryption', JSON.stringify({ ...list, page: 'http://example.org/' })],
  ['a page that is a file', JSON.stringify({ ...list, page: 'file:///etc/passwd' })],
  ['a page that is a script', JSON.stringify({ ...list, page: 'javascript:alert(1)' })],
  ['a page with a password', JSON.stringify({ ...list, page: 'https://a:b@example.org/' })],
  ['notes that are too long', JSON.stringify({ ...list, notes: 'x'.repeat(20_001) })],
  ['a size below nothing', JSON.stringify({ ...list, sizes: { linux: -1 } })]
])('a list with %s is not read', async (_what, text) => {
  expect(await ask(await serve((_request, response) => response.end(text)))).toEqual(failed('unreadable'))
})

test('a list without an end is left', async () => {
  const feed = await serve((_, response) => {
    const more = (): void => void (response.destroyed || (response.write('x'.repeat(10_000)), setImmediate(more)))
    more()
  })
  expect(await ask(feed)).toEqual(failed('too-large'))
})

test.each(['http://example.org/', 'http://localhost.example/', 'file:///etc/passwd', 'ftp://example.org/', '//['])(
  'a list that points to %s is not followed there',
  async (location) => {
    expect(await ask(await serve((_, response) => response.writeHead(302, { location }).end()))).toEqual(
      failed('insecure')
    )
  }
)

test('one that points elsewhere here is followed, and not for ever', async () => {
  const once = await serve((request, response) =>
    request.url === '/b' ? response.end(JSON.stringify(list)) : response.writeHead(302, { location: '/b' }).end()
  )
  expect(await ask(once)).toMatchObject({ found: 'newer' })
  server!.close()
  const round = await serve((_, response) => response.writeHead(302, { location: '/updates.json' }).end())
  expect(await ask(round)).toEqual(failed('unreachable'))
})

test.each([404, 500, 204])('status %i is no list', async (status) => {
  expect(await ask(await serve((_, response) => response.writeHead(status).end()))).toEqual(failed('unreachable'))
})

test('who does not answer in time is left', async () => {
  expect(await ask(await serve(() => undefined), 200)).toEqual(failed('slow'))
  server!.closeAllConnections()
  const halfway = await serve((_, response) => void response.write('{'))
  expect(await ask(halfway, 200)).toEqual(failed('slow'))
})

test('an address without encryption is not asked, and a build without one says so', async () => {
  expect(await ask('http://example.org/updates.json')).toEqual(failed('insecure'))
  expect(await ask('')).toEqual(failed('no-address'))
  const feed = await serve(() => undefined)
  server!.close()
  expect(await ask(feed)).toEqual(failed('unreachable'))
})

test.each([
  ['1.0.0', '0.9.9', true],
  ['0.10.0', '0.9.0', true],
  ['0.9.0', '0.10.0', false],
  ['1.0.0', '1.0.0', false],
  ['1.0.0', '1.0.0-beta.1', false],
  ['1.0.1', '1.0.0-beta.1', true]
])('%s comes after %s: %s', (a, b, newer) => {
  expect(isNewer(a, b)).toBe(newer)
})

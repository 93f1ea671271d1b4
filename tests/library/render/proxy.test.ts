import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http'
import { createServer as createTcp, connect, type AddressInfo, type Server as TcpServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { ConnectHook, Target } from '../../../src/library/fetch/connect.ts'
import type { Resolve } from '../../../src/library/fetch/resolve.ts'
import { openPageProxy, type PageProxy } from '../../../src/library/render/proxy.ts'

const opened: { close: () => unknown }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

interface Wishes {
  readonly allowedHost?: string | null
  readonly resolve?: Resolve
  readonly hook?: ConnectHook
  readonly mostBytes?: number
  readonly mostConnections?: number
  readonly onTooLarge?: () => void
  readonly upstream?: string
}

/** A proxy whose connections are noted and, unless a test says otherwise, opened. */
async function proxyFor(wishes: Wishes): Promise<{ proxy: PageProxy; asked: Target[] }> {
  const asked: Target[] = []
  const proxy = await openPageProxy({
    connecting: {
      resolve: wishes.resolve ?? (() => Promise.reject(new Error('no names here'))),
      hook: (target) => {
        asked.push(target)
        return wishes.hook?.(target) ?? true
      },
      timeout: 2000,
      trust: undefined
    },
    proxyFor: async () => wishes.upstream ?? 'DIRECT',
    allowedHost: wishes.allowedHost ?? null,
    mostBytes: wishes.mostBytes ?? 1_000_000,
    mostConnections: wishes.mostConnections ?? 100,
    onTooLarge: wishes.onTooLarge ?? (() => undefined)
  })
  opened.push(proxy)
  return { proxy, asked }
}

async function serverWith(answer: (request: IncomingMessage) => string): Promise<{ host: string; seen: string[][] }> {
  const seen: string[][] = []
  const server: Server = createServer((request, response) => {
    seen.push(request.rawHeaders)
    response.setHeader('X-Of-The-Page', 'yes').end(answer(request))
  }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  opened.push({
    close: () => {
      server.closeAllConnections()
      server.close()
    }
  })
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

interface Got {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

/** Asks as a browser asks its proxy for plain HTTP; `broken` where it got no complete answer. */
function get(
  proxy: PageProxy,
  url: string,
  credentials = `${proxy.username}:${proxy.password}`
): Promise<Got | 'broken'> {
  return new Promise((resolve) => {
    const headers = {
      host: new URL(url).host,
      'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}`,
      'proxy-connection': 'keep-alive',
      'x-mine': 'a'
    }
    const asking = httpRequest({ host: '127.0.0.1', port: proxy.port, path: url, headers, agent: false }, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.on('error', () => resolve('broken'))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
    })
    asking.on('error', () => resolve('broken'))
    asking.end()
  })
}

/** Asks for a tunnel and, where it gets one, says `hello`; returns everything that came back. */
function tunnel(proxy: PageProxy, place: string, credentials = `${proxy.username}:${proxy.password}`): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(proxy.port, '127.0.0.1')
    let text = ''
    socket.on('data', (chunk) => {
      const isFirst = text === ''
      text += chunk.toString()
      if (isFirst && text.startsWith('HTTP/1.1 200')) socket.write('hello')
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(text))
    const authorization = `Proxy-Authorization: Basic ${Buffer.from(credentials).toString('base64')}\r\n`
    socket.write(`CONNECT ${place} HTTP/1.1\r\nHost: ${place}\r\n${authorization}\r\n`)
  })
}

/** Sends back what it is told and hangs up. */
async function echo(): Promise<string> {
  const server: TcpServer = createTcp((socket) => socket.once('data', (chunk) => socket.end(chunk))).listen(
    0,
    '127.0.0.1'
  )
  await new Promise((done) => server.once('listening', done))
  opened.push(server)
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a plain request reaches its host without what belongs to the proxy, and its answer comes back', async () => {
  const { host, seen } = await serverWith(({ url }) => `page ${url}`)
  const { proxy } = await proxyFor({ allowedHost: host })
  const got = await get(proxy, `http://${host}/a?b=c`)
  expect(got).toMatchObject({ status: 200, text: 'page /a?b=c', headers: { 'x-of-the-page': 'yes' } })
  const names = seen[0]!.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase())
  expect(names.toSorted()).toEqual(['connection', 'host', 'x-mine'])
})

test('a tunnel carries bytes both ways', async () => {
  const host = await echo()
  const { proxy } = await proxyFor({ allowedHost: host })
  expect(await tunnel(proxy, host)).toBe('HTTP/1.1 200 Connection Established\r\n\r\nhello')
})

test('nobody gets through without the name and password of this very proxy', async () => {
  const { host, seen } = await serverWith(() => 'reached')
  const { proxy, asked } = await proxyFor({ allowedHost: host })
  const other = (await proxyFor({ allowedHost: host })).proxy
  for (const credentials of ['', 'page:', 'page:x', `page:${other.password}`, `other:${proxy.password}`]) {
    expect(await get(proxy, `http://${host}/`, credentials)).toMatchObject({ status: 407 })
    expect(await tunnel(proxy, host, credentials)).toMatch(/^HTTP\/1\.1 407 /)
  }
  expect([asked, seen]).toEqual([[], []])
})

const privatePlaces = [
  '127.0.0.1:80',
  '127.1:80',
  '0x7f000001:80',
  '2130706433:80',
  '[::1]:443',
  '[::ffff:10.0.0.1]:443',
  '[64:ff9b::a00:1]:443',
  '10.0.0.1:443',
  '169.254.169.254:80',
  '192.168.1.1:8080',
  '100.64.0.1:443',
  '[fe80::1]:443',
  '[fd00::1]:443',
  'localhost:8080',
  'router:80',
  'printer.local:631',
  'nas.home.arpa:443',
  '0.0.0.0:80',
  '8.8.8.8:25',
  'user:pass@8.8.8.8:443'
]

test.each(privatePlaces)('%s is refused, and nothing is connected to', async (place) => {
  const { proxy, asked } = await proxyFor({
    resolve: async () => [{ address: '8.8.8.8', family: 4 }],
    hook: () => false
  })
  expect(await tunnel(proxy, place)).toMatch(/^HTTP\/1\.1 502 /)
  expect(await get(proxy, `http://${place}/`)).toBe('broken')
  expect(asked).toEqual([])
})

test('a name is refused for one private address among public ones', async () => {
  const addresses = ['93.184.216.34', '10.1.2.3'].map((address) => ({ address, family: 4 }))
  const { proxy, asked } = await proxyFor({ resolve: async () => addresses, hook: () => false })
  expect(await tunnel(proxy, 'news.example:443')).toMatch(/^HTTP\/1\.1 502 /)
  expect(asked).toEqual([])
  expect(proxy.faultOf('news.example')).toMatchObject({ failure: 'refused-address' })
})

test('a name that means another address a moment later is looked up once for each connection, and that answer is used', async () => {
  let asked = 0
  const answers = ['93.184.216.34', '127.0.0.1']
  const resolve: Resolve = async () => [{ address: answers[asked++ % 2]!, family: 4 }]
  const { proxy, asked: targets } = await proxyFor({ resolve, hook: () => false })
  await tunnel(proxy, 'rebind.example:443')
  expect(targets).toEqual([{ host: 'rebind.example', port: 443, addresses: ['93.184.216.34'] }])
  await tunnel(proxy, 'rebind.example:443')
  expect([asked, targets.length]).toEqual([2, 1])
})

test('the one host that was allowed opens no other port and no other host', async () => {
  const { host } = await serverWith(() => 'intranet')
  const { host: neighbour, seen } = await serverWith(() => 'reached')
  const { proxy } = await proxyFor({ allowedHost: host })
  expect(await get(proxy, `http://${host}/`)).toMatchObject({ text: 'intranet' })
  expect(await get(proxy, `http://${neighbour}/`)).toBe('broken')
  expect(await tunnel(proxy, neighbour)).toMatch(/^HTTP\/1\.1 502 /)
  expect(seen).toEqual([])
})

test('too many bytes close everything and are told once', async () => {
  const { host } = await serverWith(() => 'x'.repeat(300_000))
  let told = 0
  const { proxy } = await proxyFor({ allowedHost: host, mostBytes: 500_000, onTooLarge: () => told++ })
  expect(await get(proxy, `http://${host}/`)).toMatchObject({ status: 200 })
  expect(await get(proxy, `http://${host}/`)).toBe('broken')
  expect(await get(proxy, `http://${host}/`)).toBe('broken')
  expect(told).toBe(1)
})

test('connections above the number allowed are refused', async () => {
  const { host, seen } = await serverWith(() => 'page')
  const { proxy } = await proxyFor({ allowedHost: host, mostConnections: 3 })
  const got: unknown[] = []
  for (let i = 0; i < 5; i++) got.push(await get(proxy, `http://${host}/`))
  expect(got.slice(3)).toEqual(['broken', 'broken'])
  expect(seen).toHaveLength(3)
})

test('an answer that is cut short is cut short for the browser as well', async () => {
  const server = createTcp((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf'))
  }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  opened.push(server)
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const { proxy } = await proxyFor({ allowedHost: host })
  expect(await get(proxy, `http://${host}/`)).toBe('broken')
})

test('why a host could not be reached is known afterwards', async () => {
  const server = createTcp().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  await new Promise((done) => server.close(done))
  const notFound = Object.assign(new Error('getaddrinfo ENOTFOUND gone.example'), {
    code: 'ENOTFOUND',
    syscall: 'getaddrinfo'
  })
  const { proxy } = await proxyFor({ allowedHost: host, resolve: () => Promise.reject(notFound) })
  await get(proxy, `http://${host}/`)
  await tunnel(proxy, 'gone.example:443')
  expect(proxy.faultOf(host)).toMatchObject({ failure: 'connect' })
  expect(proxy.faultOf('gone.example')).toMatchObject({ failure: 'dns' })
  expect(proxy.faultOf('other.example')).toBeUndefined()
})

test('behind a proxy of the system plain requests and tunnels go to that one, names unresolved', async () => {
  const seen: string[] = []
  const upstream = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    response.end('by way of the system')
  }).listen(0, '127.0.0.1')
  upstream.on('connect', (request: IncomingMessage, socket) => {
    seen.push(`${request.method} ${request.url}`)
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    socket.once('data', (chunk) => socket.end(chunk))
  })
  await new Promise((done) => upstream.once('listening', done))
  opened.push({ close: () => upstream.close() })
  const place = `127.0.0.1:${(upstream.address() as AddressInfo).port}`
  const { proxy, asked } = await proxyFor({ upstream: `PROXY ${place}` })
  expect(await get(proxy, 'http://news.example/story')).toMatchObject({ text: 'by way of the system' })
  expect(await tunnel(proxy, 'news.example:443')).toMatch(/hello$/)
  expect(await tunnel(proxy, '10.0.0.1:443')).toMatch(/^HTTP\/1\.1 502 /)
  expect(seen).toEqual(['GET http://news.example/story', 'CONNECT news.example:443'])
  expect(asked).toEqual([])
})

test('closing ends what is open', async () => {
  const silent = createTcp((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1')
  await new Promise((done) => silent.once('listening', done))
  opened.push(silent)
  const host = `127.0.0.1:${(silent.address() as AddressInfo).port}`
  const { proxy } = await proxyFor({ allowedHost: host })
  const waiting = [get(proxy, `http://${host}/`), tunnel(proxy, host)]
  await wait(200)
  await proxy.close()
  expect((await Promise.all(waiting)).map((one) => (typeof one === 'string' ? one.slice(0, 12) : one))).toEqual([
    'broken',
    'HTTP/1.1 200'
  ])
})

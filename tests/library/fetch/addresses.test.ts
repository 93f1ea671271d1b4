import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addressRefusal, hostRefusal, webAddress } from '../../../src/library/fetch/address.ts'
import type { Target } from '../../../src/library/fetch/connect.ts'
import type { Resolve } from '../../../src/library/fetch/resolve.ts'
import { brief, fetcherFor, serve, suites } from './web.ts'

const file = new URL('ssrf/addresses.json', suites)
const suite = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { deny: { url: string }[]; allow: { url: string }[] })
  : { deny: [], allow: [] }

/** Notes what would be connected to, and connects to nothing. */
function watcher(resolve?: Resolve) {
  const targets: Target[] = []
  const connectHook = (target: Target): boolean => {
    targets.push(target)
    return false
  }
  const { fetch } = fetcherFor([], { connectHook, ...(resolve === undefined ? {} : { resolve }) })
  return { targets, ask: (url: string, trusted = false) => fetch({ url, trusted, as: 'page' }) }
}

describe.runIf(existsSync(file))('addresses that must not and that may be asked (files beside the checkout)', () => {
  test.each(suite.deny.map(({ url }, at) => [at, url] as const))('%i never: %s', async (_at, url) => {
    for (const trusted of [true, false]) {
      const { targets, ask } = watcher()
      const fetched = await ask(url, trusted)
      expect(['refused-address', 'bad-address']).toContain(brief(fetched))
      expect(targets).toEqual([])
    }
  })

  test.each(suite.deny.map(({ url }, at) => [at, url] as const))('%i not by a redirect: %s', async (_at, url) => {
    const site = await serve((_request, response) => response.writeHead(302, { location: encodeURI(url) }).end())
    const targets: Target[] = []
    const connectHook = (target: Target): boolean => {
      targets.push(target)
      return target.port === site.port
    }
    const { fetch } = fetcherFor([site], { connectHook })
    const fetched = await fetch({ url: site.url('/'), trusted: true, as: 'page' })
    expect(['refused-address', 'bad-address']).toContain(brief(fetched))
    expect(targets.map(({ port }) => port)).toEqual([site.port])
  })

  test.each(suite.allow.map(({ url }) => url))('asked: %s', async (url) => {
    const { targets, ask } = watcher()
    await ask(url)
    expect(targets).toEqual([
      { host: new URL(url).hostname.replace(/[[\]]/g, ''), port: 443, addresses: [expect.any(String)] }
    ])
  })
})

describe('what a name resolves to', () => {
  const resolving =
    (...addresses: string[]): Resolve =>
    () =>
      Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))

  test.each([
    [['93.184.215.14'], true],
    [['93.184.215.14', '2606:2800:21f:cb07::1'], true],
    [['10.1.2.3'], false],
    // One private address among public ones is how a name is made to mean two things.
    [['93.184.215.14', '127.0.0.1'], false],
    [['::ffff:192.168.1.1'], false],
    [['::127.0.0.1'], false],
    [['fe80::1%eth0'], false],
    [['not an address'], false],
    // NAT64: how a host that has IPv4 only is reached from a network that has IPv6 only.
    [['64:ff9b::5db8:d70e'], true],
    [['64:ff9b::a00:1'], false],
    [['2002:5db8:d70e::1'], false],
    [['2001:0:5db8:d70e::1'], false],
    [['4000::1'], false],
    [['3fff::1'], false]
  ])('%j asked: %s', async (addresses, isAsked) => {
    const { targets, ask } = watcher(resolving(...addresses))
    await ask('https://news.example/')
    expect(targets.map((target) => target.addresses)).toEqual(isAsked ? [addresses] : [])
  })

  test('a name that means another address the second time is connected to at the one that was checked', async () => {
    const site = await serve((_request, response) => response.end('public'))
    const private_ = await serve((_request, response) => response.end('private'))
    let times = 0
    const resolve: Resolve = () => {
      times++
      return Promise.resolve([{ address: times === 1 ? '127.0.0.1' : '127.9.9.9', family: 4 }])
    }
    const host = `news.example:${site.port}`
    const { fetch } = fetcherFor([{ host }], { resolve })
    const fetched = await fetch({ url: `http://${host}/`, trusted: true, as: 'page' })
    expect(fetched).toMatchObject({ kind: 'answered', ip: '127.0.0.1', body: Buffer.from('public') })
    expect(times).toBe(1)
    expect(private_.asked).toEqual([])
  })

  test('a name that turns to a private address between two requests is refused at the second', async () => {
    const answers = [['93.184.215.14'], ['192.168.0.1']]
    const { targets, ask } = watcher(() => resolving(...answers.shift()!)('news.example'))
    await ask('http://news.example/')
    expect(brief(await ask('http://news.example/'))).toBe('refused-address')
    expect(targets).toEqual([{ host: 'news.example', port: 80, addresses: ['93.184.215.14'] }])
  })
})

describe('a host that the reader allowed', () => {
  test('is asked when a person gave its address, and not when a page or feed did', async () => {
    const site = await serve((_request, response) => response.end('ours'))
    const { fetch } = fetcherFor([site])
    expect(brief(await fetch({ url: site.url('/'), trusted: true, as: 'page' }))).toBe('200')
    expect(brief(await fetch({ url: site.url('/'), trusted: false, as: 'page' }))).toBe('refused-address')
    expect(site.asked).toEqual(['/'])
  })

  test('may redirect within itself, and others may not redirect to it', async () => {
    const site = await serve((request, response) => {
      if (request.url === '/inside') response.writeHead(302, { location: '/here' })
      response.end('ours')
    })
    const other = await serve((_request, response) => response.writeHead(302, { location: site.url('/secret') }).end())
    const { fetch } = fetcherFor([site, other])
    expect(brief(await fetch({ url: site.url('/inside'), trusted: true, as: 'page' }))).toBe('200')
    expect(brief(await fetch({ url: other.url('/'), trusted: true, as: 'page' }))).toBe('refused-address')
    expect(site.asked).toEqual(['/inside', '/here'])
  })

  test.each(['home.example:80', 'HOME.example', ' home.example '])('may be written %j', async (written) => {
    const targets: Target[] = []
    const connectHook = (target: Target): boolean => targets.push(target) === 0
    const resolve: Resolve = () => Promise.resolve([{ address: '192.168.1.5', family: 4 }])
    const { fetch } = fetcherFor([{ host: written }], { connectHook, resolve })
    await fetch({ url: 'http://home.example/', trusted: true, as: 'page' })
    expect(targets).toEqual([{ host: 'home.example', port: 80, addresses: ['192.168.1.5'] }])
  })

  test('on another port is another host', async () => {
    const [site, other] = [await serve((_q, response) => response.end()), await serve((_q, response) => response.end())]
    const { fetch } = fetcherFor([site])
    expect(brief(await fetch({ url: other.url('/'), trusted: true, as: 'page' }))).toBe('refused-address')
    expect(other.asked).toEqual([])
  })

  test.each(['0.0.0.0', '255.255.255.255', '224.0.0.1', '::'])('is nobody at %s all the same', async (address) => {
    const { fetch } = fetcherFor([{ host: 'home.example' }], {
      resolve: () => Promise.resolve([{ address, family: address.includes(':') ? 6 : 4 }])
    })
    expect(brief(await fetch({ url: 'http://home.example/', trusted: true, as: 'page' }))).toBe('refused-address')
  })
})

test.each([
  ['not an address', 'bad-address'],
  ['', 'bad-address'],
  ['http://', 'bad-address'],
  ['https://news.example:99999/', 'bad-address'],
  [`https://news.example/${'x'.repeat(9000)}`, 'bad-address'],
  ['ftp://news.example/', 'refused-address'],
  ['javascript:alert(1)', 'refused-address'],
  ['https://reader@news.example/', 'refused-address'],
  ['https://reader:secret@news.example/', 'refused-address'],
  ['http://news.example:25/', 'refused-address'],
  ['http://news.example:6667/', 'refused-address'],
  ['http://news.example:0/', 'refused-address']
])('%.50s is %s', (text, failure) => {
  expect(webAddress(text)).toMatchObject({ failure })
})

test.each([
  ['HTTP://News.Example:80/a b#part', 'http://news.example/a%20b'],
  ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
  ['http://news.example:8080/', 'http://news.example:8080/']
])('%s is asked as %s', (text, href) => {
  expect(webAddress(text)).toHaveProperty('href', href)
})

test.each([
  'localhost',
  'a.localhost',
  'router.local',
  'nas.lan',
  'db.internal',
  'printer.home.arpa',
  'intranet',
  'x.onion'
])('the name %s is private', (name) => {
  expect(hostRefusal(name)).toMatchObject({ failure: 'refused-address' })
  expect(hostRefusal(`${name}.`)).toMatchObject({ failure: 'refused-address' })
})

test('a public name and public addresses are not refused', () => {
  expect(
    ['news.example', 'a.b.co.uk', '93.184.215.14', '[2606:4700::1111]'].every((host) => hostRefusal(host) === null)
  ).toBe(true)
  expect(addressRefusal('93.184.215.14')).toBeNull()
})

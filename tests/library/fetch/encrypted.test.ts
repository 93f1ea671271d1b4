import { X509Certificate } from 'node:crypto'
import { createServer } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { proxyFromEnvironment, readProxy } from '../../../src/library/fetch/proxy.ts'
import { authority, certificate, expired, key } from './certificates.ts'
import { brief, fetcherFor, listen, serve } from './web.ts'

/** Every name is this computer. */
const resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])

async function serveTls(cert: string) {
  const server = createHttps({ key, cert }, (_request, response) => response.end('secret'))
  return listen(server)
}

test('an encrypted page is answered with the certificates that were shown', async () => {
  const { port } = await serveTls(certificate + authority)
  const host = `news.example:${port}`
  const { fetch } = fetcherFor([{ host }], { resolve, authorities: [authority] })
  const fetched = await fetch({ url: `https://${host}/`, trusted: true, as: 'page' })
  if (fetched.kind !== 'answered') throw new Error(fetched.detail)
  expect(fetched.body.toString()).toBe('secret')
  expect(fetched.certificate!.match(/-----BEGIN/g)).toHaveLength(2)
  expect(new X509Certificate(fetched.certificate!).checkHost('news.example')).toBe('news.example')
})

test.each([
  ['news.example', certificate, [], /^the .* \(UNABLE_TO_VERIFY_LEAF_SIGNATURE\)$/],
  [
    'other.example',
    certificate,
    [authority],
    /^the certificate belongs to another name \(ERR_TLS_CERT_ALTNAME_INVALID\)$/
  ],
  ['127.0.0.1', certificate, [authority], /^the certificate belongs to another name/],
  ['news.example', expired, [authority], /^the certificate has expired \(CERT_HAS_EXPIRED\)$/]
])('%s: a certificate that does not vouch for it is never accepted (%#)', async (name, cert, authorities, detail) => {
  const { port } = await serveTls(cert)
  const host = `${name}:${port}`
  const { fetch } = fetcherFor([{ host }], { resolve, authorities })
  const fetched = await fetch({ url: `https://${host}/`, trusted: true, as: 'page' })
  expect(fetched).toMatchObject({ kind: 'failed', failure: 'tls', detail: expect.stringMatching(detail) })
})

test('a server that does not speak TLS is told as that', async () => {
  const { host } = await serve((_request, response) => response.end())
  const fetched = await fetcherFor([{ host }]).fetch({ url: `https://${host}/`, trusted: true, as: 'page' })
  expect(brief(fetched)).toBe('tls')
})

/** A proxy that opens tunnels to this computer, whatever name they are for, and notes what it is asked. */
async function serveProxy(status = 200) {
  const asked: string[] = []
  const proxy = await serve((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers['proxy-authorization'] ?? ''}`.trim())
    response.writeHead(status).end('through the proxy')
  })
  return { ...proxy, asked }
}

async function serveTunnels(status = 200) {
  const asked: string[] = []
  const tunnels = createServer()
  tunnels.on('connect', (request, socket) => {
    asked.push(`${request.method} ${request.url} ${request.headers['proxy-authorization'] ?? ''}`.trim())
    socket.on('error', () => undefined)
    if (status !== 200) return void socket.end(`HTTP/1.1 ${status} No\r\n\r\n`)
    const target = connect(Number(request.url!.split(':').at(-1)), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      target.pipe(socket).pipe(target)
    })
    target.on('error', () => socket.destroy())
  })
  return { ...(await listen(tunnels)), asked }
}

test('http goes through a proxy by its whole address, and no name is resolved', async () => {
  const proxy = await serveProxy()
  const { fetch } = fetcherFor([], {
    resolve: () => Promise.reject(new Error('resolved')),
    proxy: () => Promise.resolve(`PROXY ${proxy.host}; DIRECT`)
  })
  const fetched = await fetch({ url: 'http://news.example/a?b', trusted: false, as: 'page' })
  expect(fetched).toMatchObject({ kind: 'answered', ip: null, body: Buffer.from('through the proxy') })
  expect(proxy.asked).toEqual(['GET http://news.example/a?b'])
})

test('https goes through a tunnel, and it is the host whose certificate is checked', async () => {
  const { port } = await serveTls(certificate)
  const proxy = await serveTunnels()
  const wanted = { url: `https://news.example:${port}/`, trusted: false, as: 'page' } as const
  const settings = { proxy: () => Promise.resolve(`PROXY ${proxy.host}`) }
  const believing = fetcherFor([], { ...settings, authorities: [authority] })
  const fetched = await believing.fetch(wanted)
  expect(fetched).toMatchObject({ kind: 'answered', ip: null, body: Buffer.from('secret') })
  expect(fetched).toHaveProperty('certificate', expect.stringContaining('BEGIN CERTIFICATE'))
  expect(brief(await fetcherFor([], settings).fetch(wanted))).toBe('tls')
  expect(proxy.asked).toEqual(Array(2).fill(`CONNECT news.example:${port}`))
})

test('private names and addresses are refused before a proxy is asked', async () => {
  const proxy = await serveProxy()
  const { fetch } = fetcherFor([], { proxy: () => Promise.resolve(`PROXY ${proxy.host}`) })
  for (const url of ['http://10.0.0.1/', 'http://intranet/', 'http://[fd00::1]/'])
    expect(brief(await fetch({ url, trusted: true, as: 'page' }))).toBe('refused-address')
  expect(proxy.asked).toEqual([])
})

test.each(['http', 'https'])('a proxy that refuses or is not there counts as being offline (%s)', async (scheme) => {
  const [plain, tunnels] = [await serveProxy(407), await serveTunnels(407)]
  const refusing = scheme === 'http' ? plain.host : tunnels.host
  for (const place of [refusing, '127.0.0.1:1234']) {
    const { fetch } = fetcherFor([], { proxy: () => Promise.resolve(`PROXY ${place}`) })
    const fetched = await fetch({ url: `${scheme}://news.example/`, trusted: false, as: 'page' })
    expect(fetched).toMatchObject({ failure: 'offline', detail: expect.stringContaining('proxy') })
  }
})

test.each([
  ['DIRECT', null],
  ['', null],
  ['PROXY proxy.example:3128; DIRECT', 'http://proxy.example:3128/'],
  ['HTTPS proxy.example:443', 'https://proxy.example/']
])('the system says %j', (answer, proxy) => {
  const chosen = readProxy(answer)
  expect(chosen instanceof URL ? chosen.href : chosen).toBe(proxy)
})

test('a proxy that cannot be used is not gone around', () => {
  expect(readProxy('SOCKS5 127.0.0.1:9050; DIRECT')).toEqual({
    failure: 'offline',
    detail: 'SOCKS5 proxies are not supported'
  })
  expect(readProxy('PROXY :::')).toMatchObject({ failure: 'offline' })
})

test.each([
  ['https://news.example/', { HTTPS_PROXY: 'http://proxy.example:3128' }, 'proxy.example:3128'],
  ['https://news.example/', { https_proxy: 'proxy.example' }, 'proxy.example'],
  ['https://news.example/', { HTTP_PROXY: 'http://proxy.example' }, null],
  ['http://news.example/', { HTTP_PROXY: 'http://proxy.example' }, 'proxy.example'],
  ['http://news.example/', { HTTP_PROXY: 'http://proxy.example', NO_PROXY: 'other.example,news.example' }, null],
  ['http://www.news.example/', { HTTP_PROXY: 'http://proxy.example', NO_PROXY: '.news.example' }, null],
  ['http://goodnews.example/', { HTTP_PROXY: 'http://proxy.example', NO_PROXY: 'news.example' }, 'proxy.example'],
  ['http://news.example/', { HTTP_PROXY: 'http://proxy.example', NO_PROXY: 'news.example:8080' }, 'proxy.example'],
  ['http://news.example/', { HTTP_PROXY: 'http://proxy.example', no_proxy: '*' }, null],
  ['http://news.example/', { HTTP_PROXY: 'socks5://proxy.example' }, null],
  ['http://news.example/', {}, null]
])('%s with %j', (url, env, host) => {
  expect(proxyFromEnvironment(new URL(url), env)?.host ?? null).toBe(host)
})

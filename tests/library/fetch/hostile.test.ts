import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { usualLimits } from '../../../src/library/fetch/limits.ts'
import { brief, fetcherFor, suites } from './web.ts'

/** A server of hostile answers, run where it lies beside the checkout. */
const folder = new URL('hostile-http/', suites)
const isThere = existsSync(folder)

/** What each answer comes to. What is `200` here is complete; whether it is an article is for the reader of pages to say. */
const outcomes: Readonly<Record<string, string>> = {
  '200':
    'ok gzip br deflate-zlib deflate-raw 103 304 etag-lies soft404 consent empty 301 302 303 307 308 utf8-location ' +
    'meta-refresh deep-100k deep-b-20k nodes-1m cs-sjis cs-sjis-meta cs-eucjp cs-2022jp cs-gb cs-euckr cs-1251 cs-koi8 ' +
    'cs-latin1-is-1252 cs-none-1252 cs-header-beats-meta cs-bom-beats-header cs-utf16le-bom cs-utf16be-bom cs-meta-utf16 ' +
    'cs-bogus cs-invalid-utf8 cs-nul cs-utf7 ct-plain ct-none ct-octet ct-pdf ct-image ct-attach ct-svg attrs-200k ' +
    'one-word-10mb redos table-bomb comment-open feed-xxe feed-laughs feed-quad feed-100k feed-badlinks feed-dupguid ' +
    'feed-malformed feed-html',
  '204': '204',
  '401': '401',
  '403': 'botwall',
  '404': '404',
  '410': '410',
  '451': '451',
  '429': '429 429-date 429-huge 429-neg 429-none',
  '500': '500 flap',
  '503': '503',
  'bad-address': 'bad-location',
  'refused-address': 'to-file to-js to-data to-ftp to-metadata to-private to-loopback to-v6loop to-mapped to-dec',
  'too-many-redirects': 'loop loop2 loop2b endless 30hops',
  'bad-response':
    '304-unconditional 206 gzip-nested no-location enc-unknown cl-double cl-neg cl-nan te-cl http09 status-abc hdr-nul ' +
    'status-999 hdr-obsfold hdr-1mb hdr-10k cookies-5mb 100-flood',
  incomplete: 'gzip-truncated gzip-badcrc gzip-lie chunk-trunc chunk-bad cl-long rst fin-mid cl-short close',
  'too-large': 'gzip-bomb-1g br-bomb-256m attr-20mb infinite body-1g',
  timeout: 'hang hang-after-headers slow-headers slow-body',
  // Decoded where Node can; what follows a complete gzip member is refused by some versions of it and left out by others.
  '200|bad-response': 'zstd',
  '200|incomplete': 'gzip-trailing'
}
const table = Object.entries(outcomes).flatMap(([outcome, names]) =>
  names.split(' ').map((name) => [`/${name}`, outcome] as const)
)

const never = new Set(outcomes['timeout']!.split(' ').map((name) => `/${name}`))
const megabyte = 2 ** 20

describe.runIf(isThere)('hostile answers (a server beside the checkout)', () => {
  let child: ReturnType<typeof spawn>
  let port = 0
  let https: Readonly<Record<string, number>> = {}

  beforeAll(async () => {
    child = spawn(process.execPath, [fileURLToPath(new URL('hostile-server.mjs', folder)), '0'], {
      stdio: ['ignore', 'pipe', 'inherit']
    })
    const [line] = (await once(child.stdout!, 'data')) as [Buffer]
    ;({ http: port, https } = JSON.parse(line.toString()) as { http: number; https: Record<string, number> })
  })
  afterAll(() => child.kill())

  const fetcher = (limits = {}) => fetcherFor([{ host: `localhost:${port}` }], { limits })
  const wanted = (path: string) => ({ url: `http://localhost:${port}${path}`, trusted: true, as: 'page' as const })

  test('every case has an outcome', () => {
    const { cases } = JSON.parse(readFileSync(new URL('cases.json', folder), 'utf8')) as { cases: object }
    expect(table.map(([path]) => path).sort()).toEqual(Object.keys(cases).sort())
  })

  test.each(table)('%s: %s', async (path, outcome) => {
    const { fetch } = fetcher(never.has(path) ? { firstByte: 700, whole: 1500 } : {})
    const memory = watchMemory()
    const fetched = await fetch(wanted(path))
    expect(outcome.split('|')).toContain(brief(fetched))
    expect(memory.grown()).toBeLessThan(100 * megabyte)
    expect(fetched).not.toHaveProperty('detail', '')
  })

  test.each(['/infinite', '/body-1g'])('%s: little more is taken than the cap', async (path) => {
    const { fetch } = fetcher()
    await fetch(wanted('/_reset'))
    await fetch(wanted(path))
    const stats = await fetch(wanted('/_stats'))
    const sent = JSON.parse(stats.kind === 'answered' ? stats.body.toString() : '{}') as Record<string, number>
    // What the server has sent and nobody has read waits in the buffers of two sockets.
    expect(sent[`${path}:bytes`]).toBeLessThan(usualLimits.decoded + 10 * megabyte)
  })

  test('asked with its validators, a page that did not change answers 304', async () => {
    const { fetch } = fetcher()
    const again = { ...wanted('/304'), etag: '"v1"', lastModified: 'Wed, 01 Jan 2020 00:00:00 GMT' }
    expect(brief(await fetch(wanted('/304')))).toBe('200')
    expect(await fetch(again)).toMatchObject({ kind: 'answered', status: 304, body: Buffer.alloc(0) })
  })

  test('a page that changes under the same etag is told apart by the hash of its body', async () => {
    const { fetch } = fetcher()
    const one = await fetch(wanted('/etag-lies'))
    const other = await fetch(wanted('/etag-lies'))
    if (one.kind !== 'answered' || other.kind !== 'answered') throw new Error('not answered')
    expect(one.headers['etag']).toBe(other.headers['etag'])
    expect(one.bodyHash.equals(other.bodyHash)).toBe(false)
  })

  test.each(['/429', '/429-date', '/429-huge', '/429-neg', '/429-none', '/503'])(
    '%s: the host is left alone afterwards',
    async (path) => {
      const { fetch } = fetcher()
      await fetch(wanted(path))
      const next = await fetch(wanted('/ok'))
      if (next.kind !== 'failed') throw new Error('asked')
      expect(next.failure).toBe('waiting')
      const wait = Date.parse(next.retryAt!) - Date.now()
      expect(wait).toBeGreaterThan(50_000)
      expect(wait).toBeLessThanOrEqual(24 * 3_600_000)
    }
  )

  test.each(['selfsigned', 'wronghost'])('%s: the certificate is not accepted, and why is told', async (name) => {
    const host = `127.0.0.1:${https[name]}`
    const { fetch } = fetcherFor([{ host }])
    const fetched = await fetch({ url: `https://${host}/ok`, trusted: true, as: 'page' })
    expect(fetched).toMatchObject({ kind: 'failed', failure: 'tls' })
    expect(fetched).toHaveProperty('detail', expect.stringMatching(/^the certificate .* \([A-Z_]+\)$/))
  })
})

function watchMemory(): { readonly grown: () => number } {
  const before = process.memoryUsage.rss()
  let most = before
  const look = (): void => void (most = Math.max(most, process.memoryUsage.rss()))
  const timer = setInterval(look, 5)
  return {
    grown: () => {
      clearInterval(timer)
      look()
      return most - before
    }
  }
}

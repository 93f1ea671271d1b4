import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { request } from 'undici'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPage } from '../../../src/library/extract/read-page.ts'
import { look, LookCache } from '../../../src/library/feeds/look.ts'
import type { Answered, Fetch } from '../../../src/library/fetch/fetched.ts'

const sentence =
  'The harbour board met on Tuesday and agreed to mend the eastern wall before the winter storms arrive. '
const paragraph = `<p>${sentence.repeat(3)}</p>`
const pages: Readonly<Record<string, string>> = {
  '/wall': `<title>Wall to be mended</title><link rel=alternate type=application/rss+xml href=/feed><article><h1>Wall to be mended</h1>${paragraph.repeat(6)}</article>`,
  '/feed':
    '<rss><channel><title>Harbour</title><item><link>/wall</link></item><item><link>/pier</link></item></channel></rss>',
  '/empty': '<title>Nothing</title>'
}
const asked: string[] = []
const server = createServer((incoming, response) => {
  asked.push(incoming.url!)
  const page = pages[incoming.url!]
  response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(page ?? 'Not here')
})
let root = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const at = '2026-11-26T12:00:00.000Z'
const fetch: Fetch = async ({ url }) => {
  const { statusCode, body, headers } = await request(url)
  const bytes = Buffer.from(await body.arrayBuffer())
  const way = { url, finalUrl: url, hops: [], at, kind: 'answered', certificate: null, ip: '127.0.0.1' } as const
  const type = { 'content-type': String(headers['content-type']) }
  return {
    ...way,
    status: statusCode,
    headers: type,
    body: bytes,
    bodyHash: createHash('sha256').update(bytes).digest()
  }
}
const read = async ({ body, finalUrl, status }: Answered) => ({
  page: readPage(body.toString(), { url: finalUrl, at, status }),
  isShown: false
})

test('articles, feeds and addresses where neither is; what was found is kept and not asked for again', async () => {
  const cache = new LookCache(() => new Date(at))
  const known = (url: string) => (url.endsWith('/feed') ? 7 : null)
  const text = ['/wall', '/feed', '/gone', '/empty'].map((path) => root + path).join('\n')
  const [article, feed, gone, empty] = await look(text, { fetch, readPage: read, known, knownFeed: known, cache })
  expect(article).toMatchObject({ address: `${root}/wall`, problem: null })
  expect(article!.article).toMatchObject({
    url: `${root}/wall`,
    headline: 'Wall to be mended',
    paragraphs: 6,
    known: null
  })
  const found = {
    kind: 'feed',
    url: `${root}/feed`,
    title: 'Harbour',
    format: 'rss',
    entries: 2,
    daily: null,
    known: 7
  }
  expect(article!.feeds).toEqual([found])
  expect(feed).toEqual({ address: `${root}/feed`, article: null, feeds: [found], problem: null })
  expect(gone!.problem).toMatchObject({ code: 'gone', status: 404 })
  expect(empty!.problem).toMatchObject({ status: 200 })
  expect(empty!.article).toBeNull()
  expect(cache.page(`${root}/wall#top`)?.page.kind).toBe('article')
  expect(cache.feed(`${root}/feed`)?.entries).toHaveLength(2)
  expect(asked.filter((path) => path === '/gone')).toHaveLength(1)
})

test('the cache forgets after ten minutes', () => {
  let now = Date.parse(at)
  const cache = new LookCache(() => new Date(now))
  cache.keep('https://harbour.example/feed', { feed: { kind: 'rss', title: null, homepage: null, self: null, lang: null, ttl: null, entries: [] } }) // prettier-ignore
  expect(cache.feed('https://harbour.example/feed')).toBeDefined()
  now += 11 * 60_000
  expect(cache.feed('https://harbour.example/feed')).toBeUndefined()
})

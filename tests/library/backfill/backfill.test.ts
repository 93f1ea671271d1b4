import { afterEach, expect, test } from 'vitest'
import { backfill, type Backfilled, type Memento } from '../../../src/library/backfill/backfill.ts'
import { createFetch, type Fetcher } from '../../../src/library/fetch/fetch.ts'
import type { HostState } from '../../../src/library/fetch/fetched.ts'
import { startArchive, type Archive, type Kept, type Manners } from './archive-server.ts'

const url = 'https://quay.example/row?id=1'
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const page = (words: string): string =>
  `<html><head><title>Quay row</title></head><body><h1>Quay row</h1><p>${words} <a href="https://quay.example/two">two</a></p></body></html>`
const kept = (day: number, words: string, rest: Partial<Kept> = {}): Kept => ({
  timestamp: `202001${String(day).padStart(2, '0')}030405`,
  url,
  html: page(words),
  ...rest
})
const iso = (day: number): string => `2020-01-${String(day).padStart(2, '0')}T03:04:05.000Z`

function fetcherFor(archive: Archive): Fetcher {
  const states = new Map<string, HostState>()
  const fetcher = createFetch({
    policy: () => ({ obeyRobots: true, contact: '', spacing: 0, perHost: 2, allowedHosts: [archive.host] }),
    hosts: { get: (host) => states.get(host), set: (host, state) => void states.set(host, state) },
    now: () => new Date(),
    version: '0',
    proxy: () => Promise.resolve('DIRECT'),
    isConnected: () => true
  })
  closing.push(fetcher.close)
  return fetcher
}

interface Run {
  readonly result: Backfilled
  readonly mementos: readonly Memento[]
  readonly archive: Archive
}

type Asked = Partial<Omit<Parameters<typeof backfill>[0], 'endpoint'>> & { readonly at?: string }

async function run(copies: readonly Kept[], manners: Manners = {}, { at, ...asked }: Asked = {}): Promise<Run> {
  const archive = await startArchive(copies, manners)
  closing.push(archive.close)
  const mementos: Memento[] = []
  const { fetch } = fetcherFor(archive)
  const result = await backfill({
    fetch,
    endpoint: at === undefined ? archive.endpoint : archive.origin + at,
    url,
    signal: new AbortController().signal,
    most: 100,
    onMemento: (memento) => void mementos.push(memento),
    ...asked
  })
  return { result, mementos, archive }
}

const whole = { broken: 0, problem: null, retryAt: null }
const three = [kept(1, 'Two berths'), kept(2, 'Three berths'), kept(9, 'Four berths')]

test.each([
  ['JSON with digests, behind the link-format prefix', '/web/timemap/link/', {}],
  ['a TimeMap in link-format alone', '/web/timemap/link/', { formats: ['link'] }],
  ['a TimeMap in pages', '/web/timemap/link/', { formats: ['link'], pageSize: 1 }],
  ['JSON asked for', '/web/timemap/json', {}],
  ['a CDX server', '/cdx/search/cdx', {}],
  ['a CDX server with a query', '/cdx/search/cdx?output=json&url=', {}],
  ['an address with a place for the page', '/cdx/search/cdx?url={url}', {}]
] as const)('reads %s', async (_, at, manners) => {
  const { result, mementos } = await run(three, manners, { at })
  expect(result).toEqual({ ...whole, total: 3, taken: 3 })
  expect(mementos.map(({ at }) => at)).toEqual([iso(1), iso(2), iso(9)])
  expect(mementos.map(({ body }) => body.toString())).toEqual(three.map(({ html }) => html))
})

test('a memento names the page, the copy a person can open, and what the site had sent', async () => {
  const { mementos, archive } = await run([kept(1, 'Two berths')])
  expect(mementos).toEqual([
    {
      at: iso(1),
      archiveUrl: `${archive.origin}/web/20200101030405/${url}`,
      originalUrl: url,
      status: 200,
      body: Buffer.from(page('Two berths')),
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'memento-datetime': 'Wed, 01 Jan 2020 03:04:05 GMT',
        'last-modified': 'Wed, 01 Jan 2020 03:04:05 GMT'
      }
    }
  ])
})

test('an archive without raw bodies is asked for one once, and its additions are taken out', async () => {
  const { result, mementos, archive } = await run(three, { raw: false })
  expect(result).toMatchObject({ taken: 3, broken: 0 })
  expect(archive.asked.filter((path) => path.includes('id_/'))).toHaveLength(1)
  for (const [n, { body }] of mementos.entries()) {
    expect(body.toString()).not.toMatch(/wayback|toolbar|wombat|127\.0\.0\.1|\/web\/|archived on/i)
    expect(body.toString().replace('<head>\n', '<head>').trimEnd()).toBe(three[n]!.html)
  }
})

test('a page that itself links to the archive keeps that link, raw or not', async () => {
  const cites = (origin: string) => page(`<a href="${origin}/web/20190101000000/https://quay.example/old">then</a>`)
  for (const raw of [true, false]) {
    const probe = [kept(1, 'A')]
    const archive = await startArchive(probe, { raw })
    closing.push(archive.close)
    probe[0] = { ...probe[0]!, html: cites(archive.origin) }
    const bodies: string[] = []
    const { fetch } = fetcherFor(archive)
    const [signal, onMemento] = [new AbortController().signal, ({ body }: Memento) => void bodies.push(body.toString())]
    await backfill({ fetch, endpoint: archive.endpoint, url, signal, most: 9, onMemento })
    expect(bodies).toHaveLength(1)
    expect(bodies[0]).toContain(`"${archive.origin}/web/20190101000000/https://quay.example/old"`)
  }
})

test('copies in a row with one text are asked for once; a text that came back twice', async () => {
  const { mementos } = await run([kept(1, 'A'), kept(2, 'A'), kept(3, 'B'), kept(4, 'A'), kept(5, 'A')])
  expect(mementos.map(({ at }) => at)).toEqual([iso(1), iso(3), iso(4)])
})

test('of too many copies each text comes first, then the rest evenly', async () => {
  const story = [...'AABBABABAC'].map((words, n) => kept(n + 1, words))
  const { mementos } = await run(story, {}, { most: 4 })
  expect(mementos.map(({ at }) => at)).toEqual([iso(1), iso(3), iso(5), iso(10)])
})

test('redirects, errors and images are not asked for', async () => {
  const { result, archive } = await run([
    kept(1, 'A'),
    kept(2, 'B', { status: 404 }),
    kept(3, 'C', { type: 'image/png' }),
    kept(4, 'D', { status: 301 })
  ])
  expect(result).toMatchObject({ total: 1, taken: 1 })
  expect(archive.asked).toHaveLength(2)
})

test('a page that was an error then is no state, where the listing did not say so', async () => {
  const { result } = await run([kept(1, 'A'), kept(2, 'B', { status: 404 })], { formats: ['link'] })
  expect(result).toMatchObject({ total: 2, taken: 1, broken: 1, problem: null })
})

test('an answer of the archive itself is never taken for a page, nor one that is cut', async () => {
  const { result, mementos } = await run(three, { broken: ['20200101030405'], cut: ['20200102030405'] })
  expect(mementos.map(({ at }) => at)).toEqual([iso(9)])
  expect(result).toMatchObject({ total: 3, taken: 1, broken: 2, problem: null })
})

test('a copy that is gone leads to the nearest one, which is handed over once', async () => {
  const { result, mementos, archive } = await run(three, { moved: ['20200102030405'] })
  expect(mementos.map(({ at, archiveUrl }) => [at, archiveUrl])).toEqual([
    [iso(1), `${archive.origin}/web/20200101030405/${url}`],
    [iso(9), `${archive.origin}/web/20200109030405/${url}`]
  ])
  expect(result).toMatchObject({ total: 3, taken: 2, broken: 0 })
})

test('an archive that asks for a second of patience gets it', async () => {
  const { result, archive } = await run(three, { busy: { requests: 1, retryAfter: '1' } })
  expect(result).toEqual({ ...whole, total: 3, taken: 3 })
  expect(archive.asked).toHaveLength(5)
})

test.each([429, 503] as const)(
  'one that answers %i and asks for an hour is left alone, and says until when',
  async (status) => {
    const { result, mementos, archive } = await run(three, { busy: { requests: 9, retryAfter: '3600', status } })
    expect(result).toMatchObject({ problem: 'busy', total: 0, taken: 0 })
    expect(Date.parse(result.retryAt!) - Date.now()).toBeGreaterThan(3_500_000)
    expect([mementos.length, archive.asked.length]).toEqual([0, 1])
  }
)

test('nothing archived', async () => {
  const { result } = await run([])
  expect(result).toMatchObject({ total: 0, taken: 0, problem: 'nothing-archived' })
})

test.each([
  ['not an address', 'bad-endpoint'],
  ['file:///etc/', 'bad-endpoint'],
  ['http://10.0.0.1/web/timemap/link/', 'refused']
])('%s: %s', async (endpoint, problem) => {
  const archive = await startArchive([])
  closing.push(archive.close)
  const { fetch } = fetcherFor(archive)
  const [signal, onMemento] = [new AbortController().signal, () => undefined]
  expect(await backfill({ fetch, endpoint, url, signal, most: 9, onMemento })).toMatchObject({ problem, taken: 0 })
})

test('an archive that is not there', async () => {
  const archive = await startArchive([])
  await archive.close()
  const { fetch } = fetcherFor(archive)
  const [signal, onMemento] = [new AbortController().signal, () => undefined]
  const result = await backfill({ fetch, endpoint: archive.endpoint, url, signal, most: 9, onMemento })
  expect(result.problem).toBe('unreachable')
})

test('it can be cancelled between two states, and goes on where it ended', async () => {
  const ending = new AbortController()
  const onMemento = () => ending.abort()
  const first = await run(three, {}, { signal: ending.signal, onMemento })
  expect(first.result).toMatchObject({ total: 3, taken: 1, problem: 'cancelled' })
  const known = (archiveUrl: string) => archiveUrl.includes('20200101')
  const second = await run(three, {}, { known })
  expect(second.mementos.map(({ at }) => at)).toEqual([iso(2), iso(9)])
})

test('it says how far it is', async () => {
  const steps: string[] = []
  await run(three, {}, { onProgress: (done, total) => steps.push(`${done}/${total}`) })
  expect(steps).toEqual(['0/3', '1/3', '2/3', '3/3'])
})

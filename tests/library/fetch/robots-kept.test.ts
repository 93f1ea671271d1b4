import type { RequestListener } from 'node:http'
import { expect, test } from 'vitest'
import type { Wanted } from '../../../src/library/fetch/fetched.ts'
import { brief, fetcherFor, memory, serve, type Site } from './web.ts'

const start = Date.parse('2026-05-01T12:00:00Z')
const [hour, day] = [3_600_000, 24 * 3_600_000]

/** A site with a robots.txt that answers as told, and a fetcher that obeys it, with a clock that can be moved. */
async function siteWith(robots: RequestListener, state: Parameters<typeof memory>[0] = {}) {
  const site = await serve((request, response) => {
    if (request.url === '/robots.txt') robots(request, response)
    else response.end('page')
  })
  const clock = { at: start }
  const hosts = memory(Object.fromEntries(Object.values(state).map((value) => [site.host, value])))
  const { fetch } = fetcherFor([site], { hosts, now: () => new Date(clock.at), policy: { obeyRobots: true } })
  const ask = (path: string, as: Wanted['as'] = 'page') => fetch({ url: site.url(path), trusted: true, as })
  return { site, clock, hosts, ask }
}

const says =
  (text: string, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status).end(text)

test('a robots.txt is asked for once, also by many at a time, and obeyed for a day', async () => {
  const { site, clock, ask } = await siteWith(says('User-agent: *\nDisallow: /private'))
  const all = await Promise.all(['/a', '/private/b', '/c'].map((path) => ask(path)))
  expect(all.map(brief)).toEqual(['200', 'robots', '200'])
  expect(all[1]).toMatchObject({ detail: 'Disallow: /private', status: null, retryAt: null })
  clock.at += day - 1
  await ask('/a')
  expect(asked(site)).toBe(1)
  clock.at += 1
  await ask('/a')
  expect(asked(site)).toBe(2)
})

const asked = (site: Site): number => site.asked.filter((path) => path === '/robots.txt').length

test('what is remembered from before a restart is not asked for again', async () => {
  const kept = { robots: { text: 'User-agent: *\nDisallow: /', until: new Date(start + hour).toISOString() } }
  const { site, ask } = await siteWith(says(''), { kept })
  expect(brief(await ask('/a'))).toBe('robots')
  expect(site.asked).toEqual([])
})

test.each(['archive', 'robots'] as const)('what is asked for as %s is not judged', async (as) => {
  const { site, ask } = await siteWith(says('User-agent: *\nDisallow: /'))
  expect(brief(await ask('/a', as))).toBe('200')
  expect(site.asked).toEqual(['/a'])
})

test('a reader who does not obey is not asked about either', async () => {
  const site = await serve((_request, response) => response.end())
  const { fetch } = fetcherFor([site], { policy: { obeyRobots: false } })
  await fetch({ url: site.url('/a'), trusted: true, as: 'page' })
  expect(site.asked).toEqual(['/a'])
})

test.each([400, 401, 403, 404, 410])('status %i: there is none, and everything is allowed', async (status) => {
  const { ask } = await siteWith(says('User-agent: *\nDisallow: /', status))
  expect(brief(await ask('/a'))).toBe('200')
})

test('status 500: everything is forbidden until it can be read, and is asked again after an hour', async () => {
  let status = 500
  const { site, clock, ask } = await siteWith((request, response) => says('', status)(request, response))
  expect(await ask('/a')).toMatchObject({ failure: 'robots', retryAt: new Date(start + hour).toISOString() })
  clock.at += hour - 1
  expect(brief(await ask('/a'))).toBe('robots')
  expect(asked(site)).toBe(1)
  clock.at += 1
  status = 200
  expect(brief(await ask('/a'))).toBe('200')
})

test('status 500 where an earlier copy is known: that goes on holding', async () => {
  const kept = { robots: { text: 'User-agent: *\nDisallow: /b', until: new Date(start).toISOString() } }
  const { ask } = await siteWith(says('', 500), { kept })
  expect(brief(await ask('/a'))).toBe('200')
  expect(brief(await ask('/b'))).toBe('robots')
})

test('after 30 days that it cannot be read, there is taken to be none', async () => {
  const { clock, ask } = await siteWith(says('', 500))
  const seen: string[] = []
  for (const days of [0, 29.9, 30.1]) {
    clock.at = start + days * day
    seen.push(brief(await ask('/a')))
  }
  expect(seen).toEqual(['robots', 'robots', '200'])
})

test.each([
  [5, 'robots'],
  [6, '200']
])('%i redirects on the way to it: %s', async (redirects, outcome) => {
  const site = await serve((request, response) => {
    const step = /^\/(?:robots\.txt|step-(\d+))$/.exec(request.url!)
    const next = Number(step?.[1] ?? 0) + 1
    if (step === null) response.end('page')
    else if (next > redirects) response.end('User-agent: *\nDisallow: /')
    else response.writeHead(302, { location: `/step-${next}` }).end()
  })
  const { fetch } = fetcherFor([site], { policy: { obeyRobots: true } })
  expect(brief(await fetch({ url: site.url('/a'), trusted: true, as: 'page' }))).toBe(outcome)
})

test('of a huge one, the first 500 KiB count', async () => {
  const filler = '# nothing\n'.repeat(52_000)
  const { ask } = await siteWith(says(`User-agent: *\nDisallow: /a\n${filler}Disallow: /b`))
  expect(brief(await ask('/a'))).toBe('robots')
  expect(brief(await ask('/b'))).toBe('200')
})

test('a host that cannot be asked is told as that, and not as one that forbids', async () => {
  const { ask } = await siteWith((request) => request.socket.destroy())
  expect(brief(await ask('/a'))).toBe('robots')
  const gone = fetcherFor([{ host: '127.0.0.1:1234' }], { policy: { obeyRobots: true } })
  const fetched = await gone.fetch({ url: 'http://127.0.0.1:1234/a', trusted: true, as: 'page' })
  expect(fetched).toMatchObject({ failure: 'connect', detail: expect.stringMatching(/^robots\.txt: .*ECONNREFUSED/) })
})

test('a host that may not be asked is not taken for one without a robots.txt', async () => {
  const site = await serve((_request, response) => response.end('User-agent: *\nDisallow: /'))
  const host = `home.example:${site.port}`
  const resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])
  const { fetch } = fetcherFor([{ host }], { resolve, policy: { obeyRobots: true } })
  const ask = (trusted: boolean) => fetch({ url: `http://${host}/a`, trusted, as: 'page' })
  expect([brief(await ask(false)), brief(await ask(true))]).toEqual(['refused-address', 'robots'])
})

test('each host on the way of redirects is judged by its own', async () => {
  const target = await serve((request, response) =>
    response.end(request.url === '/robots.txt' ? 'User-agent: *\nDisallow: /' : 'page')
  )
  const site = await serve((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end()
    else response.writeHead(302, { location: target.url('/a') }).end()
  })
  const all = { resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]) }
  const { fetch } = fetcherFor([site, target], { ...all, policy: { obeyRobots: true } })
  // The second host is not the one the way began at, so that it is refused before its robots.txt is asked for.
  expect(brief(await fetch({ url: site.url('/'), trusted: true, as: 'page' }))).toBe('refused-address')
  expect(target.asked).toEqual([])
  const within = await serve((request, response) => {
    if (request.url === '/robots.txt') response.end('User-agent: *\nDisallow: /b')
    else response.writeHead(302, { location: '/b' }).end()
  })
  const own = fetcherFor([within], { policy: { obeyRobots: true } })
  const fetched = await own.fetch({ url: within.url('/a'), trusted: true, as: 'page' })
  expect(fetched).toMatchObject({ failure: 'robots', hops: [{ url: within.url('/a'), status: 302 }] })
  expect(within.asked).toEqual(['/robots.txt', '/a'])
})

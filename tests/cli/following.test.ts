import { createServer, type Server, type ServerResponse } from 'node:http'
import { writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Events } from '../../src/contract/contract.ts'
import { openLibrary } from '../../src/library/library.ts'
import { quick, until } from '../library/watch/watching.ts'
import { edits, page, story, type Story } from '../site/stories.ts'
import { json, palimpsest, scratch } from './run.ts'

type Answer = (response: ServerResponse, visit: number) => void

let answers: Map<string, Answer>
let asked: string[]
let server: Server
let library: string

beforeEach(async () => {
  answers = new Map()
  asked = []
  server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://site').pathname
    asked.push(path)
    const answer = answers.get(path)
    if (answer === undefined) response.writeHead(404).end('none')
    else answer(response, asked.length)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  library = join(scratch(), 'library.db')
  await settle()
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

const host = (): string => `127.0.0.1:${(server.address() as AddressInfo).port}`
const urlOf = (path: string): string => `http://${host()}${path}`
const run = (...args: string[]) => palimpsest(args, { library })
const shows = (path: string, one: Story): void =>
  void answers.set(path, (response, visit) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(one, { path: urlOf(path), visit }))
  )
const pages = (): string[] => asked.filter((path) => path !== '/robots.txt')

/** What a reader chose in the application: this site may be asked although it is a private one. */
async function settle(change: Partial<ReturnType<typeof quick>> = {}): Promise<void> {
  const opened = openLibrary({
    path: library,
    samples: '',
    now: () => new Date(),
    tell: () => undefined,
    pageWorker: new URL('../../src/library/watch/page-worker.ts', import.meta.url),
    whenAsked: true
  })
  await opened.handlers.setTrackingSettings({ settings: { ...quick([host()]), ...change } })
  opened.close()
}

interface Log {
  readonly revisions: readonly { readonly label: string; readonly headline: string }[]
}

test('an address is followed with its first version, and a check finds the next', async () => {
  shows('/a', story(1))
  const added = await run('add', urlOf('/a'), '--folder', 'Town')
  expect(added).toEqual({
    status: 0,
    stdout: `1  ${story(1).headline} (The Orrinmouth Courier)\nAdded: 1 article.\n`,
    stderr: ''
  })
  expect(await run('add', urlOf('/a'))).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('there already: 1')
  })
  expect((await json<{ total: number }>(['list', '--folder', 'Town'], { library })).total).toBe(1)

  shows('/a', edits[0]!(story(1)))
  expect(await run('check')).toMatchObject({ status: 0, stdout: 'Nothing was due.\n' })
  const checked = await run('check', '1')
  expect([checked.status, checked.stderr]).toEqual([0, ''])
  expect(checked.stdout).toMatch(/article {2}the text changed, now v2 {2}Orrin|article {2}the text changed, now v2/)
  const { revisions } = await json<Log>(['log', urlOf('/a')], { library })
  expect(revisions.map(({ label, headline }) => [label, headline])).toEqual([
    ['1', story(1).headline],
    ['2', edits[0]!(story(1)).headline]
  ])
  expect(await run('verify')).toMatchObject({ status: 0 })
})

test('of a feed the articles that it names are read by the next check', async () => {
  shows('/a', story(1))
  shows('/b', story(2))
  const items = ['/a', '/b'].map((path) => `<item><title>${path}</title><link>${urlOf(path)}</link></item>`)
  answers.set('/feed.xml', (response) =>
    response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(`<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${items.join('')}</channel></rss>`)
  )
  const added = await run('add', urlOf('/feed.xml'), '--pace', 'less')
  expect(added).toMatchObject({ status: 0, stdout: expect.stringContaining('Added: 0 articles, 1 feed.') })
  expect((await run('check')).stdout).toContain('names 2 new articles')
  expect(
    (await json<{ articles: { headline: string }[] }>(['list'], { library })).articles
      .map((one) => one.headline)
      .toSorted()
  ).toEqual([story(1).headline, story(2).headline].toSorted())
  expect(
    (await json<{ done: unknown[]; due: number }>(['check', '--all'], { library })).done.length
  ).toBeGreaterThanOrEqual(3)
})

test('a file with addresses has them read by the next check', async () => {
  shows('/a', story(1))
  const list = join(scratch(), 'addresses.txt')
  writeFileSync(list, `${urlOf('/a')}\n${urlOf('/none')}\n`)
  expect((await run('add', list)).stdout).toBe('Added: 0 articles, 2 to be read by the next check.\n')
  const { stdout } = await run('check')
  expect(stdout).toMatch(
    /the text changed, now v1[\s\S]+the page is no longer there|the page is no longer there[\s\S]+now v1/
  )
})

test('what is no article, not there, or not to be asked is said in words, with exit code 1', async () => {
  shows('/a', story(1))
  answers.set('/front', (response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>x</title><p>Nothing here.</p>')
  )
  const added = await run('add', urlOf('/a'), urlOf('/front'), urlOf('/none'), 'http://127.0.0.1:9/x')
  expect([added.status, added.stdout]).toEqual([1, expect.stringContaining('Added: 1 article.')])
  expect(added.stderr).toMatch(/front" was not added: no article text/)
  expect(added.stderr).toMatch(/none" was not added: the page is no longer there \(404\)/)
  expect(added.stderr).toMatch(/127\.0\.0\.1:9\/x" is an address in a private network/)
  expect(added.stderr).not.toMatch(/^ +at .+:\d+:\d+/mu)
  expect(await run('check', '99')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('There is no article 99')
  })
})

test('robots.txt, a pause and a site that wants to be left alone hold here too', async () => {
  shows('/a', story(1))
  await run('add', urlOf('/a'))
  answers.set('/a', (response) => response.writeHead(429, { 'retry-after': '2000' }).end())
  await run('check', '1')
  const before = pages().length
  const again = await json<{ done: unknown[]; waiting: { kind: string; id: number; until: string }[] }>(
    ['check', '1'],
    { library }
  )
  expect(again.done).toEqual([])
  expect(again.waiting).toMatchObject([{ kind: 'article', id: 1 }])
  expect(pages().length).toBe(before)
  await settle({ paused: true })
  expect(await run('check', '1')).toMatchObject({ status: 1, stderr: expect.stringContaining('Checks are paused') })
  expect(pages().length).toBe(before)
})

test('--wait looks again once a site may be asked', async () => {
  shows('/a', story(1))
  await run('add', urlOf('/a'))
  answers.set('/a', (response) => response.writeHead(429, { 'retry-after': '4' }).end())
  await run('check', '1')
  shows('/a', edits[0]!(story(1)))
  const { stdout } = await run('check', '1', '--wait')
  expect(stdout).toContain('now v2')
})

test('the time between two requests to a site is kept, and each page is asked for once by two checks at once', async () => {
  const paths = ['/a', '/b', '/c', '/d']
  paths.forEach((path, n) => shows(path, story(n)))
  await run('add', ...paths.map(urlOf))
  await settle({ spacing: 0.3, perHost: 1 })
  asked = []
  const begun = performance.now()
  // The second finds nothing that the first has not taken.
  const first = run('check', '--all')
  await until('the first check has begun', () => pages().length > 0)
  const second = await run('check')
  await first
  expect(performance.now() - begun).toBeGreaterThan(900)
  expect(pages().toSorted()).toEqual(paths)
  expect(second.status).toBe(0)
})

test('Ctrl-C ends a check when what is under way is stored', async () => {
  const paths = ['/a', '/b', '/c', '/d', '/e', '/f']
  paths.forEach((path, n) => shows(path, story(n)))
  await run('add', ...paths.map(urlOf))
  await settle({ spacing: 1, perHost: 1 })
  asked = []
  const ran = await palimpsest(['check', '--all', '--json'], {
    library,
    onStart: (child) => void until('a check has begun', () => pages().length > 0).then(() => child.kill('SIGINT'))
  })
  expect(ran.status).toBe(130)
  const { done } = JSON.parse(ran.stdout) as { done: unknown[] }
  expect(done.length).toBe(pages().length)
  expect(done.length).toBeLessThan(paths.length)
  expect(await run('verify')).toMatchObject({ status: 0 })
})

test('a library that is open elsewhere hears of what a command stores', async () => {
  shows('/a', story(1))
  const told: Events['changed'][] = []
  const window = openLibrary({
    path: library,
    samples: '',
    now: () => new Date(),
    tell: (event, payload) => void (event === 'changed' && told.push(payload as Events['changed'])),
    whenAsked: true,
    noticeEvery: 50
  })
  await run('add', urlOf('/a'))
  await until('the window hears', () => told.some(({ articles }) => articles.includes(1)))
  expect((await window.handlers.article({ article: 1 })).headline).toBe(story(1).headline)
  await sleep(300)
  told.length = 0
  await run('list')
  await sleep(200)
  // Opening a library writes to its header; no article is told of for that.
  expect(told.flatMap(({ articles }) => articles)).toEqual([])
  told.length = 0
  await window.handlers.star({ article: 1, starred: true })
  await sleep(200)
  expect(told).toEqual([{ articles: [1] }])
  window.close()
})

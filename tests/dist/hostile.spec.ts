import { expect, test } from '@playwright/test'
import { cpSync, existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inGroups, writeArticles } from '../hostile/articles.ts'
import { kinds, own, payloads, provoke, type Kind } from '../hostile/payloads.ts'
import { home, reader } from './clean-system.ts'
import { Hand } from './hostile/hand.ts'
import { Reading } from './hostile/reading.ts'
import { Stand, type Watched } from './hostile/stand.ts'

const suites = resolve(import.meta.dirname, '../../.cache/data/suites')
/** Beside those that are known to run: 150 others, or as many as `HOSTILE_PAYLOADS` says; `all` for every one. */
const wish = process.env['HOSTILE_PAYLOADS'] ?? '150'
const others = wish === 'all' ? Infinity : Number(wish)
const live = payloads({ live: Infinity, others: 0 })
const all = payloads({ live: Infinity, others })
const nothing = { scripts: 0, requests: 0, navigations: 0, windows: 0, downloads: 0 }
const app = {
  page: /^(?:app:\/\/ui|snapshot:\/\/page)\//u,
  // A script that stood in our page would have the address of the page.
  script: /^app:\/\/ui\/[^?#]*\.js$/u
}
const bare = ['/media/electron/electron', '/media/bare']
const stand = new Stand()

test.describe.configure({ mode: 'serial' })
test.setTimeout(600_000 + all.length * 6000)
test.beforeAll(async () => {
  await stand.start()
})
test.afterAll(() => stand.end())

test('the watcher sees payloads run, ask, lead away, open and save in a bare application', async () => {
  live.forEach((payload, i) => writeFileSync(join(stand.folder, 'pages', String(i)), `<!doctype html><body>${payload}`))
  const [before, sent] = [await stand.files(), stand.network.sent()]
  const watched = await stand.watched(bare, { page: /^http:\/\/pages\.example\//u, script: /^$/u })
  const did: Record<Kind, number[]> = { scripts: [], requests: [], navigations: [], windows: [], downloads: [] }
  for (const i of live.keys()) {
    const [counted, asked] = [watched.watch.counts(), stand.network.asked.length]
    await show(watched, `http://pages.example/${i}`)
    const now = watched.watch.counts()
    // What is no request of a page (a name, a connection in advance) is seen outside alone.
    const isHeard = { requests: stand.network.asked.length > asked } as Partial<Record<Kind, boolean>>
    for (const kind of kinds) if (now[kind] > counted[kind] || isHeard[kind] === true) did[kind].push(i)
  }
  const counts = kinds.map((kind) => `${kind} of ${did[kind].length}`)
  console.log(`of ${live.length} payloads without a defence: ${counts.join(', ')}`, watched.watch.counts())
  let at = 0
  for (const kind of kinds) {
    const ours = own[kind].map(() => at++)
    expect([kind, ours.filter((i) => !did[kind].includes(i))]).toEqual([kind, []])
  }
  // Behind our own, many of which do something else, stand those of which somebody has seen that they run.
  expect(did.scripts.filter((i) => i >= at).length).toBeGreaterThanOrEqual((live.length - at) * 0.8)
  expect(stand.network.sent().connections).toBeGreaterThan(sent.connections)
  expect(stand.network.sent().datagrams).toBeGreaterThan(sent.datagrams)
  expect(await stand.files()).not.toBe(before)
  await watched.end()
})

/** Shows a page in the first window, presses what is in it, and closes what it opened. */
async function show({ devtools, watch }: Watched, url: string): Promise<void> {
  const [first] = watch.targets
  // A page that downloads, or goes elsewhere at once, is not there to be waited for.
  await Promise.race([devtools.send('Page.navigate', { url }, first!.session).catch(() => null), sleep(3000)])
  await sleep(250)
  const hand = new Hand(devtools, first!.session)
  await Promise.race([hand.ask(provoke).catch(() => null), sleep(500)])
  await hand.pressAll().catch(() => undefined)
  await sleep(150)
  for (const { id } of watch.targets.slice(1))
    await devtools.send('Target.closeTarget', { targetId: id }).catch(() => null)
}

test('a hardened shell that others wrote keeps the same payloads in, and opened up lets all of them out', async () => {
  test.skip(!existsSync(suites), 'the collections are not at hand')
  const folder = join(stand.folder, 'probe')
  cpSync(join(suites, 'electron-probe'), folder, { recursive: true })
  writeFileSync(join(folder, 'payloads.json'), JSON.stringify({ cases: live.map((payload) => ({ payload })) }))
  const probe = async (env: Readonly<Record<string, string>>) => {
    const command = ['/media/electron/electron', '/media/probe']
    // Longer than it waits by itself: on a slow machine its control would be taken away before it has run.
    const said = await stand.said(command, { PAYLOADS: '/media/probe/payloads.json', WAIT: '500', ...env })
    return JSON.parse(/^PROBE (.*)$/mu.exec(said)![1]!) as Probed
  }
  const kept = await probe({ N: String(live.length) })
  const open = await probe({ N: '40', CONTROL: '1' })
  console.log('hardened', kept.payloads, kept.escaped, kept.R, 'opened up', open.payloads, open.escaped, open.R)
  expect(kept).toMatchObject({ sandboxed: true, payloads: live.length, escaped: 0, R: { net: 0, win: 0, dl: 0 } })
  expect(open).toMatchObject({ payloads: 40, escaped: 40 })
  for (const kind of ['net', 'nav', 'win', 'dl'] as const) expect([kind, open.R[kind]]).not.toEqual([kind, 0])
})

test(`of ${all.length} payloads in articles none runs, asks, leads anywhere, opens or saves anything`, async () => {
  const inFolder = (names: readonly string[]) => names.map((name) => `/media/articles/${name}`)
  const folder = join(stand.folder, 'articles')
  const alone = inFolder(writeArticles(folder, 'alone', inGroups(all, 1)))
  const together = inFolder(writeArticles(folder, 'together', inGroups(all, 25)))
  const before = await stand.files()
  // The bare applications before it have asked for much.
  const [heard, sent] = [stand.network.asked.length, stand.network.sent()]
  const watched = await stand.watched(['/usr/bin/palimpsest'], app)
  const reading = new Reading(watched.devtools, watched.watch)
  const articles: number[] = []
  for (const some of inGroups([...alone, ...together], 200)) articles.push(...(await reading.importFiles(some)))
  expect(articles.length).toBe((alone.length + together.length) / 2)
  await lookAtAll(reading, articles)
  const { stopped, ...counts } = watched.watch.counts()
  console.log(`${articles.length} articles, ${stopped} requests stopped by the policy of a stored page`, counts)
  expect(watched.watch.seen).toMatchObject(Object.fromEntries(kinds.map((kind) => [kind, []])))
  expect(counts).toEqual(nothing)
  expect({ asked: stand.network.asked.slice(heard), ...stand.network.sent() }).toEqual({ asked: [], ...sent })
  expect(await stand.files()).toBe(before)
  expect(await stand.opened()).toBe('')
  // That pages were there is known by what they were kept from; that a browser would be asked, by asking it.
  expect(stopped).toBeGreaterThan(all.length / 20)
  await reading.openInBrowser('https://news.example/asked-for')
  await expect.poll(() => stand.opened()).toBe('https://news.example/asked-for\n')
  await watched.end()
})

async function lookAtAll(reading: Reading, articles: readonly number[]): Promise<void> {
  for (const [i, article] of articles.entries()) if (i % 50 === 0) await reading.note(article, all[i % all.length]!)
  await reading.hand.key('i', true)
  for (const _ of articles) await reading.lookAtNext()
  writeFileSync(test.info().outputPath('hostile.png'), await reading.picture())
  for (const article of articles) await reading.lookAtStoredPage(article)
  for (const payload of all.filter((_, i) => i % 25 === 0)) await reading.searchFor(payload)
}

test('reports of the same articles do nothing in a browser', async () => {
  const count = Math.ceil(live.length / 25)
  // Those with many payloads came last.
  const first = all.length + 1
  const script = `mkdir ~/reports; for n in $(seq ${first} ${first + count - 1}); do palimpsest export $n --as html --notes -o ~/reports/$n.html; done`
  await stand.system.mustRun(reader, ['sh', '-ec', script])
  const watched = await stand.watched(bare, {
    page: /^(?:file:\/\/\/home\/reader\/reports|http:\/\/pages\.example)\//u,
    script: /^$/u
  })
  for (let n = first; n < first + count; n++) await show(watched, `file://${home}/reports/${n}.html`)
  expect(watched.watch.seen).toMatchObject(Object.fromEntries(kinds.map((kind) => [kind, []])))
  expect(watched.watch.counts()).toMatchObject(nothing)
  await watched.end()
})

interface Probed {
  readonly payloads: number
  readonly escaped: number
  readonly R: { readonly net: number; readonly nav: number; readonly win: number; readonly dl: number }
}

import { createServer, type Server, type ServerResponse } from 'node:http'
import { mkdtempSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { edits, page, story, type Story } from '../../site/stories.ts'
import { startArchive } from '../backfill/archive-server.ts'
import { sentenceOf } from '../../../src/main/notice-words.ts'
import { quick, until, watching, type Watching } from './watching.ts'

type Answer = (response: ServerResponse, visit: number) => void

/** What the addresses of a site answer at present. */
let answers: Map<string, Answer>
let visits: number
let server: Server
let at: Watching

beforeEach(async () => {
  answers = new Map()
  visits = 0
  server = createServer((request, response) => {
    const answer = answers.get(new URL(request.url!, 'http://site').pathname)
    if (answer === undefined) response.writeHead(404).end('none')
    else answer(response, ++visits)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  at = watching()
  await at.library.handlers.setTrackingSettings({ settings: quick([host()]) })
})
afterEach(async () => {
  if (at.reported.length > 0) throw at.reported[0]
  at.library.close()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

const host = (): string => `127.0.0.1:${(server.address() as AddressInfo).port}`
const urlOf = (path: string): string => `http://${host()}${path}`
const html = (response: ServerResponse, text: string): void =>
  void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text)

/** The page of a story, with other surroundings at every visit. */
const shows =
  (path: string, one: Story): Answer =>
  (response, visit) =>
    html(response, page(one, { path: urlOf(path), visit }))

const cut = (one: Story): Story => ({ ...one, paragraphs: one.paragraphs.slice(0, 1) })

/** Follows articles that are looked at only when they are asked for; returns their ids. */
async function follow(...paths: readonly string[]): Promise<number[]> {
  const ids: number[] = []
  for (const path of paths) {
    const [found] = await at.library.handlers.look({ text: urlOf(path) })
    const items = [{ kind: 'article' as const, url: found!.article!.url }]
    const { articles } = await at.library.handlers.follow({ items, folder: null, pace: 'paused' })
    ids.push(...articles)
  }
  return ids
}

/** Looks at articles a while later, and waits until that is done. */
async function check(...articles: readonly number[]): Promise<void> {
  at.clock.now += 3_600_000
  const before = await entries()
  await at.library.handlers.checkNow({ articles: [...articles] })
  await until('the check', async () => (await entries()) >= before + articles.length)
}

const entries = async (): Promise<number> =>
  (await at.library.handlers.activity({ before: null, article: null, limit: 1 }))[0]?.id ?? 0

const timemap = (article: number) => at.library.handlers.timemap({ article })
const outcomes = async (article: number): Promise<string[]> =>
  (await timemap(article)).captures.map(({ outcome, error }) => (error === null ? outcome : `${outcome}: ${error}`))
const labels = async (article: number): Promise<string[]> =>
  (await timemap(article)).revisions.map(({ label, words }) => `v${label} ${words > 150 ? 'long' : 'short'}`)

test('a text that shrank is kept apart until a second look finds the same', async () => {
  answers.set('/a', shows('/a', story(1)))
  const [article] = await follow('/a')
  answers.set('/a', shows('/a', cut(story(1))))
  await check(article!)
  expect(await labels(article!)).toEqual(['v1 long'])
  const { held } = await at.library.handlers.tracking({ article: article! })
  expect(held.map(({ why, words, before }) => [why, words < before * 0.4])).toEqual([['shrunk', true]])
  await check(article!)
  expect(await labels(article!)).toEqual(['v1 long', 'v2 short'])
  expect(await outcomes(article!)).toEqual(['changed', 'paywall: shrunk', 'changed'])
})

test('a text that was kept apart becomes a version, first seen when it was, if the reader says so', async () => {
  answers.set('/a', shows('/a', story(1)))
  const [article] = await follow('/a')
  answers.set('/a', shows('/a', cut(story(1))))
  await check(article!)
  const { held } = await at.library.handlers.tracking({ article: article! })
  await at.library.handlers.acceptHeld({ capture: held[0]!.capture })
  const { revisions } = await timemap(article!)
  expect(revisions.map(({ at }) => at)).toEqual([revisions[0]!.at, held[0]!.at])
  expect((await at.library.handlers.tracking({ article: article! })).held).toEqual([])
})

test('five pages of a site that lose most of their text at once are a change of the site, and no edit', async () => {
  const paths = [0, 1, 2, 3, 4].map((n) => `/${n}`)
  paths.forEach((path, n) => answers.set(path, shows(path, story(n))))
  const articles = await follow(...paths)
  paths.forEach((path, n) => answers.set(path, shows(path, cut(story(n)))))
  await check(...articles)
  await check(...articles)
  for (const article of articles) expect(await labels(article)).toEqual(['v1 long'])
  const held = await Promise.all(
    articles.map(async (article) => (await at.library.handlers.tracking({ article })).held)
  )
  expect(held.flat().map(({ why }) => why)).toEqual(Array(5).fill('drift'))
})

test('a page that is gone is looked at twice before it is told, and told when it is back', async () => {
  answers.set('/a', shows('/a', story(1)))
  const [article] = await follow('/a')
  answers.delete('/a')
  await check(article!)
  expect(at.notices).toEqual([])
  await check(article!)
  answers.set('/a', shows('/a', story(1)))
  await check(article!)
  expect(await outcomes(article!)).toEqual(['changed', 'gone: once', 'gone', 'unchanged'])
  expect(at.notices.map(sentenceOf)).toEqual([`Removed: “${story(1).headline}”`, `Back again: “${story(1).headline}”`])
})

test('an edit is told once, and noise never', async () => {
  answers.set('/a', shows('/a', story(1)))
  const [article] = await follow('/a')
  await check(article!)
  answers.set('/a', shows('/a', edits[0]!(story(1))))
  await check(article!)
  await check(article!)
  expect(await labels(article!)).toEqual(['v1 long', 'v2 long'])
  expect(at.notices.map(({ kind }) => kind)).toEqual(['headline'])
})

test('a saved search is told once of the version that it came to find, and only if that was wanted', async () => {
  answers.set('/a', shows('/a', story(1)))
  const [article] = await follow('/a')
  const { handlers } = at.library
  const query = { scope: 'anywhere', source: null, since: 'any', sort: 'best' } as const
  const changed = (one: Story): Story => ({ ...one, paragraphs: [...one.paragraphs, 'An otter crossed the quay.'] })
  await handlers.saveSearch({ name: 'Otters', query: { ...query, text: 'otter' }, notify: true })
  await handlers.saveSearch({ name: 'Crossings', query: { ...query, text: '"crossed the quay"' }, notify: false })
  await handlers.saveSearch({ name: 'Badgers', query: { ...query, text: 'badger' }, notify: true })
  answers.set('/a', shows('/a', changed(story(1))))
  await check(article!)
  await check(article!)
  expect(at.notices.map(sentenceOf)).toEqual([`Saved search “Otters” now finds “${story(1).headline}”`])
  const saved = await handlers.savedSearches({})
  expect(saved.map(({ fresh }) => fresh)).toEqual([[article], [article], []])
})

test('what a teaser in the text says takes turns, and is left out once that is known', async () => {
  const teased = (n: number): Story => {
    const one = story(1)
    const teaser = `Our offer of the day: the walking guide number ${n}.`
    return { ...one, paragraphs: [one.paragraphs[0]!, teaser, ...one.paragraphs.slice(1)] }
  }
  answers.set('/a', shows('/a', teased(1)))
  const [article] = await follow('/a')
  for (const n of [2, 1, 3, 2, 3, 1, 2]) {
    answers.set('/a', shows('/a', teased(n)))
    await check(article!)
  }
  expect((await outcomes(article!)).slice(-2)).toEqual(['extraction-changed', 'unchanged'])
  answers.set('/a', shows('/a', edits[1]!(teased(3))))
  await check(article!)
  expect((await outcomes(article!)).at(-1)).toBe('changed')
})

test('a page that another reader had read is read anew, which is no edit', async () => {
  answers.set('/a', shows('/a', story(1)))
  const [article] = await follow('/a')
  const older = at.store()
  older.prepare("UPDATE tracking SET extractor = 'palimpsest-page/0'").run()
  older.prepare('UPDATE revision SET text_hash = zeroblob(32)').run()
  older.close()
  await check(article!)
  expect(await outcomes(article!)).toEqual(['changed', 'extraction-changed', 'unchanged'])
  const { revisions } = await timemap(article!)
  expect(revisions[1]!.change).toMatchObject({ minor: true, silent: false, wordsAdded: 0 })
  expect(at.notices).toEqual([])
})

test('what a feed names on a private host is never asked for', async () => {
  const asked: string[] = []
  const other = createServer((request, response) => {
    asked.push(request.url!)
    response.end('secret')
  })
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  const secret = `http://127.0.0.1:${(other.address() as AddressInfo).port}/secret`
  const feed = `<rss version="2.0"><channel><title>News</title><item><title>One</title><link>${secret}</link></item></channel></rss>`
  answers.set('/feed', (response) => void response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed))
  await at.library.handlers.follow({ items: [{ kind: 'feed', url: urlOf('/feed') }], folder: null, pace: 'usual' })
  await until('the entry', async () => {
    const all = await at.library.handlers.activity({ before: null, article: null, limit: 50 })
    return all.some(({ url, detail }) => url === secret && detail.startsWith('refused-address'))
  })
  expect(asked).toEqual([])
  await new Promise((done) => other.close(done))
})

test('a feed is followed: its articles are found, each once', async () => {
  const item = (n: number) => `<item><title>${n}</title><link>${urlOf(`/${n}?utm_source=rss`)}</link></item>`
  const feed = (...each: readonly number[]) =>
    `<rss version="2.0"><channel><title>News</title>${each.map(item).join('')}</channel></rss>`
  for (const n of [1, 2, 3]) answers.set(`/${n}`, shows(`/${n}`, story(n)))
  const sends =
    (text: string): Answer =>
    (response) =>
      void response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(text)
  answers.set('/feed', sends(feed(1, 2)))
  await at.library.handlers.follow({
    items: [{ kind: 'feed', url: urlOf('/feed') }],
    folder: 'City desk',
    pace: 'usual'
  })
  const rows = async () =>
    (await at.library.handlers.listArticles({ list: { kind: 'smart', name: 'all' }, limit: 50 })).rows
  await until('two articles', async () => (await rows()).length === 2)
  answers.set('/feed', sends(feed(3, 1, 2)))
  at.clock.now += 25 * 3_600_000
  await at.library.handlers.checkNow({ articles: null })
  await until('the third', async () => (await rows()).length === 3)
  expect((await rows()).map(({ url }) => String(url)).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
    [1, 2, 3].map((n) => urlOf(`/${n}`))
  )
  expect((await rows()).every(({ folder }) => folder === 'City desk')).toBe(true)
})

test('an archive is asked for the past of an article, which is told as what others saw', async () => {
  answers.set('/a', shows('/a', story(1)))
  const [article] = await follow('/a')
  const kept = [0, 1].map((n) => ({
    timestamp: `2025010${n + 1}000000`,
    url: urlOf('/a'),
    html: page(n === 0 ? edits[1]!(story(1)) : edits[3]!(story(1)), { path: urlOf('/a'), visit: n })
  }))
  const archive = await startArchive(kept)
  const settings = { ...quick([host(), archive.host]), archive: archive.endpoint }
  await at.library.handlers.setTrackingSettings({ settings })
  const ask = async () => {
    await at.library.handlers.backfill({ article: article! })
    await until('the archive', async () => (await progress())?.running === false)
  }
  const progress = async () => (await at.library.handlers.tracking({ article: article! })).backfill
  await ask()
  expect(await progress()).toMatchObject({ done: 2, total: 2, added: 2, problem: null })
  const { revisions } = await timemap(article!)
  expect(revisions.map(({ at, imported }) => [at.slice(0, 10), imported])).toEqual([
    ['2025-01-01', true],
    ['2025-01-02', true],
    ['2026-03-03', false]
  ])
  await ask()
  expect((await timemap(article!)).revisions).toHaveLength(3)
  await archive.close()
})

test('lists in files are followed: feeds of an OPML file in its folders, addresses one a line', async () => {
  answers.set('/a', shows('/a', story(1)))
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-lists-'))
  const [opml, list] = [join(folder, 'feeds.opml'), join(folder, 'links.txt')]
  const outline = `<outline text="Council"><outline type="rss" text="News" xmlUrl="${urlOf('/feed')}"/></outline>`
  writeFileSync(opml, `<?xml version="1.0"?><opml version="2.0"><body>${outline}</body></opml>`)
  writeFileSync(list, `# to read\n${urlOf('/a')}\n`)
  const result = await at.library.handlers.importFiles({ paths: [opml, list] })
  expect(result).toMatchObject({ newFeeds: 1, newAddresses: 1, refused: [] })
  expect((await at.library.handlers.feeds({})).map(({ url }) => url)).toEqual([urlOf('/feed')])
  const rows = async () =>
    (await at.library.handlers.listArticles({ list: { kind: 'smart', name: 'all' }, limit: 50 })).rows
  await until('the article', async () => (await rows()).length === 1)
  expect(await at.library.handlers.importFiles({ paths: [opml, list] })).toMatchObject({ newFeeds: 0, newAddresses: 0 })
})

test('an article in parts is one text, and a change in a later part is seen', async () => {
  const { headline, paragraphs, ...rest } = story(2)
  const part = (texts: readonly string[], next: string | null): Answer => {
    const link = next === null ? '' : `<link rel="next" href="${urlOf(next)}">`
    return (response, visit) =>
      html(
        response,
        page({ ...rest, headline, paragraphs: texts }, { path: urlOf('/story'), visit }).replace(
          '</head>',
          `${link}</head>`
        )
      )
  }
  const longer = [...paragraphs, ...story(5).paragraphs.slice(0, 2)]
  answers.set('/story', part(longer.slice(0, 7), '/story/2'))
  answers.set('/story/2', part(longer.slice(7), null))
  await at.library.handlers.follow({ items: [{ kind: 'article', url: urlOf('/story') }], folder: null, pace: 'paused' })
  const rows = async () =>
    (await at.library.handlers.listArticles({ list: { kind: 'smart', name: 'all' }, limit: 50 })).rows
  await until('the article', async () => (await rows()).length === 1)
  const article = (await rows())[0]!.id
  const told = async () => {
    const { revisions } = await timemap(article)
    const { blocks } = await at.library.handlers.content({ revision: revisions.at(-1)!.id })
    return blocks.filter(({ kind }) => kind === 'paragraph').map(({ text }) => text)
  }
  expect(await told()).toEqual(longer)
  answers.set(
    '/story/2',
    part([...longer.slice(7), 'The vote will be repeated in June, the clerk said on Monday.'], null)
  )
  await check(article)
  expect((await told()).at(-1)).toBe('The vote will be repeated in June, the clerk said on Monday.')
})

test('when nobody looked for hours though it was time to, that is told; a look in time is not', async () => {
  answers.set('/a', shows('/a', story(1)))
  const [article] = await follow('/a')
  const unobserved = async () => (await at.library.handlers.timemap({ article: article! })).unobserved
  await check(article!)
  expect(await unobserved()).toEqual([])
  at.clock.now += 8 * 3_600_000
  const [open] = await unobserved()
  expect(open?.to).toBeNull()
  await check(article!)
  await check(article!)
  const [closed, ...others] = await unobserved()
  expect(others).toEqual([])
  expect(closed?.from).toBe(open?.from)
  expect(Date.parse(closed!.to!) - Date.parse(closed!.from)).toBeGreaterThan(7.9 * 3_600_000)
})

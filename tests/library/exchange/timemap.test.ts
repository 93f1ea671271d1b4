import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { importFiles } from '../../../src/library/import.ts'
import { readHere } from '../../../src/library/exchange/plain-pages.ts'
import type { Found } from '../../../src/library/exchange/reader.ts'
import { createFetch } from '../../../src/library/fetch/fetch.ts'
import { Follows } from '../../../src/library/importing/follows.ts'
import { openStore } from '../../../src/library/store/open.ts'
import { readSettings, writeSettings } from '../../../src/library/store/settings.ts'
import { Mementos } from '../../../src/library/watch/mementos.ts'
import type { LazyFollowing } from '../../../src/library/watch/lazy.ts'
import { startArchive, type Kept } from '../backfill/archive-server.ts'
import { folder, now, write } from './trial.ts'

type Follow = Extract<Found, { kind: 'follow' }>

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const store = () => openStore(join(folder(), 'library.db'))

async function read(text: string) {
  const follows: Follow[] = []
  const path = join(write({ 'list.txt': text }), 'list.txt')
  const result = await importFiles(store(), [path], { now, onFollow: async (found) => void follows.push(found) })
  expect(result).toMatchObject({ newArticles: 0, newRevisions: 0 })
  const named = follows.map(({ url, mementos }) => [url, mementos?.map(({ at, archiveUrl }) => [new Date(at).toISOString(), archiveUrl])]) // prettier-ignore
  return { named, refused: result.refused.map(({ code, detail }) => [code, detail]) }
}

const url = 'http://orrinmouth.test/wall?a=1,2;b'
const links = `<${url}>; rel="original",
<http://archive.test/timemap/link/${url}>; rel="self"; type="application/link-format"; from="Fri, 01 Jan 2010 00:00:00 GMT",
<http://archive.test/${url}>; rel="timegate",
<http://archive.test/20100101000000/${url}>; rel="first memento"; datetime="Fri, 01 Jan 2010 00:00:00 GMT",
<http://archive.test/20110101000000/${url}>; rel="last memento"; datetime="Sat, 01 Jan 2011 00:00:00 GMT"`

const twoMementos = [
  ['2010-01-01T00:00:00.000Z', `http://archive.test/20100101000000/${url}`],
  ['2011-01-01T00:00:00.000Z', `http://archive.test/20110101000000/${url}`]
]

test('a TimeMap in link-format and in JSON names a page and the copies of it', async () => {
  expect(await read(links)).toEqual({ named: [[url, twoMementos]], refused: [] })
  const json = { original_uri: url, mementos: { list: twoMementos.map(([datetime, uri]) => ({ datetime, uri })) } }
  expect(await read(JSON.stringify(json))).toEqual({ named: [[url, twoMementos]], refused: [] })
})

test('CDX as JSON, as text and with the JSON of pywb names pages', async () => {
  const named = [['http://orrinmouth.test/wall'], ['http://orrinmouth.test/ferry']].map(([one]) => [one, undefined])
  const row = (page: string, at: string) => ['test,orrinmouth)/' + page, at, `http://orrinmouth.test/${page}`, 'text/html', '200', 'ABC', '100'] // prettier-ignore
  const rows = [row('wall', '20100101000000'), row('ferry', '20100101000000'), row('wall', '20110101000000')]
  const names = ['urlkey', 'timestamp', 'original', 'mimetype', 'statuscode', 'digest', 'length']
  expect(await read(JSON.stringify([names, ...rows]))).toEqual({ named, refused: [] })
  expect(await read(` CDX N b a m s k S\n${rows.map((one) => one.join(' ')).join('\n')}\n`)).toEqual({
    named,
    refused: []
  })
  const pywb = rows.map(([key, at, page]) => `${key} ${at} ${JSON.stringify({ url: page, status: '200' })}`)
  expect(await read(pywb.join('\n'))).toEqual({ named, refused: [] })
})

test.each([
  ['an index of further lists', `<${url}>; rel="original", <http://archive.test/1>; rel="timemap"`, 'needs-files'],
  ['no page of the web', '<javascript:alert(1)>; rel="original"', 'wrong-schema'],
  ['JSON that ends early', `{"original_uri": "${url}", "mementos": {"list": [`, 'damaged'],
  ['rows that end early', '[["urlkey","timestamp","original"],["a","2010', 'damaged']
])('%s is refused', async (_, text, code) => {
  const { named, refused } = await read(text)
  expect([named, refused.map(([one]) => one)]).toEqual([[], [code]])
})

const html = (cost: string) =>
  `<html><head><title>The wall</title></head><body><main><article><h1>The wall</h1><p>The sea wall will cost ${cost}. ${'Every version of this article has this sentence. '.repeat(12)}</p><p>Work begins on 13 April, says the council of Orrinmouth.</p></article></main></body></html>`
const page = 'https://quay.example/row'
const kept: Kept[] = [
  { timestamp: '20200101030405', url: page, html: html('40 million') },
  { timestamp: '20200201030405', url: page, html: html('60 million') }
]

async function fetched(allowed: boolean) {
  const archive = await startArchive(kept)
  const opened = store()
  if (allowed) writeSettings(opened, { ...readSettings(opened), archive: archive.endpoint })
  const fetcher = createFetch({
    policy: () => ({ obeyRobots: true, contact: '', spacing: 0, perHost: 2, allowedHosts: [archive.host] }), // prettier-ignore
    hosts: { get: () => undefined, set: () => undefined },
    now: () => new Date(),
    version: '0',
    proxy: () => Promise.resolve('DIRECT'),
    isConnected: () => true
  })
  closing.push(fetcher.close, archive.close)
  const mementos = new Mementos({
    store: opened,
    eyes: { fetch: fetcher.fetch, reader: { read: readHere, close: async () => {} } },
    tell: () => undefined,
    mayWrite: async () => {},
    report: (error) => {
      throw error
    }
  })
  const named = kept.map(({ timestamp }) => `<${archive.origin}/web/${timestamp}/${page}>; rel="memento"; datetime="${new Date(Date.parse(`2020-0${timestamp[5]}-01T03:04:05Z`)).toUTCString()}"`) // prettier-ignore
  const path = join(write({ 'wall.link': [`<${page}>; rel="original"`, ...named].join(',\n') }), 'wall.link')
  const found: Follow[] = []
  const take = async () => {
    await importFiles(opened, [path], { now, onFollow: async (one) => void found.push(one) })
    for (const one of found.splice(0)) mementos.take(one.url, one.mementos ?? [])
    await mementos.idle()
    return opened.prepare('SELECT first_at, origin, url FROM capture ORDER BY first_at').all()
  }
  return { archive, take }
}

test('the copies that a TimeMap names are fetched from where they are, once', async () => {
  const { archive, take } = await fetched(true)
  const copies = kept.map(({ timestamp }, i) => ({
    first_at: `2020-0${i + 1}-01T03:04:05.000Z`,
    origin: archive.host,
    url: `${archive.origin}/web/${timestamp}/${page}`
  }))
  expect(await take()).toEqual(copies)
  const asked = archive.asked.length
  expect(await take()).toEqual(copies)
  expect(archive.asked).toHaveLength(asked)
})

test('a list cannot have a machine of the private network asked', async () => {
  const { archive, take } = await fetched(false)
  expect(await take()).toEqual([])
  expect(archive.asked).toEqual([])
})

test('where nothing is followed, a list adds nothing', async () => {
  const follows = new Follows(undefined satisfies LazyFollowing | undefined)
  await follows.add({ kind: 'follow', url: page, feed: false, folder: null, mementos: [] })
  expect(await follows.follow()).toEqual({})
})

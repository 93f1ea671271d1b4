import { encode } from '@msgpack/msgpack'
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { imported, newFolder, texts } from './imported.ts'

const location = 'https://town.example/notices'
const page = createHash('sha1').update(location).digest('hex')
const jobs = `# pages
name: Notices
url: ${location}
---
command: touch ran-a-command
---
url: [broken
---
url: https://town.example/other
filter: [html2text]
`

function urlwatch(folder: string): string {
  const path = join(folder, 'cache.db')
  const db = new Database(path)
  db.exec(
    'CREATE TABLE CacheEntry (id INTEGER PRIMARY KEY, guid TEXT, timestamp INTEGER, data TEXT, tries INTEGER, etag TEXT)'
  )
  const add = db.prepare('INSERT INTO CacheEntry VALUES (?, ?, ?, ?, ?, NULL)')
  add.run(1, page, 1_700_000_000, 'Notices\nThe hall is shut.\n', 0)
  add.run(2, page, 1_700_003_600, 'Notices\nThe hall is open.\n', 0)
  add.run(3, page, 1_700_010_000, 'Notices\nThe hall is open.\n', 2)
  add.run(4, page, 1_700_020_000, 'Notices\nThe hall is open.\n', 0)
  db.close()
  return path
}

test('urlwatch: addresses come from the list of jobs beside the file; failed checks are no states', async () => {
  const folder = newFolder()
  const path = urlwatch(folder)
  writeFileSync(join(folder, 'urls.yaml'), jobs)
  const { result, again, articles } = await imported([path])
  expect(result).toMatchObject({ newArticles: 1, newRevisions: 2, refused: [] })
  expect(again).toMatchObject({ newArticles: 0, newRevisions: 0, alreadyThere: 3 })
  expect(articles[0]).toMatchObject({ url: location, source: 'town.example' })
  expect(articles[0]!.captures.map(([at, outcome]) => [at, outcome])).toEqual([
    ['2023-11-14T22:13:20.000Z', 'changed'],
    ['2023-11-14T23:13:20.000Z', 'changed'],
    ['2023-11-15T03:46:40.000Z', 'unchanged']
  ])
  expect(texts(articles[0]!.revisions[1]!.content)).toEqual(['paragraph: Notices', 'paragraph: The hall is open.'])
  expect(existsSync('ran-a-command') || existsSync(join(folder, 'ran-a-command'))).toBe(false)
})

test('urlwatch: a job may be named by the address that it is shown under', async () => {
  const folder = newFolder()
  const path = urlwatch(folder)
  writeFileSync(join(folder, 'urls.yaml'), `url: https://api.town.example/v1\nuser_visible_url: ${location}\n`)
  expect((await imported([path])).articles[0]).toMatchObject({ url: 'https://api.town.example/v1' })
})

test('urlwatch: without the list a page keeps no address, and is found again', async () => {
  const { result, again, articles } = await imported([urlwatch(newFolder())])
  expect(result).toMatchObject({ newArticles: 1, newRevisions: 2 })
  expect(again).toMatchObject({ newArticles: 0, newRevisions: 0 })
  expect(articles[0]).toMatchObject({ url: null, source: 'urlwatch', headline: `Unknown page ${page}` })
})

test('webchanges: packed texts; broken ones are refused by themselves', async () => {
  const folder = newFolder()
  const path = join(folder, 'snapshots.db')
  const db = new Database(path)
  db.exec('CREATE TABLE webchanges (uuid TEXT, timestamp REAL, msgpack_data BLOB)')
  const add = db.prepare('INSERT INTO webchanges VALUES (?, ?, ?)')
  const packed = (d: unknown, more = {}) => Buffer.from(encode({ d, t: 0, e: '', m: 'text/plain', err: {}, ...more }))
  add.run(page, 1_700_000_000.25, packed('Notices\nThe hall is shut.'))
  add.run(page, 1_700_003_600.25, packed('Notices\nThe hall is open.'))
  add.run(page, 1_700_003_700, packed('Notices\nThe hall is open.', { t: 1, err: { type: 'HTTPError' } }))
  add.run(page, 1_700_003_800, Buffer.from('dfffffffff', 'hex'))
  add.run(page, 1_700_003_900, packed(7))
  add.run(page, 1_700_004_000, 'no blob')
  add.run(page, -5, packed('long ago'))
  db.close()
  writeFileSync(join(folder, 'jobs.yaml'), jobs)
  const { result, again, articles } = await imported([path])
  expect(result).toMatchObject({ newArticles: 1, newRevisions: 2 })
  expect(result.refused.map(({ code }) => code).sort()).toEqual(['bad-time', 'damaged', 'wrong-schema', 'wrong-schema'])
  expect(again).toMatchObject({ newRevisions: 0, newArticles: 0 })
  expect(articles[0]!.revisions[0]!.at).toBe('2023-11-14T22:13:20.250Z')
})

test('a whole page is read as our own checks read theirs', async () => {
  const folder = newFolder()
  const path = join(folder, 'cache.db')
  const db = new Database(path)
  db.exec(
    'CREATE TABLE CacheEntry (id INTEGER PRIMARY KEY, guid TEXT, timestamp INTEGER, data TEXT, tries INTEGER, etag TEXT)'
  )
  const words =
    'The town council said on Friday that the hall will be open again from the first of May, as the roof is mended.'
  const html = `<!DOCTYPE html><html><head><title>Hall</title></head><body><article><h1>Hall to open</h1><p>${words}</p><p>${words} Nobody was hurt.</p></article></body></html>`
  db.prepare('INSERT INTO CacheEntry VALUES (1, ?, 1700000000, ?, 0, NULL)').run(page, html)
  db.close()
  writeFileSync(join(folder, 'urls.yaml'), jobs)
  const { articles } = await imported([path])
  expect(texts(articles[0]!.revisions[0]!.content)).toContain('headline: Hall to open')
})

const samples = ['urlwatch-cache.db', 'webchanges-snapshots.db'].map((name) => join('../shared/data/imports', name))

describe.skipIf(!samples.every(existsSync))(
  'files of the programs themselves (skipped where the shared data is absent)',
  () => {
    test.each(samples)('%s gives two versions, with and without the address', async (sample) => {
      const alone = await imported([sample])
      expect(alone.result).toMatchObject({ newArticles: 1, newRevisions: 2, refused: [] })
      expect(alone.again).toMatchObject({ newArticles: 0, newRevisions: 0 })
      const folder = newFolder()
      const path = join(folder, 'copy.db')
      copyFileSync(sample, path)
      writeFileSync(join(folder, 'urls.yaml'), 'url: https://example.org/a\n---\nurl: https://example.com/\n')
      const named = await imported([path])
      expect(named.result.newRevisions).toBe(2)
    })
  }
)

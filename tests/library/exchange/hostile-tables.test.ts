import { encode } from '@msgpack/msgpack'
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createGzip } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { filesIn, imported, newFolder } from './imported.ts'
import { expectFlat, memoryNow } from './memory.ts'

const megabyte = 2 ** 20

/** Writes a file of some beginning and many megabytes of the same, packed or not. */
async function large(name: string, parts: { start: string; more: string; megabytes: number }): Promise<string> {
  const path = join(newFolder(), name)
  const file = createWriteStream(path)
  const out = name.endsWith('.gz') ? createGzip() : file
  if (out !== file) out.pipe(file)
  out.write(parts.start)
  const more = Buffer.from(parts.more.repeat(Math.ceil(megabyte / parts.more.length)))
  for (let i = 0; i < parts.megabytes; i++) if (!out.write(more)) await once(out, 'drain')
  out.end()
  await once(file, 'close')
  return path
}

/** What an import refuses, held against what holds for all. */
async function refusedOf(path: string): Promise<string[]> {
  const before = { files: filesIn(join(path, '..')), memory: memoryNow() }
  const { result } = await imported([path])
  expect(filesIn(join(path, '..'))).toEqual(before.files)
  expectFlat(before.memory)
  return result.refused.map(({ code }) => code)
}

const create = '-- MySQL dump\nCREATE TABLE `news_article_versions` (`id` int, `news_article_id` int, `title` text, `created_at` datetime, `version` int);\nCREATE TABLE `news_articles` (`id` int, `source` text, `url` text);\nCREATE TABLE `news_article_version_texts` (`news_article_version_id` int, `text` text);\n' // prettier-ignore
const list = '{"pages":[{"id":1,"url":"https://a.example/"}],"page_snapshots":['

/** What loads once, the readers and SQLite, is no growth. */
beforeAll(async () => {
  await imported([await large('first.sql', { start: create, more: ' ', megabytes: 1 })])
})

describe('files that would fill the memory or the disk', () => {
  test.each([
    ['bomb.sql.gz', { start: create, more: ' ', megabytes: 300 }, ['unsafe']],
    [
      'value.sql',
      { start: `${create}INSERT INTO \`news_articles\` VALUES (1,'`, more: 'x', megabytes: 60 },
      ['too-large']
    ],
    ['comment.sql', { start: `${create}/*`, more: 'x', megabytes: 60 }, ['too-large']],
    ['name.sql', { start: `${create}INSERT INTO \``, more: 'x', megabytes: 60 }, ['too-large']],
    ['word.sql', { start: `${create}INSERT INTO `, more: 'x', megabytes: 60 }, ['too-large']],
    ['columns.sql', { start: `${create}CREATE TABLE t (a int`, more: ', b int', megabytes: 60 }, ['damaged']],
    [
      'tuple.sql',
      { start: `${create}INSERT INTO \`news_articles\` VALUES (1`, more: ',1', megabytes: 60 },
      ['damaged']
    ],
    ['copy.sql', { start: '-- PostgreSQL database dump\nCOPY public.page_snapshots (id, page_id, created_at) FROM stdin;\n', more: 'x', megabytes: 60 }, ['too-large']], // prettier-ignore
    ['deep.json', { start: list, more: '[', megabytes: 60 }, ['damaged']],
    ['wide.json', { start: `${list}[1`, more: ',1', megabytes: 60 }, ['damaged']],
    ['long.json', { start: `${list}{"id":"`, more: 'x', megabytes: 60 }, ['too-large']],
    ['page_snapshots.csv', { start: 'id,page_id,created_at,html,text\n', more: 'x', megabytes: 60 }, ['needs-files']]
  ])(
    '%s is refused by name',
    async (name, parts, codes) => {
      expect(await refusedOf(await large(name, parts))).toEqual(codes)
    },
    120_000
  )

  test.each(['x', '"', ','])(
    'a row of CSV without end, of %s',
    async (more) => {
      const start = 'news_id,time,title,body\n1,1400000000,"'
      const path = await large('news-content.csv', { start, more, megabytes: 60 })
      writeFileSync(join(path, '..', 'news-list.csv'), 'news_id,url,source,created_at\n1,https://a.example/,1,1\n')
      expect(['too-large', 'damaged', 'truncated']).toContain((await refusedOf(path)).at(-1))
    },
    120_000
  )
})

test('lists of jobs that YAML is slow to read are left out, and the others read', async () => {
  const folder = newFolder()
  const location = 'https://town.example/notices'
  const path = join(folder, 'cache.db')
  const db = new Database(path)
  db.exec('CREATE TABLE CacheEntry (id INTEGER PRIMARY KEY, guid TEXT, timestamp INTEGER, data TEXT, tries INTEGER, etag TEXT)') // prettier-ignore
  const page = createHash('sha1').update(location).digest('hex')
  db.prepare("INSERT INTO CacheEntry VALUES (1, ?, 1700000000, 'Some words', 0, NULL)").run(page)
  db.close()
  const slow = [
    '&a '.repeat(200_000),
    '['.repeat(200_000),
    '- '.repeat(150_000),
    `a: &a [x]\nb: [${'*a,'.repeat(9000)}]`
  ]
  writeFileSync(join(folder, 'urls.yaml'), [...slow, ''].map((one) => `url: x\nmore: ${one}\n`).join('---\n') + `---\nurl: ${location}\n`) // prettier-ignore
  const start = performance.now()
  const { articles } = await imported([path])
  expect(performance.now() - start).toBeLessThan(10_000)
  expect(articles[0]!.url).toBe(location)
})

test('what is packed to be huge is no more than damaged', async () => {
  const path = join(newFolder(), 'snapshots.db')
  const db = new Database(path)
  db.exec('CREATE TABLE webchanges (uuid TEXT, timestamp REAL, msgpack_data BLOB)')
  const add = db.prepare("INSERT INTO webchanges VALUES ('page', 1700000000, ?)")
  for (const packed of ['dd7fffffff', 'df7fffffff', 'db7fffffff', 'c67fffffff', '91'.repeat(100_000), 'c1', ''])
    add.run(Buffer.from(packed, 'hex'))
  add.run(Buffer.from(encode({ __proto: 1, d: 'x', t: 0, err: {} })).fill('_', 1, 2))
  db.close()
  const codes = await refusedOf(path)
  expect(codes.filter((code) => !['damaged', 'wrong-schema', 'no-article'].includes(code))).toEqual([])
  expect(codes.length).toBeGreaterThanOrEqual(7)
})

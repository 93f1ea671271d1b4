import Database from 'better-sqlite3'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { importFiles } from '../../../src/library/import.ts'
import { openStore } from '../../../src/library/store/open.ts'
import { filesIn, firstOf, imported, newFolder, texts } from './imported.ts'

const schema = `
  CREATE TABLE feed (url TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, created DATETIME NOT NULL);
  CREATE TABLE entry (id INTEGER NOT NULL PRIMARY KEY, url TEXT NOT NULL, created DATETIME NOT NULL, checked DATETIME NOT NULL);
  CREATE TABLE feedentry (id INTEGER NOT NULL PRIMARY KEY, feed_id TEXT NOT NULL, entry_id INTEGER NOT NULL, created DATETIME NOT NULL);
  CREATE TABLE entryversion (id INTEGER NOT NULL PRIMARY KEY, title TEXT NOT NULL, url TEXT NOT NULL, summary TEXT NOT NULL,
    created DATETIME NOT NULL, archive_url TEXT, entry_id INTEGER NOT NULL REFERENCES entry (id));`

const versions = [
  [1, 'Bridge to close', 'https://news.example/bridge', '<p>It closes in May.</p> <p>Trams &amp; cars.</p>', '2020-03-01 10:00:00.123456', 1],
  [2, 'Other story', 'https://news.example/other', '<p>Another text altogether.</p>', '2020-03-01 10:00:05', 2],
  [3, 'Bridge to close', 'https://news.example/bridge', '<p>It closes in May.</p> <p>Trams &amp; cars.</p>', '2020-03-01 11:00:00', 1],
  [4, 'Bridge closed', 'https://news.example/moved/bridge', '<p>It closed in May.</p> <p>Trams &amp; cars.</p>', '2020-03-02 10:00:00', 1],
  [5, 'No time', 'https://news.example/other', '<p>Never.</p>', 'yesterday', 2]
] as const // prettier-ignore

function database(path: string): Database.Database {
  const db = new Database(path)
  db.exec(schema)
  db.exec(`INSERT INTO feed VALUES ('https://news.example/rss', 'The News', '2020-01-01');
    INSERT INTO entry VALUES (1, 'https://news.example/bridge?utm=1', '2020-03-01', '2020-03-03 08:00:00');
    INSERT INTO entry VALUES (2, 'https://news.example/other', '2020-03-01', '2020-03-01 09:00:00');
    INSERT INTO feedentry VALUES (1, 'https://news.example/rss', 1, '2020-03-01')`)
  for (const row of versions) db.prepare('INSERT INTO entryversion VALUES (?, ?, ?, ?, ?, NULL, ?)').run(...row)
  return db
}

test('the versions of each entry are states under the address of the first, times in UTC', async () => {
  const path = join(newFolder(), 'diffengine.db')
  database(path).close()
  const { result, again, articles } = await imported([path])
  expect(result).toMatchObject({ newArticles: 2, newRevisions: 3, refusedCount: 1 })
  expect(result.refused).toMatchObject([{ record: 'entryversion 5', code: 'bad-time', detail: 'yesterday' }])
  expect(again).toMatchObject({ newArticles: 0, newRevisions: 0 })
  const [bridge, other] = articles
  expect(bridge).toMatchObject({ source: 'The News', url: 'https://news.example/bridge', headline: 'Bridge closed' })
  expect(other).toMatchObject({ source: 'news.example', url: 'https://news.example/other' })
  expect(bridge!.revisions.map(({ at, content }) => [at, texts(content)])).toEqual([
    [
      '2020-03-01T10:00:00.123Z',
      ['headline: Bridge to close', 'paragraph: It closes in May.', 'paragraph: Trams & cars.']
    ],
    [
      '2020-03-02T10:00:00.000Z',
      ['headline: Bridge closed', 'paragraph: It closed in May.', 'paragraph: Trams & cars.']
    ]
  ])
  expect(bridge!.captures).toEqual([
    ['2020-03-01T10:00:00.123Z', 'changed', 200],
    ['2020-03-01T11:00:00.000Z', 'unchanged', 200],
    ['2020-03-02T10:00:00.000Z', 'changed', 200],
    ['2020-03-03T08:00:00.000Z', 'unchanged', 200]
  ])
})

test('rows that stand in the write-ahead log alone are read, and the folder stays as it is', async () => {
  const folder = newFolder()
  const path = join(folder, 'diffengine.db')
  const db = database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('wal_autocheckpoint = 0')
  db.exec(
    `INSERT INTO entryversion VALUES (9, 'Late', 'https://news.example/other', '<p>From the log.</p>', '2020-03-05', NULL, 2)`
  )
  const before = filesIn(folder)
  const { articles } = await imported([path])
  expect(articles.map(({ headline }) => headline)).toContain('Late')
  expect(filesIn(folder)).toEqual(before)
  db.close()
})

test('a dump of it, and the file packed by gzip, give the same', async () => {
  const path = join(newFolder(), 'diffengine.db')
  const db = database(path)
  const quoted = (value: unknown) => (typeof value === 'number' ? value : `'${String(value).replaceAll("'", "''")}'`)
  const dump = ['entryversion', 'feed', 'entry', 'feedentry'].map((table) => {
    const rows = db.prepare<[], unknown[]>(`SELECT * FROM ${table}`).raw().all()
    const sql = db.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table)
    return `${sql};\n${rows.map((row) => `INSERT INTO ${table} VALUES(${row.map(quoted).join(',')});`).join('\n')}`
  })
  db.close()
  const dumped = join(newFolder(), 'diffengine.sql')
  writeFileSync(dumped, `PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n${dump.join('\n')}\nCOMMIT;\n`)
  const packed = join(newFolder(), 'diffengine.db.gz')
  writeFileSync(packed, gzipSync(readFileSync(path)))
  const { articles, result } = await imported([path])
  const sameText = (shown: typeof articles) =>
    shown.map(({ revisions, captures, source }) => [revisions, captures, source])
  for (const other of [dumped, packed]) {
    const same = await imported([other])
    expect(sameText(same.articles)).toEqual(sameText(articles))
    expect(same.result.newRevisions).toBe(result.newRevisions)
    expect(same.again).toMatchObject({ newArticles: 0, newRevisions: 0 })
  }
  writeFileSync(packed, readFileSync(packed).subarray(0, -30))
  expect((await imported([packed])).result.refused).toMatchObject([{ code: 'truncated' }])
})

test('whoever has enough may leave', async () => {
  const path = join(newFolder(), 'diffengine.db')
  database(path).close()
  expect(await firstOf(path)).toBe('document')
})

test('where the runtime needs another build of SQLite, the file is opened with that', async () => {
  const path = join(newFolder(), 'diffengine.db')
  database(path).close()
  const store = openStore(':memory:')
  const nativeBinding = join(newFolder(), 'none.node')
  await expect(importFiles(store, [path], { now: new Date(), nativeBinding })).rejects.toThrow('none.node')
  store.close()
})

const sample = ['../shared/data/imports/diffengine.db'].find(existsSync)

describe.skipIf(sample === undefined)('a file of the program itself (skipped where the shared data is absent)', () => {
  test('gives its two versions', async () => {
    const { result, again, articles } = await imported([sample!])
    expect(result).toMatchObject({ newArticles: 1, newRevisions: 2, refused: [] })
    expect(again).toMatchObject({ newRevisions: 0, alreadyThere: 2 })
    expect(articles[0]!.revisions.map(({ content }) => texts(content))).toEqual([
      ['headline: Old headline', 'paragraph: One.', 'paragraph: It cost $1.5 million.'],
      ['headline: New headline', 'paragraph: One.', 'paragraph: It cost $15 million.']
    ])
  })
})

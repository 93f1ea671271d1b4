import Database from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalCodes, type ImportResult } from '../../../src/contract/importing.ts'
import { openLibrary } from '../../../src/library/library.ts'
import { filesIn, newFolder } from './imported.ts'
import { expectFlat, memoryNow } from './memory.ts'

const entry = 'CREATE TABLE entry (id INTEGER PRIMARY KEY, url TEXT, created DATETIME, checked DATETIME)'
const columns = 'id INTEGER PRIMARY KEY, title TEXT, url TEXT, summary TEXT, created DATETIME, archive_url TEXT, entry_id INTEGER' // prettier-ignore
const version = `CREATE TABLE entryversion (${columns})`

/** A database of diffengine with some versions in it, made other by `change`. */
function database(change: (db: Database.Database) => void = () => {}, schema = `${entry};${version}`): string {
  const path = join(newFolder(), 'diffengine.db')
  const db = new Database(path)
  db.unsafeMode()
  db.transaction(() => {
    db.exec(schema)
    change(db)
  })()
  db.close()
  return path
}

function fill(db: Database.Database, count = 3): void {
  db.exec("INSERT INTO entry VALUES (1, 'https://news.example/1', '2020-01-01', '2020-01-01')")
  const add = db.prepare('INSERT INTO entryversion VALUES (?, ?, ?, ?, ?, NULL, 1)')
  for (let i = 1; i <= count; i++)
    add.run(
      i,
      `Headline ${i}`,
      'https://news.example/1',
      `<p>Text ${i}.</p>`.repeat(40),
      `2020-01-0${(i % 9) + 1} 10:00:00`
    )
}

const list = { kind: 'smart', name: 'all' } as const
let take: (path: string) => Promise<ImportResult>
let articles: () => Promise<number>
let close: () => void
const scratch = newFolder()
const usual = process.env['TMPDIR']

beforeAll(() => {
  const opened = openLibrary({
    path: join(newFolder(), 'library.db'),
    samples: '',
    now: () => new Date('2026-11-26T12:00:00Z'),
    tell: () => undefined
  })
  process.env['TMPDIR'] = scratch
  take = async (path) => opened.handlers.importFiles({ paths: [path] })
  articles = async () => (await opened.handlers.listArticles({ list, limit: 200 })).rows.length
  close = opened.close
})
afterAll(() => {
  close()
  if (usual === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = usual
})

/** Imports a file and holds the import against what holds for all: nothing is left behind, and no memory taken. */
async function harmless(path: string): Promise<ImportResult> {
  const folder = join(path, '..')
  const before = { files: filesIn(folder), here: readdirSync('.'), memory: memoryNow() }
  const result = await take(path)
  expect(filesIn(folder)).toEqual(before.files)
  expect(readdirSync('.')).toEqual(before.here)
  expect(readdirSync(scratch).filter((name) => name.startsWith('palimpsest-import-'))).toEqual([])
  expectFlat(before.memory)
  for (const { code } of result.refused) expect(refusalCodes).toContain(code)
  return result
}

/** The same for a file of which nothing may be taken. */
async function refused(path: string): Promise<string> {
  const before = await articles()
  const { refused: [first], newRevisions } = await harmless(path) // prettier-ignore
  expect([newRevisions, await articles()]).toEqual([0, before])
  return `${first?.code}: ${first?.detail}`
}

describe('SQL that would run by itself', () => {
  test.each([
    ["SELECT 1 AS id, load_extension('evil') AS title", 'a view that loads an extension'],
    ["SELECT 1 AS id, writefile('evil', 'x') AS title", 'a view that writes a file'],
    ['SELECT * FROM entryversion', 'a view of itself'],
    ['WITH RECURSIVE r(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM r) SELECT id FROM r', 'a view without end']
  ])('%s', async (sql) => {
    const path = database((db) => db.exec(`CREATE VIEW entryversion AS ${sql}`), entry)
    expect(await refused(path)).toBe('unsafe: entryversion is no plain table')
  })

  test('a virtual table of the name', async () => {
    const path = database((db) => db.exec('CREATE VIRTUAL TABLE entryversion USING fts5(id, title)'), entry)
    expect(await refused(path)).toBe('unsafe: entryversion is no plain table')
  })

  test('a virtual table in other words', async () => {
    const path = database((db) => {
      fill(db)
      db.pragma('writable_schema = ON')
      db.exec(
        `UPDATE sqlite_schema SET sql = 'CREATE/**/VIRTUAL TABLE entryversion USING fts5(id)' WHERE name = 'entryversion'`
      )
    })
    expect(await refused(path)).toMatch(/^(unsafe: entryversion is no plain table|damaged: malformed)/)
  })

  test('columns that are computed', async () => {
    const computed = `CREATE TABLE entryversion (${columns}, evil TEXT AS (hex(zeroblob(400000000))) NOT NULL)`
    expect(await refused(database(() => {}, `${entry};${computed}`))).toBe('unsafe: entryversion computes a column')
  })

  test('triggers, checks and indexes are there, and never run', async () => {
    const path = database((db) => {
      fill(db)
      db.exec(`CREATE TABLE done (what TEXT);
        CREATE TRIGGER a AFTER INSERT ON entryversion BEGIN INSERT INTO done VALUES ('ran'); END;
        CREATE TRIGGER b BEFORE UPDATE ON entry BEGIN SELECT load_extension('evil'); END;
        CREATE INDEX c ON entryversion (length(hex(title)));
        CREATE VIEW bystander AS SELECT load_extension('evil')`)
      db.pragma('writable_schema = ON')
      db.exec(`UPDATE sqlite_schema SET sql = replace(sql, 'title TEXT', 'title TEXT CHECK (length(hex(randomblob(400000000))) > 1)')
        WHERE name = 'entryversion'`)
    })
    expect(await harmless(path)).toMatchObject({ newRevisions: 3, refused: [] })
  })
})

describe('schemas that are not those of the program', () => {
  test.each([
    ['a column is missing', `${entry};CREATE TABLE entryversion (id, title)`, 'wrong-schema: entryversion.url'],
    ['no row has a number', `${entry};${version.replace('INTEGER PRIMARY KEY', 'TEXT PRIMARY KEY')} WITHOUT ROWID`, 'wrong-schema: no such column: rowid'], // prettier-ignore
    ['nobody knows the tables', 'CREATE TABLE a (b); CREATE TABLE c (d)', 'unknown-format: tables a, c'],
    ['no table at all', 'PRAGMA user_version = 1', 'unknown-format: tables ']
  ])('%s', async (_, schema, says) => {
    expect(await refused(database(() => {}, schema))).toBe(says)
  })

  test('statements that are broken, without end or of a collation that nobody has', async () => {
    const changed = (sql: string) =>
      database((db) => {
        fill(db)
        db.pragma('writable_schema = ON')
        db.prepare("UPDATE sqlite_schema SET sql = ? WHERE name = 'entryversion'").run(sql)
      })
    expect(await refused(changed('CREATE TABLE entryversion ('))).toMatch(/^damaged: malformed database schema/)
    expect(await refused(changed(`${version.slice(0, -1)}, "${'x'.repeat(70_000)}" TEXT)`))).toMatch(
      /^damaged: a statement/
    )
    expect(await refused(changed(`CREATE TABLE entryversion(${'('.repeat(5000)}`))).toMatch(/^damaged: malformed/)
    const strange = changed(version.replace('entry_id INTEGER', 'entry_id INTEGER COLLATE evil'))
    expect(await harmless(strange)).toMatchObject({ refusedCount: 0 })
  })

  test('a thousand tables, and one schema of megabytes', async () => {
    const many = database((db) => db.exec(Array.from({ length: 1500 }, (_, i) => `CREATE TABLE t${i} (a)`).join(';')))
    expect(await refused(many)).toBe('damaged: its schema is too large')
    const long = database((db) => db.exec(`CREATE TABLE long (${'a'.repeat(3_000_000)})`))
    expect(await refused(long)).toMatch(/^damaged: a statement/)
  })
})

describe('values', () => {
  test('of other types and lengths are rows or refused by themselves', async () => {
    const path = database((db) => {
      fill(db)
      const add = db.prepare('INSERT INTO entryversion VALUES (?, ?, ?, ?, ?, NULL, ?)')
      add.run(10, 17, 'https://news.example/1', 4.5, '2020-02-01', 1)
      add.run(11, 'No time', 'https://news.example/1', '<p>x</p>', Buffer.from('00ff', 'hex'), 1)
      add.run(12, null, null, null, null, null)
      add.run(13, 'Far', 'https://news.example/1', '<p>x</p>', '9999-99-99', 1)
      add.run(14, '', 'javascript:alert(1)', '<script>alert(1)</script>', '2020-02-02', 2)
      add.run(15, 'Deep', 'file:///etc/passwd', '<p>'.repeat(200_000), '2020-02-02', Buffer.alloc(3))
      add.run(16, 'Long', 'https://news.example/1', 'x'.repeat(1_500_000), '2020-02-03', 1)
      add.run(17, '\u0000\u202e\ud800', 'https://news.example/1', '<p>\u0000a\ud800</p>', '2020-02-04', 1)
      db.exec(
        "INSERT INTO entryversion VALUES (18, 'Huge', 'https://news.example/1', zeroblob(300000000), '2020-02-05', NULL, 1)"
      )
      db.exec(
        "INSERT INTO entryversion VALUES (19, 'Key', 'https://news.example/1', '<p>k</p>', '2020-02-06', NULL, zeroblob(100000000))"
      )
      db.exec(
        "INSERT INTO entryversion VALUES (9223372036854775807, 'End', 'https://news.example/1', '<p>k</p>', '2020-02-06', NULL, 1)"
      )
    })
    const result = await harmless(path)
    const codes = Object.fromEntries(result.refused.map(({ record, code }) => [record, code]))
    expect(codes).toMatchObject({
      'entryversion 11': 'bad-time',
      'entryversion 12': 'bad-time',
      'entryversion 13': 'bad-time',
      'entryversion 14': 'no-article',
      'entryversion 16': 'too-large',
      'row 18': 'too-large'
    })
    expect(result.newArticles).toBeLessThanOrEqual(4)
  }, 120_000)
})

describe('files that are broken', () => {
  const whole = () => database((db) => fill(db, 60))

  test('any page zeroed', async () => {
    const path = whole()
    const bytes = readFileSync(path)
    for (let page = 0; page < bytes.length / 4096; page++) {
      const broken = Buffer.from(bytes)
      broken.fill(0, page * 4096, (page + 1) * 4096)
      writeFileSync(path, broken)
      // Without its first page it is nothing that is known.
      const codes = page === 0 ? ['binary'] : ['damaged']
      expect((await harmless(path)).refused.map(({ code }) => code)).toEqual(codes)
    }
  }, 120_000)

  test('cut anywhere', async () => {
    const path = whole()
    const bytes = readFileSync(path)
    for (let end = 16; end < bytes.length; end += 1777) {
      writeFileSync(path, bytes.subarray(0, end))
      expect((await harmless(path)).refusedCount).toBeGreaterThan(0)
    }
  }, 120_000)

  test('bits flipped at random', async () => {
    const path = whole()
    const bytes = readFileSync(path)
    let seed = 7
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
    for (let trial = 0; trial < 150; trial++) {
      const broken = Buffer.from(bytes)
      for (let flips = 0; flips < 1 + (trial % 5); flips++) {
        const at = random(trial % 2 === 0 ? Math.min(12_288, bytes.length) : bytes.length)
        broken[at] = broken[at]! ^ (1 << random(8))
      }
      writeFileSync(path, broken)
      expect(await harmless(path)).toBeDefined()
    }
  }, 240_000)

  test('a tree of pages that leads back to itself', async () => {
    const path = whole()
    const bytes = readFileSync(path)
    bytes[100] = 5
    bytes.writeUInt16BE(0, 103)
    bytes.writeUInt32BE(1, 108)
    writeFileSync(path, bytes)
    expect(await refused(path)).toMatch(/^damaged: page 1/)
  })

  test('nothing but the first bytes, and a gigabyte of nothing behind', async () => {
    const path = join(newFolder(), 'x.db')
    writeFileSync(path, 'SQLite format 3\0')
    expect(await refused(path)).toMatch(/^damaged/)
    const large = database((db) => fill(db))
    truncateSync(large, 2 ** 30)
    await harmless(large)
  }, 120_000)
})

describe('what lies beside the file', () => {
  test('a journal that names other files is never played back', async () => {
    const path = database((db) => fill(db))
    const victim = join(newFolder(), 'victim')
    writeFileSync(victim, 'keep me')
    const name = Buffer.from(victim)
    const tail = Buffer.alloc(12)
    tail.writeUInt32BE(name.length, 0)
    tail.writeUInt32BE(
      name.reduce((sum, byte) => sum + byte, 0),
      4
    )
    const magic = Buffer.from('d9d505f920a163d7', 'hex')
    const header = Buffer.concat([magic, Buffer.alloc(504)])
    writeFileSync(`${path}-journal`, Buffer.concat([header, name, tail.subarray(0, 8), magic]))
    expect(await refused(path)).toMatch(/^damaged: a write was never finished/)
    expect(readFileSync(victim, 'utf8')).toBe('keep me')
  })

  test('a log that is a link or a pipe is left alone', async () => {
    const linked = database((db) => fill(db))
    symlinkSync('/etc/hostname', `${linked}-wal`)
    expect(await harmless(linked)).toMatchObject({ refused: [] })
    const piped = database((db) => fill(db))
    execFileSync('mkfifo', [`${piped}-wal`])
    expect(await harmless(piped)).toMatchObject({ refused: [] })
  })

  test('a log of another file, and one that is broken', async () => {
    const path = database((db) => fill(db))
    writeFileSync(`${path}-wal`, Buffer.alloc(100_000, 7))
    await harmless(path)
    const file = openSync(path, 'r+')
    // The versions for reading and writing say that there is a log.
    writeSync(file, Buffer.from([2, 2]), 0, 2, 18)
    closeSync(file)
    await harmless(path)
    expect(existsSync(`${path}-shm`)).toBe(false)
  })
})

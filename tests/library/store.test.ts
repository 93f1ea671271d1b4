import Database from 'better-sqlite3'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CallFailure } from '../../src/contract/failure.ts'
import { migrations } from '../../src/library/store/migrations/all.ts'
import { openStore } from '../../src/library/store/open.ts'

const scratch = (name = 'library.db') => join(mkdtempSync(join(tmpdir(), 'palimpsest-store-')), name)

function failureOf(path: string): CallFailure['failure'] {
  try {
    openStore(path).close()
  } catch (error) {
    if (error instanceof CallFailure) return error.failure
    throw error
  }
  throw new Error('opened')
}

test('no loss: the pragmas hold on every open, also of a library that is there already', () => {
  const path = scratch()
  for (const open of ['first', 'second']) {
    const store = openStore(path)
    const pragma = (name: string) => store.pragma(name, { simple: true })
    expect([open, pragma('journal_mode')]).toEqual([open, 'wal'])
    expect([open, pragma('synchronous')]).toEqual([open, 2])
    expect([open, pragma('foreign_keys')]).toEqual([open, 1])
    expect([open, pragma('trusted_schema')]).toEqual([open, 0])
    expect([open, pragma('user_version')]).toEqual([open, migrations.length])
    store.close()
  }
})

test('every table is STRICT', () => {
  const store = openStore(scratch())
  const loose = store
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'"
    )
    .all()
  expect(loose).toEqual([])
  store.close()
})

test('a file of a newer Palimpsest is refused by its version and stays byte for byte the same', () => {
  const path = scratch()
  const newer = openStore(path)
  newer.pragma('user_version = 99')
  newer.pragma('journal_mode = DELETE')
  newer.close()
  const before = readFileSync(path)
  expect(failureOf(path)).toEqual({ code: 'newer-schema', detail: '99' })
  expect(readFileSync(path).equals(before)).toBe(true)
})

test("somebody else's SQLite file is refused and stays as it is", () => {
  const path = scratch()
  const other = new Database(path)
  other.exec('CREATE TABLE recipe (name TEXT)')
  other.close()
  const before = readFileSync(path)
  expect(failureOf(path).code).toBe('not-a-library')
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a file that is no database is called damaged and stays as it is', () => {
  const path = scratch()
  writeFileSync(path, 'These are not the bytes you are looking for.'.repeat(100))
  expect(failureOf(path).code).toBe('corrupt')
  expect(readFileSync(path, 'utf8')).toMatch(/^These/)
})

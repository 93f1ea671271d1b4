import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../../src/library/store/migrate.ts'
import { migrations } from '../../../src/library/store/migrations/all.ts'
import { connect, openStore, type Store } from '../../../src/library/store/open.ts'
import { blankLibrary, schemaFaults } from '../../../src/library/store/schema.ts'
import { oldArticles } from './old-rows.ts'
import { makeVersion1 } from './version1.ts'
import { tellVersion2 } from './version2.ts'

const told = (store: Store) => oldArticles.map((_, i) => tellVersion2(store, i + 1))

function makeVersion5(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'palimpsest-0006-')), 'library.db')
  makeVersion1(path)
  const store = connect(path)
  store.pragma('foreign_keys = OFF')
  migrate(store, migrations.slice(0, 5))
  store.close()
  return path
}

test('a library of version 5 tells the same once it is of version 6, which notes where imports come from', () => {
  const path = makeVersion5()
  const old = connect(path)
  const before = told(old)
  old.close()
  const store = openStore(path)
  expect(told(store)).toEqual(before)
  expect(store.prepare('SELECT count(*) FROM import').pluck().get()).toBe(0)
  const blank = blankLibrary()
  expect(schemaFaults(store, blank)).toEqual([])
  blank.close()
  store.close()
})

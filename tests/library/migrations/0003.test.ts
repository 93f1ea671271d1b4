import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bringInStep } from '../../../src/library/derived.ts'
import { migrate } from '../../../src/library/store/migrate.ts'
import { migrations } from '../../../src/library/store/migrations/all.ts'
import { connect, openStore } from '../../../src/library/store/open.ts'
import { blankLibrary, schemaFaults } from '../../../src/library/store/schema.ts'
import { oldArticles } from './old-rows.ts'
import { makeVersion1 } from './version1.ts'
import { tellVersion2 } from './version2.ts'

const articles = oldArticles.map((_, i) => i + 1)

function makeVersion2(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'palimpsest-0003-')), 'library.db')
  makeVersion1(path)
  const store = connect(path)
  store.pragma('foreign_keys = OFF')
  migrate(store, migrations.slice(0, 2))
  store.close()
  return path
}

test('a library of version 2 tells the same once it is of version 3, and its tables are those of a new one', () => {
  const path = makeVersion2()
  const old = connect(path)
  const told = articles.map((article) => tellVersion2(old, article))
  old.close()
  const store = openStore(path)
  expect(articles.map((article) => tellVersion2(store, article))).toEqual(told)
  const blank = blankLibrary()
  expect(schemaFaults(store, blank)).toEqual([])
  blank.close()
  store.close()
})

test('the hashes of its edits come with the comparisons that are made anew, and go with them', () => {
  const store = openStore(makeVersion2())
  const hashes = () => store.prepare('SELECT count(DISTINCT revision_id) FROM edit_hash').pluck().get()
  expect(hashes()).toBe(0)
  store.transaction(() => bringInStep(store, 1))()
  const compared = store.prepare('SELECT count(*) FROM change WHERE rules > 0').pluck().get()
  expect([compared, hashes()]).toEqual([3, 3])
  store.prepare('DELETE FROM change').run()
  expect(hashes()).toBe(0)
  store.close()
})

import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addStates } from '../../../src/library/add.ts'
import { blockHash, textHash } from '../../../src/library/store/hash.ts'
import { connect, openStore, type Store } from '../../../src/library/store/open.ts'
import { ArticleText } from '../../../src/library/store/packs.ts'
import { readUntil } from '../../../src/library/store/reading.ts'
import { contentOf, revisionsOf } from '../../../src/library/store/revisions.ts'
import { verify } from '../../../src/library/verify/run.ts'
import { oldArticles } from './old-rows.ts'
import { makeVersion1, tellVersion1 } from './version1.ts'
import { tellVersion2 } from './version2.ts'

const folder = mkdtempSync(join(tmpdir(), 'palimpsest-0002-'))
const old = join(folder, 'old.db')
makeVersion1(old)

function migrated(): Store {
  const path = join(mkdtempSync(join(folder, 'new-')), 'library.db')
  copyFileSync(old, path)
  return openStore(path)
}

const articles = oldArticles.map((_, i) => i + 1)

test('every revision says after the migration what it said before, and every observation is there', () => {
  const [before, after] = [connect(old), migrated()]
  for (const article of articles) expect(tellVersion2(after, article)).toEqual(tellVersion1(before, article))
  before.close()
  after.close()
})

test('the texts have the hashes they had', () => {
  const store = migrated()
  for (const article of articles) {
    const text = new ArticleText(store, article)
    for (const revision of revisionsOf(store, article)) {
      expect(textHash(contentOf(text, revision).blocks.map(blockHash))).toEqual(revision.textHash)
    }
  }
  store.close()
})

test('the migrated library stands its own check, and its tables are those of a new one', async () => {
  const store = migrated()
  const { findings, records } = await verify({ path: store.name, scope: 'all', now: () => new Date() })
  expect(findings).toEqual([])
  expect(records).toBe(8)
  expect(store.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(store.pragma('foreign_key_check')).toEqual([])
  store.close()
})

test('what was read stays read', () => {
  const store = migrated()
  const shown = oldArticles.map(({ read, captures }) =>
    read === undefined ? undefined : captures.filter(({ content }) => content !== undefined)[read]!.first_at
  )
  expect(articles.map((article) => readUntil(store, article))).toEqual(shown)
  store.close()
})

test('a text that an old revision had is known again, and a new one goes on from there', () => {
  const store = migrated()
  const [last, content] = [{ at: '2025-04-01T00:00:00.000Z' }, oldArticles[0]!.captures[2]!.content!]
  const state = { ...last, until: last.at, count: 1, outcome: 'changed', status: 200, error: null, content } as const
  const packs = () => store.prepare('SELECT count(*) FROM pack').pluck().get()
  const before = packs()
  expect(addStates(store, 1, [state], { origin: null, bodyHash: null, extractor: 'test/1' })).toEqual(['revision'])
  const newest = revisionsOf(store, 1).at(-1)!
  expect(newest.label).toBe('5')
  expect(contentOf(new ArticleText(store, 1), newest)).toEqual(content)
  expect(packs()).toBe(before)
  store.close()
})

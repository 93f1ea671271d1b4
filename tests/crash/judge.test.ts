import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openStore } from '../../src/library/store/open.ts'
import { judge } from './judge.ts'
import { Plan, storeUnit } from './plan.ts'

const path = join(mkdtempSync(join(tmpdir(), 'palimpsest-judge-')), 'library.db')
const plan = new Plan(7)

beforeAll(() => {
  const store = openStore(path)
  for (const unit of plan.first(16)) storeUnit(store, unit)
  store.close()
})

test.each([
  { acknowledged: 16, name: 'what was acknowledged is there', verdict: { stored: 16, lost: 0, wrong: [] } },
  { acknowledged: 15, name: 'one more was under way', verdict: { stored: 16, lost: 0, wrong: [] } },
  { acknowledged: 17, name: 'one is missing', verdict: { stored: 16, lost: plan.unit(16).states.length, wrong: [] } },
  {
    acknowledged: 14,
    name: 'two more cannot be',
    verdict: { stored: 16, lost: 0, wrong: ['16 units, though only 14 were acknowledged'] }
  }
])('$name', async ({ acknowledged, verdict }) => {
  expect(await judge(path, { plan, acknowledged })).toEqual(verdict)
})

test.each([
  ['a text that is not indexed', 'DELETE FROM search WHERE rowid = (SELECT max(rowid) FROM search)'],
  ['a claim that changed', "UPDATE revision SET claims = '[]' WHERE id = 9"],
  ['another text', "UPDATE revision SET blocks = '[0,1]' WHERE id = 9"],
  ['another time', "UPDATE capture SET first_at = '2026' WHERE id = 4"],
  ['an observation counted twice', 'UPDATE capture SET count = 2 WHERE id = 3'],
  ['a record that does not fit', 'UPDATE record SET hash = zeroblob(32) WHERE article_id = 1 AND seq = 2'],
  ['a record that is gone', 'DELETE FROM record WHERE article_id = 1 AND seq = 2'],
  [
    'a chain cut short',
    'DELETE FROM record WHERE article_id = 1 AND seq = (SELECT max(seq) FROM record WHERE article_id = 1)'
  ],
  ['an article that is gone', 'DELETE FROM article WHERE id = 1'],
  ['a list out of step', 'UPDATE listing SET versions = versions + 1 WHERE article_id = 1']
])('finds %s', async (_, sql) => {
  const copy = `${path}.copy`
  copyFileSync(path, copy)
  const store = openStore(copy)
  store.pragma('foreign_keys = OFF')
  expect(store.prepare(sql).run().changes).toBe(1)
  store.close()
  const { lost, wrong } = await judge(copy, { plan, acknowledged: 16 })
  expect(lost + wrong.length).toBeGreaterThan(0)
})

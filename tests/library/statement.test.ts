import { expect, test } from 'vitest'
import { prepare, withSteadyPlan } from '../../src/library/store/statement.ts'
import { emptyStore } from './stories.ts'

test.each([
  ['SELECT 1 FROM a WHERE id = ?', 'SELECT 1 FROM a WHERE id = +?'],
  ['WHERE at >= @from AND at < @to', 'WHERE at >= +@from AND at < +@to'],
  ['WHERE hash IS ? OR hash IS NOT ?', 'WHERE hash IS +? OR hash IS NOT +?'],
  ['INSERT INTO a VALUES (?, ?)', 'INSERT INTO a VALUES (?, ?)'],
  ["WHERE search MATCH ? AND kind IN (?, 'x') LIMIT ?", "WHERE search MATCH ? AND kind IN (?, 'x') LIMIT ?"]
])('%s', (sql, steady) => {
  expect(withSteadyPlan(sql)).toBe(steady)
})

test('a join asked for again and again is not compiled each time', () => {
  const store = emptyStore()
  const sql = 'SELECT s.name FROM article a JOIN source s ON s.id = a.source_id WHERE a.id = ?'
  const time = (ask: () => unknown) => {
    const started = process.cpuUsage()
    for (let n = 0; n < 5000; n++) ask()
    return process.cpuUsage(started).user
  }
  const bare = store.prepare(sql)
  const steady = prepare<[number]>(store, sql)
  store.transaction(() => {
    for (const statement of [bare, steady]) statement.get(1)
    expect(time(() => bare.get(1))).toBeGreaterThan(2 * time(() => steady.get(1)))
  })()
})

test('values of every kind are found as before', () => {
  const store = emptyStore()
  store.exec('CREATE TABLE kept (id INTEGER PRIMARY KEY, n INTEGER, t TEXT, b BLOB) STRICT')
  const big = 2 ** 40
  prepare(store, 'INSERT INTO kept VALUES (?, ?, ?, ?)').run(big, big, '7', Buffer.from('7'))
  for (const [column, value] of [
    ['id', big],
    ['n', big],
    ['t', '7'],
    ['b', Buffer.from('7')]
  ] as const) {
    expect(prepare(store, `SELECT id FROM kept WHERE ${column} = ?`).pluck().get(value)).toBe(big)
    expect(prepare(store, `SELECT id FROM kept WHERE ${column} IS ?`).pluck().get(null)).toBeUndefined()
  }
})

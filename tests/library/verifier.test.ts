import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { Events } from '../../src/contract/contract.ts'
import { openStore } from '../../src/library/store/open.ts'
import { Verifier } from '../../src/library/verifier.ts'
import { verify } from '../../src/library/verify/run.ts'
import { knownLibrary, randomLibrary } from './verify-library.ts'

const now = () => new Date('2026-03-01T12:00:00Z')

function edit(path: string, sql: string): void {
  const store = new Database(path)
  store.exec(sql)
  store.close()
}

/** A verifier of an open library, and everything it tells. */
function open(path: string) {
  const store = openStore(path)
  const told: (keyof Events)[] = []
  const verifier = new Verifier({ store, path, now, canWrite: () => true, tell: (event) => told.push(event) })
  onTestFinished(() => {
    verifier.close()
    store.close()
  })
  return { verifier, store, told }
}

test('a look at the newest versions finds a text that changed, and the end of a chain that is gone', async () => {
  const path = knownLibrary()
  edit(path, 'UPDATE revision SET words = 1 WHERE id = 8; DELETE FROM record WHERE article_id = 3 AND seq = 4')
  const { findings, records } = await verify({ path, scope: 'newest', now })
  expect(records).toBe(3)
  expect(findings.map(({ article, seq, version, reason }) => [article?.id, seq, version, reason])).toEqual([
    [2, 4, '4', 'record'],
    [3, 4, null, 'record-missing']
  ])
})

test('a look at the newest versions leaves the older ones to the walk through everything', async () => {
  const path = knownLibrary()
  edit(path, 'UPDATE revision SET words = 1 WHERE id = 6')
  expect((await verify({ path, scope: 'newest', now })).findings).toEqual([])
  expect((await verify({ path, scope: 'all', now })).findings).toHaveLength(1)
})

test('one article can be verified by itself, and one that is not there is not found', async () => {
  const path = knownLibrary()
  edit(path, 'UPDATE revision SET words = 1 WHERE id = 6')
  const { verifier } = open(path)
  expect(await verifier.verify(1)).toMatchObject({ articles: 1, records: 4, found: 0 })
  expect(await verifier.verify(2)).toMatchObject({ found: 1, findings: [{ seq: 2, version: '2', reason: 'record' }] })
  await expect(verifier.verify(99)).rejects.toMatchObject({ failure: { code: 'not-found' } })
})

test('what was found is told and kept; two who ask at once get one walk', async () => {
  const { verifier, told } = open(knownLibrary())
  expect(verifier.last()).toEqual({ all: null, newest: null })
  const [one, other] = await Promise.all([verifier.verify(undefined), verifier.verify(undefined)])
  expect(one).toBe(other)
  expect(told).toContain('verified')
  expect(verifier.last().all).toEqual(one)
})

test('a walk sees the library as it was at its start, while others write', async () => {
  const path = randomLibrary(5, 12)
  const { verifier, store } = open(path)
  const walk = verifier.verify(undefined)
  const writing = setInterval(() => {
    store.exec("INSERT INTO upkeep VALUES ('x', '', '{}') ON CONFLICT DO UPDATE SET at = at || 'x'")
    store.exec("UPDATE capture SET outcome = 'gone' WHERE id = 1; DELETE FROM record WHERE article_id = 1")
  }, 1)
  expect((await walk.finally(() => clearInterval(writing))).findings).toEqual([])
  expect((await verifier.verify(undefined)).found).toBeGreaterThan(0)
})

test('closing ends a walk at once, and lets go of the file', async () => {
  const { verifier } = open(randomLibrary(6, 12))
  const walk = verifier.verify(undefined)
  verifier.close()
  await expect(walk).rejects.toThrow(/abort/i)
})

test('a walk works in slices: nobody waits for it long', async () => {
  const path = randomLibrary(7, 60)
  let breaths = 0
  const began = performance.now()
  const pause = async () => void breaths++
  await verify({ path, scope: 'all', now, pause })
  expect(breaths).toBeGreaterThan((performance.now() - began) / 100)
})

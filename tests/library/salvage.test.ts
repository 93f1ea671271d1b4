import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { salvage, type Salvage } from '../../src/library/salvage.ts'
import { openStore } from '../../src/library/store/open.ts'
import { emptying } from '../../src/library/purge.ts'
import { readTimemap } from '../../src/library/timemap.ts'
import { deleting, doomedArticles, doomedRevisions } from '../../src/library/trash.ts'
import { dice } from '../crash/dice.ts'
import { addVersions, changed, pageCount, pagesOf, scratch, threeHundred, withoutPage } from './damaged-library.ts'
import { makeVersion1 } from './migrations/version1.ts'
import { verifyAll } from './verify-library.ts'

const now = new Date('2026-06-01T12:00:00Z')

let clean: string
let backup: string
beforeAll(() => {
  clean = threeHundred()
  backup = scratch('library.db.backup')
  changed(clean, (store) => {
    store.prepare('VACUUM INTO ?').run(backup)
    addVersions(store, 1, [15, 20])
  })
}, 60_000)

/** Salvages a damaged file, and sees that the file stays as it was and that what comes out is a whole library. */
async function rescued(from: string, backups: readonly string[] = []): Promise<Salvage> {
  const before = readFileSync(from)
  const into = scratch()
  const result = salvage({ from, into, backups, now })
  expect(readFileSync(from).equals(before)).toBe(true)
  const { found, findings, derived, lost } = await verifyAll(into)
  expect({ found, findings, derived }).toEqual({ found: 0, findings: [], derived: [] })
  expect(lost).toBeLessThanOrEqual(result.versions.lost)
  const store = openStore(into)
  expect(store.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(store.prepare('SELECT count(*) FROM revision').pluck().get()).toBe(result.versions.saved)
  store.close()
  return result
}

test('a whole library comes out as it went in', async () => {
  const all = { articles: { saved: 20, lost: 0 }, versions: { saved: 305, lost: 0 }, captures: { saved: 610, lost: 0 } }
  expect(await rescued(clean)).toMatchObject(all)
})

/** In a long run: `PAGES=60 npx vitest run tests/library/salvage.test.ts`. */
const trials = Number(process.env['PAGES'] ?? 20)

test('one zeroed page, whichever it is, loses only what was on it', { timeout: 600_000 }, async () => {
  const roll = dice(7)
  const saved: number[] = []
  for (let trial = 0; trial < trials; trial++) {
    const page = 1 + roll(pageCount(clean))
    const { versions } = await rescued(withoutPage(clean, page))
    expect([page, versions.saved + versions.lost]).toEqual([page, 305])
    saved.push(versions.saved)
  }
  saved.sort((a, b) => a - b)
  const [least, p10, median] = [0, trials * 0.1, trials / 2].map((at) => saved[Math.floor(at)]!)
  console.log(`${trials} zeroed pages: saved of 305 versions: least ${least}, p10 ${p10}, median ${median}`)
  expect(median).toBeGreaterThanOrEqual(304)
  expect(least).toBeGreaterThan(200)
})

/** Everything in these tables can be worked out from indexes, chains, or other tables. */
const mended = [
  'sqlite_schema',
  'maker',
  'article',
  'source',
  'record',
  'chain_head',
  'library',
  'listing',
  'change',
  'edit_hash'
]

test.each(mended)('no version is lost with a page of %s', async (table) => {
  const pages = table === 'sqlite_schema' ? [1] : pagesOf(clean, table)
  expect(pages.length).toBeGreaterThan(0)
  for (const page of pages.slice(0, 3)) expect((await rescued(withoutPage(clean, page))).versions.lost).toBe(0)
})

test.each(['pack', 'revision', 'capture', 'body'])('what a page of %s held is found in a backup', async (table) => {
  for (const page of pagesOf(clean, table).slice(0, 2)) {
    const damaged = withoutPage(clean, page)
    const alone = await rescued(damaged)
    expect(alone.versions.lost + alone.captures.lost + alone.bodies.lost).toBeGreaterThan(0)
    // Five versions were stored after the backup.
    const helped = await rescued(damaged, [backup])
    expect(helped.versions.lost).toBeLessThanOrEqual(5)
    expect(helped.bodies.lost).toBeLessThanOrEqual(5)
  }
})

test('what is lost leaves a gap that keeps its name, and the chain says so', async () => {
  const [page] = pagesOf(clean, 'revision')
  const into = scratch()
  const { versions } = salvage({ from: withoutPage(clean, page!), into, backups: [], now })
  const store = openStore(into)
  const said = store.prepare("SELECT json FROM record WHERE kind = 'deletion'").pluck().all() as string[]
  const lost = said.map((json) => JSON.parse(json) as { reason: string; deletes: number[]; at: string })
  expect(lost.every(({ reason, at }) => reason === 'damage' && at === now.toISOString())).toBe(true)
  expect(lost.flatMap(({ deletes }) => deletes)).toHaveLength(versions.lost)
  expect(store.prepare('SELECT count(*) FROM tombstone').pluck().get()).toBe(versions.lost)
  const gaps = Array.from({ length: 20 }, (_, i) => readTimemap(store, i + 1).gaps).flat()
  expect([gaps.length, gaps.every((gap) => gap.lost && gap.revision === null)]).toEqual([versions.lost, true])
  store.close()
})

test('a text that was lost is a new version when it is seen again', async () => {
  const [page] = pagesOf(clean, 'revision')
  const into = scratch()
  const { versions } = salvage({ from: withoutPage(clean, page!), into, backups: [], now })
  expect(versions.lost).toBeGreaterThan(0)
  changed(into, (store) => {
    for (let article = 1; article <= 20; article++) addVersions(store, article, [20, 21])
  })
  expect((await verifyAll(into)).found).toBe(0)
})

test('what was deleted for good stays deleted, whichever page is lost', { timeout: 300_000 }, async () => {
  const path = changed(scratch(), (store) => {
    for (let article = 1; article <= 3; article++) addVersions(store, article, [0, 6])
    const doomed = [...doomedRevisions(store, [2, 3]), ...doomedArticles(store, [3])]
    Array.from(deleting(store, doomed, { at: now.toISOString(), reason: 'reader' }))
    Array.from(emptying(store, now))
    Array.from(deleting(store, doomedRevisions(store, [5]), { at: now.toISOString(), reason: 'reader' }))
  })
  expect(await rescued(path)).toMatchObject({ versions: { saved: 10, lost: 0 } })
  const tables = ['tombstone', 'trash', 'deletion', 'record', 'revision', 'capture', 'article', 'chain_head', 'pack']
  for (const table of tables) {
    for (const page of pagesOf(path, table)) {
      const { versions } = await rescued(withoutPage(path, page))
      expect([table, versions.saved <= 10]).toEqual([table, true])
    }
  }
})

test('what was committed to the log counts, what was not does not', async () => {
  const [path, copy] = [scratch(), scratch()]
  changed(path, (store) => {
    store.pragma('wal_autocheckpoint = 0')
    addVersions(store, 1, [0, 2])
    addVersions(store, 1, [2, 3])
    copyFileSync(path, copy)
    const log = readFileSync(`${path}-wal`)
    writeFileSync(`${copy}-wal`, log)
    // The last frame is torn, as a power failure leaves it: its commit never happened.
    writeFileSync(`${path}.torn-wal`, log.subarray(0, log.length - 100))
    copyFileSync(path, `${path}.torn`)
  })
  expect(await rescued(copy)).toMatchObject({ versions: { saved: 3, lost: 0 } })
  expect(await rescued(`${path}.torn`)).toMatchObject({ versions: { saved: 2, lost: 0 } })
})

test('a library in the first format is saved too, and brought to the present one', async () => {
  const old = scratch()
  makeVersion1(old)
  const saved: number[] = []
  for (let page = 1; page <= pageCount(old); page++) saved.push((await rescued(withoutPage(old, page))).versions.saved)
  const all = (await rescued(old)).versions.saved
  expect(all).toBeGreaterThan(5)
  expect(saved[0]).toBe(all)
  expect(saved.toSorted((a, b) => a - b)[saved.length >> 1]).toBe(all)
})

test('nothing of a file that is no library is taken for one', () => {
  const from = scratch()
  writeFileSync(from, 'These are not the bytes you are looking for. '.repeat(2000))
  expect(salvage({ from, into: scratch(), backups: [], now })).toMatchObject({
    articles: { saved: 0, lost: 0 },
    versions: { saved: 0, lost: 0 }
  })
})

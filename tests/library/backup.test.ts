import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { describe, expect, test } from 'vitest'
import { backupNeed, makeBackup } from '../../src/library/backup.ts'
import { backupFolder, listCopies } from '../../src/library/copies.ts'
import { openStore, type Store } from '../../src/library/store/open.ts'
import { Upkeep } from '../../src/library/upkeep.ts'
import { backupTask } from '../../src/library/backup-task.ts'
import { Space } from '../../src/library/space.ts'
import { Writing } from '../../src/library/writing.ts'
import { addVersions, changed, pagesOf, scratch, withoutPage } from './damaged-library.ts'
import { keep, pasted } from './keeper.ts'
import { verifyAll } from './verify-library.ts'

const worker = new URL('../../src/library/backup-worker.ts', import.meta.url)
const small = (): string => changed(scratch(), (store) => addVersions(store, 1, [0, 3]))
const day = (n: number): Date => new Date(Date.UTC(2026, 5, n, 12))
const namesIn = (path: string): string[] => readdirSync(backupFolder(path)).sort()

describe('a backup', () => {
  test('is a whole library with all that was stored, and no log beside it', async () => {
    const path = small()
    const store = openStore(path)
    addVersions(store, 2, [0, 2])
    await makeBackup({ path, now: day(1), worker })
    store.close()
    expect(namesIn(path)).toEqual(['library.db.backup-20260601T120000Z'])
    const copy = join(backupFolder(path), namesIn(path)[0]!)
    expect(await verifyAll(copy)).toMatchObject({ found: 0, articles: 2, records: 5 })
    expect(listCopies(path)).toMatchObject([{ kind: 'backup', at: day(1).toISOString(), versions: 5 }])
  })

  test('the last three are kept, and what else is there stays', async () => {
    const path = small()
    mkdirSync(backupFolder(path))
    for (const name of ['library.db.before-2', 'other.db.backup-20200101T000000Z', 'notes.txt']) {
      writeFileSync(join(backupFolder(path), name), '')
    }
    for (let n = 1; n <= 5; n++) await makeBackup({ path, now: day(n), worker })
    expect(namesIn(path)).toEqual([
      'library.db.backup-20260603T120000Z',
      'library.db.backup-20260604T120000Z',
      'library.db.backup-20260605T120000Z',
      'library.db.before-2',
      'notes.txt',
      'other.db.backup-20200101T000000Z'
    ])
  })

  test('of a damaged library is refused, leaves nothing half-made, and the older ones stay', async () => {
    const path = small()
    await makeBackup({ path, now: day(1), worker })
    writeFileSync(path, readFileSync(withoutPage(path, pagesOf(path, 'capture')[0]!)))
    await expect(makeBackup({ path, now: day(2), worker })).rejects.toMatchObject({ code: 'SQLITE_CORRUPT' })
    expect(namesIn(path)).toEqual(['library.db.backup-20260601T120000Z'])
  })

  test('that is ended leaves nothing', async () => {
    const path = small()
    const ending = new AbortController()
    const made = makeBackup({ path, now: day(1), worker, signal: ending.signal })
    ending.abort()
    await expect(made).rejects.toThrow('ended')
    expect(namesIn(path)).toEqual([])
  })
})

test.each([
  ['the first', 1, 1e12, true, 'needed'],
  ['within a day', 1.9, 1e12, true, 'recent'],
  ['a day later', 2.1, 1e12, true, 'needed'],
  ['without a change', 9, 1e12, false, 'unchanged'],
  ['without room', 9, 200_100_000, true, 'no-room']
] as const)('whether one is needed: %s', async (what, at, free, isChanged, need) => {
  const path = small()
  if (what !== 'the first') await makeBackup({ path, now: day(1), worker })
  expect(backupNeed({ path, now: new Date(day(0).getTime() + at * 86_400_000), free, isChanged })).toBe(need)
})

test('a library backs itself up once a day when something changed', async () => {
  const path = small()
  const store = openStore(path)
  let today = 1
  const now = () => day(today)
  const space = new Space(dirname(path), () => Promise.resolve(1e12))
  const writing = new Writing({ space, probe: () => undefined, tell: () => undefined, readOnly: false })
  const task = backupTask({ store, space, writing, path, worker, now })
  const look = async (): Promise<string[]> => {
    const upkeep = new Upkeep({ store, now, tasks: [task], report: fail, idle: 0, every: 1e9, canWrite: () => true })
    await expect.poll(() => upkeepAt(store), { timeout: 20_000 }).toBe(now().toISOString())
    upkeep.close()
    return namesIn(path)
  }
  expect(await look()).toHaveLength(1)
  today = 2
  expect(await look()).toHaveLength(1)
  addVersions(store, 1, [3, 4])
  today = 4
  expect(await look()).toHaveLength(2)
  store.close()
})

const fail = (error: unknown): never => {
  throw error
}
const upkeepAt = (store: Store): unknown => store.prepare("SELECT at FROM upkeep WHERE name = 'backup'").pluck().get()

/** In a long run: `BACKUPS=50 npx vitest run tests/library/backup.test.ts`. */
const many = Number(process.env['BACKUPS'] ?? 6)

test(
  `${many} backups while versions are stored all verify, and each has what was stored before it`,
  { timeout: 600_000 },
  async () => {
    const path = small()
    const store = openStore(path)
    const load = { on: true, stored: 3 }
    const writing = (async () => {
      for (let n = 0; load.on; n++) {
        const version = 3 + Math.floor(n / 20)
        addVersions(store, 2 + (n % 20), [version, version + 1])
        load.stored += 1
        await new Promise((done) => setTimeout(done, 20))
      }
    })()
    let whole = 0
    for (let n = 0; n < many; n++) {
      const before = load.stored
      await makeBackup({ path, now: new Date(day(1).getTime() + n * 1000), worker })
      const [newest] = listCopies(path)
      const copy = join(backupFolder(path), newest!.name)
      const { found, records } = await verifyAll(copy)
      const check = openStore(copy)
      whole += Number(found === 0 && records >= before && check.pragma('integrity_check', { simple: true }) === 'ok')
      check.close()
    }
    load.on = false
    await writing
    store.close()
    expect([whole, load.stored > 3 + many]).toEqual([many, true])
  }
)

test('the process that answers windows goes on answering: the copying blocks it for a fraction of its time', async () => {
  const path = changed(small(), (store) => {
    const insert = store.prepare('INSERT INTO body (hash, size, base, depth, data) VALUES (?, 0, NULL, 0, ?)')
    store.transaction(() => {
      for (let i = 0; i < 600; i++) insert.run(randomBytes(32), randomBytes(100_000))
    })()
  })
  const started = performance.now()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await makeBackup({ path, now: day(1), worker })
  delay.disable()
  const whole = performance.now() - started
  console.log(`60 MB copied in ${whole.toFixed(0)} ms, longest wait for an answer ${(delay.max / 1e6).toFixed(0)} ms`)
  expect(delay.max / 1e6).toBeLessThan(whole / 2)
})

describe('restoring', () => {
  test('puts the backup in place, keeps what was there, and can be undone', async () => {
    const path = small()
    await makeBackup({ path, now: day(1), worker })
    const { keeper, ask, news } = keep(path)
    await ask('importText', pasted(1))
    const versions = () => listCopies(path).map((copy) => copy.versions)
    expect(versions()).toEqual([3])
    const restored = await ask('restoreCopy', { copy: 'library.db.backup-20260601T120000Z' })
    const kept = 'library.db.replaced-20260601T120000Z'
    expect(restored).toEqual({ value: { kept, versions: 3 } })
    expect(news.at(-1)).toMatchObject({ state: 'ready' })
    expect(await ask('counts', {})).toMatchObject({ value: { smart: { all: 1 } } })
    expect(new Set(versions())).toEqual(new Set([3, 4]))
    expect(await ask('restoreCopy', { copy: kept })).toMatchObject({ value: { versions: 4 } })
    expect(await ask('counts', {})).toMatchObject({ value: { smart: { all: 2 } } })
    keeper.close()
    expect((await verifyAll(path)).found).toBe(0)
  })

  test.each(['library.db', 'none', 'other.db.backup-20260601T120000Z', '..'])(
    'takes no other file: %s',
    async (copy) => {
      const path = small()
      writeFileSync(join(dirname(path), 'other.db.backup-20260601T120000Z'), 'x')
      const { keeper, ask } = keep(path)
      expect(await ask('restoreCopy', { copy })).toMatchObject({ error: { code: 'not-found' } })
      expect(await ask('restoreCopy', { copy: `../${copy}` })).toMatchObject({ error: { code: 'bad-arguments' } })
      expect(await ask('counts', {})).toMatchObject({ value: { smart: { all: 1 } } })
      keeper.close()
      expect(existsSync(path)).toBe(true)
      expect(readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}.replaced`))).toEqual([])
    }
  )
})

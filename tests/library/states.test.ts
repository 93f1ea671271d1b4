import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { openStore } from '../../src/library/store/open.ts'
import { addVersions, changed, scratch } from './damaged-library.ts'
import { keep, pasted } from './keeper.ts'
import { verifyAll } from './verify-library.ts'

const isRoot = process.getuid?.() === 0
const cleanUps: (() => void)[] = []
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0).reverse()) cleanUp()
})

/** A library of one article with three versions. */
const small = (path = scratch()): string => changed(path, (store) => addVersions(store, 1, [0, 3]))

/** A process of its own that has the library open and does something to it, until it is ended. */
async function another(path: string, does: string): Promise<ChildProcess> {
  const driver = join(import.meta.dirname, '../../node_modules/better-sqlite3/lib/index.js')
  const script = `const store = require(${JSON.stringify(driver)})(${JSON.stringify(path)}); ${does}; console.log('ready')
                  setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  cleanUps.push(() => child.kill('SIGKILL'))
  await new Promise((ready) => child.stdout.once('data', ready))
  return child
}

describe('locked', () => {
  test('a lock that another program holds is named within seconds, and nothing hangs', async () => {
    const path = small()
    const other = await another(path, "store.pragma('locking_mode = EXCLUSIVE'); store.exec('BEGIN EXCLUSIVE')")
    const started = performance.now()
    const { news, ask } = keep(path)
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(news).toMatchObject([{ state: 'refused', failure: { code: 'locked' } }])
    expect(await ask('counts', {})).toMatchObject({ error: { code: 'locked' } })
    const ended = new Promise((done) => other.once('exit', done))
    other.kill('SIGKILL')
    await ended
    const again = keep(path)
    cleanUps.push(() => again.keeper.close())
    expect(again.news).toMatchObject([{ state: 'ready', readOnly: false }])
  })

  test('two programs that write one library by turns are both served; a long write of one is named by the other', async () => {
    const path = small()
    const { keeper, ask, news } = keep(path)
    cleanUps.push(() => keeper.close())
    expect(await ask('importText', pasted(1))).toMatchObject({ value: { newRevisions: 1 } })
    const other = await another(path, "store.exec('BEGIN IMMEDIATE')")
    expect(await ask('counts', {})).toHaveProperty('value')
    expect(await ask('importText', pasted(2))).toMatchObject({ error: { code: 'locked' } })
    const ended = new Promise((done) => other.once('exit', done))
    other.kill('SIGKILL')
    await ended
    expect(await ask('importText', pasted(2))).toMatchObject({ value: { newRevisions: 1 } })
    expect(news.every((said) => said.state === 'ready' && said.trouble === null)).toBe(true)
  })
})

describe('full', () => {
  test('below the floor nothing is written, everything is read, and it goes on by itself', async () => {
    const path = small()
    let free = 1_000_000_000
    const { keeper, ask, news } = keep(path, { freeBytes: () => Promise.resolve(free) })
    cleanUps.push(() => keeper.close())
    expect(await ask('importText', pasted(1))).toHaveProperty('value')
    free = 150_000_000
    await expect.poll(() => ask('importText', pasted(1)), { timeout: 5000 }).toMatchObject({ error: { code: 'full' } })
    expect(await ask('importText', pasted(2))).toEqual({ error: { code: 'full', detail: '150000000' } })
    expect(await ask('timemap', { article: 1 })).toMatchObject({ value: { revisions: { length: 3 } } })
    expect(news.at(-1)).toEqual({ state: 'ready', readOnly: false, trouble: { code: 'full', detail: '150000000' } })
    free = 300_000_000
    await expect.poll(() => news.at(-1), { timeout: 15_000 }).toMatchObject({ state: 'ready', trouble: null })
    expect(await ask('importText', pasted(2))).toMatchObject({ value: { newRevisions: 1 } })
  })

  /** A disk of 12 MB, which only root can make. */
  function smallDisk(): string | null {
    const folder = mkdtempSync(join(tmpdir(), 'palimpsest-disk-'))
    const mounted = isRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder]).status === 0
    if (!mounted) return null
    cleanUps.push(() => void spawnSync('umount', ['-l', folder]))
    return folder
  }

  test('a disk that fills up under it loses nothing that was stored, and takes more when there is room again', async (context) => {
    const folder = smallDisk()
    if (folder === null) return context.skip('needs the right to mount a small disk')
    const path = join(folder, 'library.db')
    const { keeper, ask, news } = keep(path, { freeBytes: () => Promise.resolve(1e12) })
    cleanUps.push(() => keeper.close())
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(9_000_000))
    let stored = 0
    let answer = await ask('importText', pasted(0))
    while ('value' in answer && stored < 3000) {
      stored += 1
      const text = Array.from({ length: 300 }, (_, i) => `Paragraph ${i} of report ${stored} says ${stored * i}.`)
      answer = await ask('importText', { text: `Report ${stored}\n\n${text.join('\n\n')}` })
    }
    expect(answer).toMatchObject({ error: { code: 'full' } })
    expect(news.at(-1)).toMatchObject({ state: 'ready', trouble: { code: 'full' } })
    expect(await ask('counts', {})).toMatchObject({ value: { smart: { all: stored } } })
    rmSync(join(folder, 'ballast'))
    await ask('tryAgain', {})
    expect(news.at(-1)).toMatchObject({ state: 'ready', trouble: null })
    expect(await ask('importText', pasted(9))).toMatchObject({ value: { newRevisions: 1 } })
    keeper.close()
    expect((await verifyAll(path)).found).toBe(0)
  })

  test('a disk without room for a library says so', (context) => {
    const folder = smallDisk()
    if (folder === null) return context.skip('needs the right to mount a small disk')
    expect(() => writeFileSync(join(folder, 'ballast'), Buffer.alloc(13_000_000))).toThrow('ENOSPC')
    expect(keep(join(folder, 'library.db')).news).toMatchObject([{ state: 'refused', failure: { code: 'full' } }])
  })
})

describe('readonly', () => {
  /** The folder as a disk that was mounted read-only shows it. */
  function readOnlyView(folder: string): string | null {
    const view = mkdtempSync(join(tmpdir(), 'palimpsest-view-'))
    const mounted =
      isRoot &&
      spawnSync('mount', ['--bind', folder, view]).status === 0 &&
      spawnSync('mount', ['-o', 'remount,ro,bind', view]).status === 0
    if (!mounted) return null
    cleanUps.push(() => void spawnSync('umount', ['-l', view]))
    return view
  }

  test('a library on a read-only disk is opened for reading from a copy, and stays byte for byte the same', async (context) => {
    const original = small()
    const view = readOnlyView(dirname(original))
    if (view === null) return context.skip('needs the right to mount a folder read-only')
    const before = readFileSync(original)
    const { keeper, news, ask } = keep(join(view, basename(original)))
    expect(news).toMatchObject([{ state: 'refused', failure: { code: 'readonly' } }])
    expect(await ask('openForReading', {})).toEqual({ value: null })
    expect(news.at(-1)).toEqual({ state: 'ready', readOnly: true, trouble: null })
    expect(await ask('timemap', { article: 1 })).toMatchObject({ value: { revisions: { length: 3 } } })
    expect(await ask('importText', pasted(1))).toMatchObject({ error: { code: 'readonly' } })
    expect(await ask('star', { article: 1, starred: true })).toMatchObject({ error: { code: 'readonly' } })
    keeper.close()
    expect(readFileSync(original).equals(before)).toBe(true)
    expect(readdirSync(dirname(original))).toEqual([basename(original)])
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('palimpsest-reading-'))).toEqual([])
  })

  test('the copy has what only the log holds', async (context) => {
    const path = small()
    const store = openStore(path)
    cleanUps.push(() => store.close())
    addVersions(store, 1, [3, 5])
    const view = readOnlyView(dirname(path))
    if (view === null) return context.skip('needs the right to mount a folder read-only')
    const { keeper, ask } = keep(join(view, basename(path)))
    await ask('openForReading', {})
    expect(await ask('timemap', { article: 1 })).toMatchObject({ value: { revisions: { length: 5 } } })
    keeper.close()
  })

  test('a folder that may not be written is named so', (context) => {
    if (isRoot) return context.skip('root may write everywhere')
    const path = small()
    chmodSync(dirname(path), 0o500)
    cleanUps.push(() => chmodSync(dirname(path), 0o700))
    expect(keep(path).news).toMatchObject([{ state: 'refused', failure: { code: 'readonly' } }])
  })
})

describe('what is no library of ours', () => {
  test('a newer library is named by its version and stays byte for byte the same', () => {
    const path = changed(small(), (store) => {
      store.pragma('journal_mode = DELETE')
      store.pragma('user_version = 99')
    })
    const before = readFileSync(path)
    expect(keep(path).news).toEqual([{ state: 'refused', failure: { code: 'newer-schema', detail: '99' } }])
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(dirname(path))).toEqual([basename(path)])
  })

  test('a folder in its place is no library', () => {
    const path = scratch()
    mkdirSync(path)
    expect(keep(path).news).toMatchObject([{ state: 'refused', failure: { code: 'not-a-library' } }])
  })

  test('a library that was chosen and is gone is missed, not made anew', () => {
    const path = scratch()
    const { news } = keep(path, { mustExist: true })
    expect(news).toEqual([{ state: 'refused', failure: { code: 'library-missing', detail: path } }])
    expect(existsSync(path)).toBe(false)
  })
})

describe('corrupt', () => {
  test('repairing opens what can be read and keeps the damaged file', async () => {
    const path = small()
    const damaged = readFileSync(path).fill(0, 0, 4096)
    writeFileSync(path, damaged)
    const { keeper, news, ask } = keep(path)
    cleanUps.push(() => keeper.close())
    expect(news).toMatchObject([{ state: 'refused', failure: { code: 'corrupt' } }])
    const answer = await ask('repair', {})
    const kept = `${basename(path)}.damaged-20260601T120000Z`
    expect(answer).toMatchObject({ value: { versions: { saved: 3, lost: 0 }, kept } })
    expect(news.at(-1)).toMatchObject({ state: 'ready' })
    expect(await ask('timemap', { article: 1 })).toMatchObject({ value: { revisions: { length: 3 } } })
    expect(readFileSync(join(dirname(path), kept)).equals(damaged)).toBe(true)
  })

  test('damage that is met while reading pauses writing and leaves the rest readable', async () => {
    const path = small()
    const { keeper, news, ask } = keep(path)
    cleanUps.push(() => keeper.close())
    changed(path, (store) => void store.exec("UPDATE pack SET data = x'00'"))
    expect(await ask('content', { revision: 1 })).toMatchObject({ error: { code: 'corrupt' } })
    expect(news.at(-1)).toMatchObject({ state: 'ready', trouble: { code: 'corrupt' } })
    expect(await ask('importText', pasted(1))).toMatchObject({ error: { code: 'corrupt' } })
    expect(await ask('counts', {})).toMatchObject({ value: { smart: { all: 1 } } })
  })

  test('of a file from which nothing can be read nothing is changed', async () => {
    const path = scratch()
    writeFileSync(path, 'These are not the bytes you are looking for. '.repeat(500))
    const { ask, news } = keep(path)
    expect(await ask('repair', {})).toEqual({ error: { code: 'corrupt', detail: 'nothing-readable' } })
    expect(readFileSync(path, 'utf8')).toMatch(/^These/)
    expect(readdirSync(dirname(path))).toEqual([basename(path)])
    expect(news.at(-1)).toMatchObject({ state: 'refused', failure: { code: 'corrupt' } })
  })
})

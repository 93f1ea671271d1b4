import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { makeBackup } from '../../src/library/backup.ts'
import { openLibrary } from '../../src/library/library.ts'
import { Settings } from '../../src/main/settings.ts'
import { dataFolder, usualLibrary } from '../../src/library/usual-place.ts'
import { migrate } from '../../src/library/store/migrate.ts'
import { migrations } from '../../src/library/store/migrations/all.ts'
import { connect, openStore, type Store } from '../../src/library/store/open.ts'
import { blankLibrary, schemaFaults } from '../../src/library/store/schema.ts'
import { makeVersion1, tellVersion1 } from './migrations/version1.ts'
import { oldArticles } from './migrations/old-rows.ts'
import { tellVersion2 } from './migrations/version2.ts'

const scratch = (name = 'palimpsest-places-'): string => mkdtempSync(join(tmpdir(), name))
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8)
const odd = 'Ünïcode 日本 dir'

test.each([
  ['linux', { HOME: '/home/a' }, `/home/${odd}`, `/home/${odd}/.config/Palimpsest`],
  ['linux', { XDG_CONFIG_HOME: '/x y' }, '/home/a', '/x y/Palimpsest'],
  ['linux', { XDG_CONFIG_HOME: '' }, '/home/a', '/home/a/.config/Palimpsest'],
  ['darwin', {}, `/Users/${odd}`, `/Users/${odd}/Library/Application Support/Palimpsest`],
  [
    'win32',
    { APPDATA: `C:\\Users\\${odd}\\AppData\\Roaming` },
    'C:\\',
    `C:\\Users\\${odd}\\AppData\\Roaming\\Palimpsest`
  ],
  ['win32', {}, `C:\\Users\\${odd}`, `C:\\Users\\${odd}\\AppData\\Roaming\\Palimpsest`],
  ['linux', { PALIMPSEST_DATA: `/mnt/${odd}` }, '/home/a', `/mnt/${odd}`],
  ['darwin', { PALIMPSEST_DATA: `/mnt/${odd}` }, '/Users/a', `/mnt/${odd}`],
  ['linux', { PALIMPSEST_DATA: '' }, '/home/a', '/home/a/.config/Palimpsest']
] as const)('on %s with %j and the home %s the folder is %s', (platform, env, home, folder) => {
  expect(dataFolder({ platform, env, home })).toBe(folder)
})

test('two people on one machine have two libraries, and neither is in the folder of the other', () => {
  const at = (name: string) => usualLibrary({ platform: 'linux', env: {}, home: `/home/${name}` })
  expect(at('ana')).not.toBe(at('bo'))
  const [ana, bo] = [scratch(), scratch()].map((home) => usualLibrary({ platform: 'linux', env: {}, home }))
  openStore(ana!).close()
  expect(existsSync(bo!)).toBe(false)
  openStore(bo!).close()
  expect(readdirSync(dirname(bo!))).toEqual([basename(bo!)])
})

test('a library opens in folders with spaces and letters of any script', () => {
  const path = join(scratch(), odd, '文書 "x" #1 %41', 'library.palimpsest-db')
  openStore(path).close()
  const store = openStore(path)
  expect(store.name).toBe(path)
  store.close()
})

test.runIf(process.platform !== 'win32')(
  'other accounts cannot read a library, its log, its folder or its copies',
  () => {
    const folder = join(scratch(), 'a', 'b')
    const before = process.umask(0)
    const path = join(folder, 'library.palimpsest-db')
    const store = openStore(path)
    process.umask(before)
    expect([folder, path, `${path}-wal`, `${path}-shm`].map(mode)).toEqual(['700', '600', '600', '600'])
    store.close()
    chmodSync(path, 0o644)
    openStore(path).close()
    expect(mode(path)).toBe('600')
  }
)

test.runIf(process.platform !== 'win32')(
  'nor its backups, whatever the account lets others read by itself',
  async () => {
    const folder = scratch()
    const path = join(folder, 'library.palimpsest-db')
    makeVersion1(path)
    const before = process.umask(0)
    const now = new Date('2026-06-01T12:00:00Z')
    openStore(path, { backups: join(folder, 'backups') }).close()
    await makeBackup({ path, now, worker: new URL('../../src/library/backup-worker.ts', import.meta.url) })
    new Settings(join(folder, 'settings.json')).write({ theme: 'dark' })
    process.umask(before)
    const copies = ['backup-20260601T120000Z', `before-${migrations.length}`]
    expect(readdirSync(join(folder, 'backups'))).toEqual(copies.map((end) => `library.palimpsest-db.${end}`))
    const files = [
      path,
      join(folder, 'settings.json'),
      ...copies.map((end) => `${join(folder, 'backups', basename(path))}.${end}`)
    ]
    expect(files.map(mode)).toEqual(files.map(() => '600'))
  }
)

test.runIf(process.platform !== 'win32')(
  'copies that an earlier version left open are closed, and nothing else',
  () => {
    const folder = scratch()
    const path = join(folder, 'library.palimpsest-db')
    mkdirSync(join(folder, 'backups'))
    const copies = ['backups/library.palimpsest-db.before-5', 'library.palimpsest-db.replaced-20260101T000000Z']
    const others = ['backups/mine.txt', 'notes.txt']
    for (const name of [...copies, ...others]) writeFileSync(join(folder, name), '', { mode: 0o644 })
    for (const name of ['', 'backups']) chmodSync(join(folder, name), 0o755)
    openLibrary({ path, samples: '', now: () => new Date(), tell: () => undefined }).close()
    const modes = (names: readonly string[]) => names.map((name) => mode(join(folder, name)))
    expect(modes(copies)).toEqual(['600', '600'])
    expect(modes([...others, '', 'backups'])).toEqual(['644', '644', '755', '755'])
  }
)

test.runIf(process.platform !== 'win32')('a file that is not ours to open keeps the rights it had', () => {
  const path = join(scratch(), 'other.db')
  const other = connect(path)
  other.exec('CREATE TABLE t (a)')
  other.close()
  chmodSync(path, 0o644)
  expect(() => openStore(path)).toThrow('not-a-library')
  expect(mode(path)).toBe('644')
})

const told = (store: Store, tell: typeof tellVersion1) => oldArticles.map((_, i) => tell(store, i + 1))
const first = join(scratch(), 'library.palimpsest-db')
makeVersion1(first)
const versions = migrations.slice(0, -1).map((_, i) => i + 1)

test.each(versions)(
  'a library of version %i is upgraded: it tells what it told, and a copy of it is kept',
  (version) => {
    const folder = scratch()
    const path = join(folder, 'library.palimpsest-db')
    copyFileSync(first, path)
    const old = connect(path)
    const before = told(old, tellVersion1)
    old.pragma('foreign_keys = OFF')
    migrate(old, migrations.slice(0, version))
    expect(old.pragma('user_version', { simple: true })).toBe(version)
    old.close()
    const store = openStore(path, { backups: join(folder, 'backups') })
    expect(told(store, tellVersion2)).toEqual(before)
    const blank = blankLibrary()
    expect(schemaFaults(store, blank)).toEqual([])
    expect(store.pragma('integrity_check', { simple: true })).toBe('ok')
    blank.close()
    store.close()
    const copy = connect(join(folder, 'backups', `library.palimpsest-db.before-${migrations.length}`))
    expect(copy.pragma('user_version', { simple: true })).toBe(version)
    copy.close()
    expect(mode(join(folder, 'backups'))).toBe(process.platform === 'win32' ? '666' : '700')
  }
)

/** All that lies in a folder, byte for byte. */
const bytesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name)).toString('base64')])
  )

/** A file as a process leaves it that was killed: what it wrote last is only in the log beside it. */
function leaveWithLog(path: string, write: (store: Store) => void): void {
  const work = join(scratch(), 'library.palimpsest-db')
  const store = connect(work)
  store.pragma('journal_mode = WAL')
  write(store)
  for (const side of ['', '-wal']) copyFileSync(work + side, path + side)
  store.close()
}

function leaveNewer(store: Store): void {
  migrate(store, migrations)
  store.pragma('wal_checkpoint')
  store.pragma(`user_version = ${migrations.length + 1}`)
}

test.each([
  ['newer-schema', leaveNewer],
  ['not-a-library', (store: Store) => store.exec('CREATE TABLE t (a)')]
])('%s: what a killed program left is refused, and stays byte for byte the same', (reason, write) => {
  const folder = scratch()
  const path = join(folder, 'library.palimpsest-db')
  leaveWithLog(path, write)
  mkdirSync(join(folder, 'backups'))
  writeFileSync(join(folder, 'backups/library.palimpsest-db.before-6'), 'a copy')
  const before = bytesIn(folder)
  expect(Object.keys(before).toSorted()).toContain('library.palimpsest-db-wal')
  expect(() => openLibrary({ path, samples: '', now: () => new Date(), tell: () => undefined })).toThrow(reason)
  expect(bytesIn(folder)).toEqual(before)
})

test('where no folder can be made the library cannot be written', () => {
  const file = join(scratch(), 'a file')
  writeFileSync(file, '')
  expect(() => openStore(join(file, 'Palimpsest', 'library.palimpsest-db'))).toThrow('readonly: ENOTDIR')
})

test('a folder in the place of the library is refused', () => {
  const path = join(scratch(), 'library.palimpsest-db')
  mkdirSync(path)
  writeFileSync(join(path, 'x'), '')
  expect(() => openStore(path)).toThrow('not-a-library')
})

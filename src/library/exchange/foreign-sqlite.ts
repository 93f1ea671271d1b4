import { constants } from 'node:fs'
import { copyFile, lstat, open, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { connect, type Store } from '../store/open.ts'
import { FileRefusal } from './read-file.ts'
import type { Opened, Reading } from './reader.ts'
import { sqliteNames } from './sqlite-names.ts'
import { namedErrors, Tables } from './tables.ts'

/** In bytes. The largest database of a tracker that is known has some 10 GB. */
const largestDatabase = 20 * 2 ** 30
/** What is left free on the disk that the copy is made on, in bytes. */
const spared = 200 * 2 ** 20
/** Larger tables are not checked before they are read, as nothing can be answered meanwhile: 1 GB takes a second. */
const largestChecked = 2 ** 30

/** A table that a format needs, and the columns that it cannot do without. */
export type Needed = Readonly<Record<string, readonly string[]>>

/**
 * Opens a copy of somebody else's SQLite file, made to do harm for all we know (sqlite.org/security.html): read only, its
 * schema untrusted, its tables plain ones with the columns that are needed, and checked page by page. Its write-ahead log is
 * copied with it, as the newest rows may stand there alone. A rollback journal is not: SQLite deletes what file a journal
 * names, so that a file of which a write was never finished is refused. Throws `FileRefusal`: `damaged`, `wrong-schema`
 * naming what is missing, `too-large`, `unsafe`. To be closed after use.
 */
export async function openForeign(file: Opened, how: Reading, needed: Needed): Promise<Tables> {
  const fault = sqliteNames(file)?.fault
  if (fault !== null) throw new FileRefusal('damaged', fault ?? 'its first page cannot be read')
  await refuseUnfinished(file)
  const copy = await copied(file, how)
  const store = namedErrors(() => connect(copy, how.nativeBinding, true))
  try {
    return namedErrors(() => checked(store, needed, file.size))
  } catch (error) {
    store.close()
    throw error
  }
}

async function refuseUnfinished({ path }: Opened): Promise<void> {
  const journal = `${path}-journal`
  if (!(await isFile(journal))) return
  const file = await open(journal, constants.O_RDONLY)
  try {
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0)
    // The mark of a journal that is to be played back (sqlite.org/fileformat2.html, 3).
    if (buffer.toString('hex') === 'd9d505f920a163d7')
      throw new FileRefusal('damaged', 'a write was never finished; open it once with the program it belongs to')
  } finally {
    await file.close()
  }
}

async function copied({ path, size }: Opened, { scratch }: Reading): Promise<string> {
  if (size > largestDatabase) throw new FileRefusal('too-large', `${size} bytes`)
  const folder = await scratch()
  const log = `${path}-wal`
  const logSize = (await isFile(log)) ? (await lstat(log)).size : 0
  const { bavail, bsize } = await statfs(folder)
  if (size + logSize + spared > bavail * bsize)
    throw new FileRefusal('too-large', `no room for a copy of ${size + logSize} bytes`)
  const copy = join(folder, 'copy.db')
  await copyFile(path, copy, constants.COPYFILE_FICLONE)
  if (logSize > 0) await copyFile(log, `${copy}-wal`, constants.COPYFILE_FICLONE)
  return copy
}

/** A link or a pipe of that name is not what the program wrote. */
async function isFile(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null))?.isFile() === true
}

function checked(store: Store, needed: Needed, size: number): Tables {
  store.pragma('trusted_schema = OFF')
  store.pragma('cell_size_check = ON')
  store.pragma('mmap_size = 0')
  store.pragma('query_only = ON')
  store.pragma('cache_size = -8192')
  store.pragma('automatic_index = OFF')
  // An expression of the file's own: it says nothing that is needed here.
  store.pragma('ignore_check_constraints = ON')
  const tables = new Tables(store)
  for (const [table, columns] of Object.entries(needed)) {
    tables.need(table, columns)
    if (size <= largestChecked) refuseDamage(store, table)
  }
  return tables
}

function refuseDamage(store: Store, table: string): void {
  const found = store.prepare<[string], string>('SELECT * FROM pragma_quick_check(?)').pluck().get(table)
  if (found !== 'ok') throw new FileRefusal('damaged', String(found).slice(0, 200))
}

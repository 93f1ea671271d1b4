import Database from 'better-sqlite3'
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { CallFailure } from '../../contract/failure.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/all.ts'
import { checkOwner, checkOwnerOf } from './owner.ts'
import { makePrivateFile, makePrivateFolder } from './private.ts'

export type Store = Database.Database

/** What SQLite calls a store that is in no file. */
export const inMemory = ':memory:'

/**
 * Opens the library file at `path`, making it where there is none, and brings it to the newest version; before that a
 * copy of an older one is put into `backups`, if that is given. Throws `CallFailure`: `newer-schema` (with the version
 * found) for a file of a later Palimpsest, `not-a-library` for somebody else's SQLite file, and `corrupt`, `full`,
 * `readonly` or `locked`; the file is then left as it was.
 */
export function openStore(path: string, { nativeBinding, backups }: OpenOptions = {}): Store {
  let store: Store | undefined
  try {
    makeFolderFor(path)
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) throw new CallFailure('not-a-library')
    const isNew = path !== inMemory && !existsSync(path)
    if (isNew) makePrivateFile(path)
    else if (path !== inMemory) checkOwnerOf(path)
    store = connect(path, nativeBinding)
    // A window waits for this: who holds the file is told of sooner than in the middle of work.
    store.pragma('busy_timeout = 2000')
    checkOwner(store)
    // Not before: somebody else's file is left as it is.
    if (!isNew && path !== inMemory) makePrivateFile(path)
    setPragmas(store)
    migrate(store, migrations, { backups })
    store.pragma('foreign_keys = ON')
    store.pragma('busy_timeout = 5000')
    return store
  } catch (error) {
    store?.close()
    throw asFailure(error)
  }
}

/** A disk that is read-only, or a file where a folder should be, is not told apart from a missing folder by Node. */
function makeFolderFor(path: string): void {
  try {
    makePrivateFolder(dirname(path))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code === 'ENOENT' || code === 'ENOTDIR' ? new CallFailure('readonly', code) : error
  }
}

export interface OpenOptions {
  readonly nativeBinding?: string | undefined
  /** The folder for the copy that is made before a migration. */
  readonly backups?: string | undefined
}

/** A plain connection that changes nothing; `readonly` where not even a journal may be written. */
export function connect(path: string, nativeBinding?: string, readonly = false): Store {
  return new Database(path, { timeout: 5000, readonly, ...(nativeBinding === undefined ? {} : { nativeBinding }) })
}

/**
 * `synchronous` must be set on every open: the driver reopens WAL files at NORMAL, which can lose commits in a power
 * failure. Everything else is what the file format does not remember either. Foreign keys come on after migrating.
 */
function setPragmas(store: Store): void {
  // Of use only before a file has anything in it: then it can later be made smaller step by step.
  store.pragma('auto_vacuum = INCREMENTAL')
  store.pragma('journal_mode = WAL')
  store.pragma('synchronous = FULL')
  store.pragma('checkpoint_fullfsync = ON')
  store.pragma('foreign_keys = OFF')
  store.pragma('trusted_schema = OFF')
  store.pragma('cell_size_check = ON')
  store.pragma('secure_delete = FAST')
}

const sqliteFailures = [
  [/^SQLITE_(CORRUPT|NOTADB)/, 'corrupt'],
  [/^SQLITE_(FULL|IOERR_SHMSIZE)/, 'full'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/, 'readonly'],
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)/, 'locked'],
  [/^SQLITE_IOERR/, 'disk-error'],
  [/^(EACCES|EROFS|EPERM)/, 'readonly'],
  [/^(ENOSPC|EDQUOT)/, 'full'],
  [/^EBUSY/, 'locked'],
  [/^EIO/, 'disk-error']
] as const

/** A driver's or the file system's error as one of the library's named states; any other error comes back as it is. */
export function asFailure(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = sqliteFailures.find(([pattern]) => pattern.test(code))
  return known === undefined ? error : new CallFailure(known[1], code)
}

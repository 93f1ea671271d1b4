import { CallFailure } from '../../contract/failure.ts'
import { Pages } from './damaged/pages.ts'
import { migrations } from './migrations/all.ts'
import type { Store } from './open.ts'

/** "PALI": tells a library file from any other SQLite file. */
export const applicationId = 0x50414c49

interface Owner {
  readonly version: number
  readonly application: number
  readonly isBlank: boolean
}

/** Runs before anything is written, so that a foreign or newer file stays byte for byte the same. */
export function checkOwner(store: Store): void {
  check({
    version: store.pragma('user_version', { simple: true }) as number,
    application: store.pragma('application_id', { simple: true }) as number,
    isBlank: store.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
  })
}

/**
 * The same, without SQLite, which writes even where it was only asked: the last to close a file brings into it what a killed
 * program left in the log beside it. Format: sqlite.org/fileformat2.html, sections 1.3 and 1.6.
 */
export function checkOwnerOf(path: string): void {
  const page = firstPage(path)
  if (page === null || page.toString('latin1', 0, 16) !== 'SQLite format 3\0') return
  check({
    version: page.readUInt32BE(60),
    application: page.readUInt32BE(68),
    isBlank: page.readUInt8(100) === 13 && page.readUInt16BE(103) === 0
  })
}

function check({ version, application, isBlank }: Owner): void {
  if (application !== applicationId && !isBlank) throw new CallFailure('not-a-library')
  if (version > migrations.length) throw new CallFailure('newer-schema', String(version))
}

/** Null where there is none to be read; SQLite then says why. */
function firstPage(path: string): Buffer | null {
  try {
    const pages = new Pages(path)
    try {
      return pages.read(1)
    } finally {
      pages.close()
    }
  } catch {
    return null
  }
}

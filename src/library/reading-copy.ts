import { constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** A copy of a library to read from. */
export interface ReadingCopy {
  readonly path: string
  readonly remove: () => void
}

/**
 * Copies a library that cannot be written, with its log, to the folder for temporary files: SQLite needs to write
 * beside a library in WAL mode even to read it. Throws what the file system says.
 */
export function copyForReading(path: string): ReadingCopy {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-reading-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const copy = join(folder, basename(path))
    for (const side of ['', '-wal']) {
      if (existsSync(path + side)) copyFileSync(path + side, copy + side, constants.COPYFILE_FICLONE)
    }
    return { path: copy, remove }
  } catch (error) {
    remove()
    throw error
  }
}

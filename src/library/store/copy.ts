import { Pages } from './damaged/pages.ts'
import { countEntries } from './damaged/trees.ts'
import { connect } from './open.ts'
import { makePrivateFile } from './private.ts'

/**
 * Writes the library at `from`, as its last commit left it, to a new file in one piece, closed to others, and checks that what was
 * written is a sound file. Others may go on reading and writing meanwhile. Throws what SQLite says; `SQLITE_CORRUPT`
 * where the library or the copy is damaged.
 */
export function copyInto(from: string, to: string, nativeBinding: string | undefined): void {
  const store = connect(from, nativeBinding, true)
  try {
    makePrivateFile(to)
    store.prepare('VACUUM INTO ?').run(to)
  } finally {
    store.close()
  }
  const copy = connect(to, nativeBinding, true)
  try {
    const found = copy.pragma('quick_check(1)', { simple: true }) as string
    if (found !== 'ok') throw Object.assign(new Error(found), { code: 'SQLITE_CORRUPT' })
  } finally {
    copy.close()
  }
}

/** How many versions a library file holds, of whatever format; null where it cannot be read. Writes nothing. */
export function versionsIn(path: string): number | null {
  try {
    const pages = new Pages(path)
    try {
      return countEntries(pages, 'revision')
    } finally {
      pages.close()
    }
  } catch {
    return null
  }
}

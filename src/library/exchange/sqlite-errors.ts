import { FileRefusal } from './read-file.ts'

/** What SQLite says of a file, as the name of what is wrong with it. */
export function namedErrors<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!code.startsWith('SQLITE_')) throw error
    const detail = (error as Error).message.slice(0, 200)
    if (/^SQLITE_(TOOBIG|NOMEM|FULL)/.test(code)) throw new FileRefusal('too-large', detail)
    throw new FileRefusal(code === 'SQLITE_ERROR' && !/malformed/.test(detail) ? 'wrong-schema' : 'damaged', detail)
  }
}

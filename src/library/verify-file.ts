import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { CallFailure, type FailureCode } from '../contract/failure.ts'
import type { Verification } from '../domain/verification.ts'
import { asFailure } from './store/open.ts'
import { verify } from './verify/run.ts'

/** What became of verifying a file: a verdict, or why there can be none. */
export type FileVerdict =
  | { readonly state: 'checked'; readonly result: Verification }
  | { readonly state: 'unreadable'; readonly code: FailureCode | 'missing' | 'no-file'; readonly detail: string }

/**
 * Verifies a library file without writing to it or beside it. One that is open elsewhere is read in place; reading a
 * closed one would leave the two files of SQLite's log beside it, so that a copy of it is read.
 */
export async function verifyFile(
  path: string,
  now: () => Date,
  onProgress?: (done: number, total: number) => void
): Promise<FileVerdict> {
  const kind = statSync(path, { throwIfNoEntry: false })
  if (kind?.isFile() !== true)
    return { state: 'unreadable', code: kind === undefined ? 'missing' : 'no-file', detail: '' }
  const folder = existsSync(`${path}-shm`) ? null : mkdtempSync(join(tmpdir(), 'palimpsest-verify-'))
  try {
    const read = folder === null ? path : copyInto(folder, path)
    return { state: 'checked', result: await verify({ path: read, scope: 'all', now, onProgress }) }
  } catch (error) {
    const failure = asFailure(error)
    if (!(failure instanceof CallFailure)) throw failure
    return { state: 'unreadable', ...failure.failure }
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
  }
}

/** With what a crash may have left beside it: the log holds commits that the file does not. */
function copyInto(folder: string, path: string): string {
  const copy = join(folder, basename(path))
  for (const end of ['', '-wal', '-journal'])
    if (end === '' || existsSync(path + end)) copyFileSync(path + end, copy + end)
  return copy
}

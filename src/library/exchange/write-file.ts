import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import { CallFailure } from '../../contract/failure.ts'
import type { WriteFailure, Written } from '../../contract/exporting.ts'

/**
 * Writes a file whole or not at all: beside its place, on to the disk, then into it. What stood there before stays as it
 * was where anything fails. Only files of the kinds that are exported are written, at places named in full.
 */
export const writeWhole = (path: string, text: string | Uint8Array, extensions: readonly string[]): Promise<Written> =>
  writeStream(path, [text], extensions)

/**
 * The same for what comes in parts, none of which is kept in memory. Where `signal` is aborted nothing is left behind,
 * and the answer is `stopped`.
 */
export async function writeStream(
  path: string,
  parts: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  extensions: readonly string[],
  signal?: AbortSignal
): Promise<Written> {
  if (!isAbsolute(path) || !extensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`))) {
    throw new CallFailure('bad-arguments', 'path')
  }
  const beside = `${path}.${randomBytes(4).toString('hex')}.part`
  try {
    const file = await open(beside, 'wx')
    try {
      for await (const part of parts) {
        signal?.throwIfAborted()
        await file.appendFile(part)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
    return { state: 'written' }
  } catch (error) {
    await rm(beside, { force: true })
    if (signal?.aborted === true) return { state: 'stopped' }
    return { state: 'failed', reason: reasonOf(error) }
  }
}

const reasons: Readonly<Record<string, WriteFailure>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOENT: 'missing',
  ENOTDIR: 'missing'
}

/** What is no failure of the disk is a bug, and goes on up. */
function reasonOf(error: unknown): WriteFailure {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error
  return reasons[error.code] ?? 'other'
}

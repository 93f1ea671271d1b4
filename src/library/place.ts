import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync
} from 'node:fs'
import { dirname } from 'node:path'

/** The time as a part of a file's name: `20260501T120000Z`. */
export const stamp = (now: Date): string => now.toISOString().replace(/[-:]|\.\d+/g, '')

/** The time that `stamp` wrote; undefined for another text. */
export function stamped(text: string): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)
  if (parts === null) return undefined
  const [, year, month, day, hour, minute, second] = parts
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
}

/**
 * Puts a finished file where the library is and keeps what was there, with what its log holds, as `kept`. At every
 * moment there is a library in its place. The library must be closed.
 */
export function putInPlace(path: string, ready: string, kept: string): void {
  syncFile(ready)
  if (existsSync(path)) keep(path, kept)
  // A log of the old file would be taken for one of the new.
  for (const side of ['-wal', '-journal']) if (existsSync(path + side)) renameSync(path + side, kept + side)
  rmSync(`${path}-shm`, { force: true })
  renameSync(ready, path)
  syncFolder(dirname(path))
}

/** A second name for the same file costs nothing; where a disk has no such names, a copy. */
function keep(path: string, kept: string): void {
  try {
    linkSync(path, kept)
  } catch {
    copyFileSync(path, kept, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
    syncFile(kept)
  }
}

/** Bytes of a library with its log. */
export function sizeOf(path: string): number {
  return [path, `${path}-wal`].reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0)
}

export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
}

/** Makes names in a folder last a power failure; Windows does so by itself and cannot open folders. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

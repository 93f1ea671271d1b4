import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs'

/** What a disk answers that has no such rights, or is not ours: then nobody can be kept out, and the library opens. */
const powerless = new Set(['EPERM', 'EROFS', 'ENOTSUP', 'ENOSYS', 'EINVAL'])

/** Makes a folder, where there is none, that nobody else on the machine may look into. */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
}

/**
 * Keeps the other accounts of the machine out of a library: what was kept of a page, and what was read when, is nobody
 * else's business. The file is made where there is none, empty, as SQLite fills it; SQLite gives its log the rights of the file. An older file of
 * ours is closed to others too. Throws what the file system says when the file cannot be made. Windows keeps others out
 * of a home folder by itself.
 */
export function makePrivateFile(path: string): void {
  if (process.platform === 'win32') return
  if (statSync(path, { throwIfNoEntry: false }) === undefined) closeSync(openSync(path, 'a', 0o600))
  for (const file of [path, `${path}-wal`, `${path}-shm`]) closeToOthers(file)
}

/** Takes others' rights to a file of ours away; does nothing where there is none, or it is somebody else's. */
export function closeToOthers(file: string): void {
  if (process.platform === 'win32') return
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined || found.uid !== process.getuid?.() || (found.mode & 0o077) === 0) return
  try {
    chmodSync(file, found.mode & 0o700)
  } catch (error) {
    if (!powerless.has((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

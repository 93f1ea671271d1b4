import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether files can be made in a folder, which is made where it is missing. Its permissions do not tell: root may do
 * everything but write to a read-only file system.
 * @param {string} dir
 * @returns {boolean}
 */
export function isWritable(dir) {
  const probe = join(dir, `tmp-${process.pid}`)
  try {
    mkdirSync(dir, { recursive: true })
    writeFileSync(probe, '')
    rmSync(probe)
    return true
  } catch {
    return false
  }
}

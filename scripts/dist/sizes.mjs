import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Bytes of a file, or of all files below a folder.
 * @param {string} path
 * @returns {number}
 */
export function sizeOf(path) {
  const stat = lstatSync(path)
  if (!stat.isDirectory()) return stat.size
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

/**
 * @param {number} bytes
 * @returns {string} in millions of bytes
 */
export const megabytes = (bytes) => (bytes / 1e6).toFixed(1)

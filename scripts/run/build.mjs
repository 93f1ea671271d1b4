import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { oneAtATime } from './one-at-a-time.mjs'
import { output } from './processes.mjs'
import { say } from './say.mjs'
import { bin } from './tools.mjs'

const INPUTS = [
  'src',
  'resources',
  'docs/guide',
  'docs/cli.md',
  'scripts/guide',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json'
]
const STAMP = 'out/.built-from'

/**
 * Whether out/ has to be built: it is not there, or was built from other inputs than these. Inputs are told apart by
 * path, length and time, so that a removed file or an older one put back counts as well as a newer one.
 * @param {string} root
 * @returns {boolean}
 */
export function isBuildNeeded(root) {
  const main = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).main
  if (!existsSync(join(root, main)) || !existsSync(join(root, STAMP))) return true
  return readFileSync(join(root, STAMP), 'utf8') !== fingerprint(root)
}

/**
 * Runs a build and notes what it was made from: as it was before, so that what changes meanwhile is built next time.
 * @template T
 * @param {string} root
 * @param {() => Promise<T>} build
 * @param {(result: T) => boolean} succeeded
 * @returns {Promise<T>}
 */
export async function noteBuild(root, build, succeeded = () => true) {
  const inputs = fingerprint(root)
  forgetBuild(root)
  const result = await build()
  mkdirSync(join(root, 'out'), { recursive: true })
  if (succeeded(result)) writeFileSync(join(root, STAMP), inputs)
  return result
}

/**
 * Has the next start build anew, as it must after `electron-vite dev` put its own kind of files in out/.
 * @param {string} root
 */
export function forgetBuild(root) {
  rmSync(join(root, STAMP), { force: true })
}

/**
 * Builds out/ where that is needed.
 * @param {{ root: string, node: string, env: NodeJS.ProcessEnv }} how
 * @returns {Promise<void>}
 * @throws {Error} when the build fails, with what it says
 */
export async function ensureBuilt({ root, node, env }) {
  if (!isBuildNeeded(root)) return
  await oneAtATime(join(root, 'node_modules/.cache/build.lock'), async () => {
    if (!isBuildNeeded(root)) return
    say('building')
    await noteBuild(root, () => output(node, [bin(root, 'electron-vite'), 'build'], { cwd: root, env }))
  })
}

/** @param {string} root */
function fingerprint(root) {
  const hash = createHash('sha256')
  for (const file of INPUTS.flatMap((input) => filesOf(root, input)).sort()) {
    const { size, mtimeMs } = statSync(join(root, file))
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(root, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return stat ? [path] : []
  return readdirSync(join(root, path)).flatMap((name) => filesOf(root, join(path, name)))
}

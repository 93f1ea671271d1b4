import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { isWritable } from '../run/writable.mjs'

const MARKER = 'complete.json'
const HOUR = 3_600_000

/**
 * The folders that may keep what was made for development, best first: one that all checkouts of a person share, then
 * the checkout's own, for where the home folder cannot be written.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root the checkout
 * @returns {string[]}
 */
export function cacheFolders(env, root) {
  if (env.PALIMPSEST_ELECTRON_CACHE) return [env.PALIMPSEST_ELECTRON_CACHE]
  const base = env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME) ? env.XDG_CACHE_HOME : join(homedir(), '.cache')
  return [join(base, 'palimpsest-electron'), join(root, 'node_modules/.cache/palimpsest-electron')]
}

/**
 * The folder to use: the first that holds all the parts, or else the first that can be written.
 * @param {string[]} folders
 * @param {string[]} parts
 * @returns {string}
 * @throws {Error} when there is no such folder
 */
export function chooseFolder(folders, parts) {
  const full = folders.find((folder) => parts.every((part) => isComplete(join(folder, part))))
  const chosen = full ?? folders.find(isWritable)
  if (!chosen) throw new Error(`cannot write in ${folders.join(' or ')}; set PALIMPSEST_ELECTRON_CACHE to a folder`)
  return chosen
}

/**
 * Whether a part is there and whole: its marker, written last, names its main file and how long that is.
 * @param {string} place
 * @returns {boolean}
 */
export function isComplete(place) {
  try {
    const { file, size } = JSON.parse(readFileSync(join(place, MARKER), 'utf8'))
    return statSync(join(place, file)).size === size
  } catch {
    return false
  }
}

/**
 * Makes a part in a folder of its own and puts it in place by one rename, so that a stop half-way, or two processes
 * at once, leave nothing half-made behind. What is in place and whole stays, unless `force` is set.
 * @param {string} place
 * @param {{ file: string, force: boolean }} what the part's main file; whether to make it anew
 * @param {(made: string, work: string) => Promise<void>} build fills `made`; `work` is for scraps
 * @returns {Promise<void>}
 */
export async function makePart(place, { file, force }, build) {
  if (!force && isComplete(place)) return
  const work = await mkdtemp(join(place, '../tmp-'))
  const made = join(work, 'made')
  try {
    mkdirSync(made)
    await build(made, work)
    writeFileSync(join(made, MARKER), JSON.stringify({ file, size: statSync(join(made, file)).size }))
    if (!force && isComplete(place)) return // another process was first, and may be using it
    if (existsSync(place)) await rename(place, join(work, 'old'))
    await rename(made, place)
  } catch (error) {
    if (!isComplete(place)) throw error // else another process was first
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/**
 * Removes what killed runs left behind.
 * @param {string} home the cache folder
 * @returns {Promise<void>}
 */
export async function sweep(home) {
  for (const name of await readdir(home)) {
    const left = join(home, name)
    const { mtimeMs } = await stat(left).catch(() => ({ mtimeMs: Infinity }))
    if (name.startsWith('tmp-') && Date.now() - mtimeMs > HOUR) await rm(left, { recursive: true, force: true })
  }
}

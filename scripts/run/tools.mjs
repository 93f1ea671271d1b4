import { readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** Programs whose package has another name. */
const PACKAGES = { tsc: 'typescript', playwright: '@playwright/test', 'electron-fuses': '@electron/fuses' }

/**
 * The script behind a program of node_modules/.bin, to be run by Node itself: .bin holds what a shell can run.
 * @param {string} root
 * @param {string} name
 * @returns {string}
 */
export function bin(root, name) {
  const dir = join(root, 'node_modules', PACKAGES[/** @type {keyof typeof PACKAGES} */ (name)] ?? name)
  const { bin: scripts } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'))
  return join(dir, typeof scripts === 'string' ? scripts : scripts[name])
}

/**
 * The environment in which the checkout's programs, and the Node they shall run on, come first.
 * @param {string} root
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function toolsEnv(root, node) {
  const path = [join(root, 'node_modules/.bin'), dirname(node), process.env.PATH]
  return { ...process.env, PATH: path.join(delimiter) }
}

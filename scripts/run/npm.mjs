import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, delimiter, dirname, join } from 'node:path'
import { isWritable } from './writable.mjs'

/** @typedef {{ file: string, args: string[], env: NodeJS.ProcessEnv }} Npm what to run, with which arguments first */

/**
 * How to call npm for a checkout: the npm that runs us, with its own Node, or else the one on the PATH.
 * @param {string} root the checkout
 * @param {NodeJS.ProcessEnv} env
 * @returns {Npm}
 */
export function npm(root, env = process.env) {
  const { npm_execpath: cli = '', npm_node_execpath: node = '' } = env
  const calm = { ...withoutBin(env, root), ...cacheOf(root, env), npm_config_update_notifier: 'false' }
  if (basename(cli) === 'npm-cli.js' && existsSync(cli) && existsSync(node)) {
    return { file: node, args: [cli], env: calm }
  }
  // On Windows `npm` is a batch file, which cannot be started without a shell; its script lies beside Node.
  const beside = join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js')
  return existsSync(beside)
    ? { file: process.execPath, args: [beside], env: calm }
    : { file: 'npm', args: [], env: calm }
}

/**
 * The environment without a checkout's programs on the PATH: npm, which replaces them, must not be running on them.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root
 * @returns {NodeJS.ProcessEnv}
 */
function withoutBin(env, root) {
  const modules = join(root, 'node_modules')
  const path = (env.PATH ?? '').split(delimiter).filter((dir) => !dir.startsWith(modules))
  return { ...env, PATH: path.join(delimiter) }
}

/**
 * npm cannot work without a cache, which it keeps in the home folder unless it is told otherwise.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
function cacheOf(root, env) {
  if (env.npm_config_cache || isWritable(join(homedir(), '.npm'))) return {}
  return { npm_config_cache: join(root, '.cache/npm') }
}

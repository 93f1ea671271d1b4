import { join } from 'node:path'
import { npm } from './run/npm.mjs'
import { oneAtATime } from './run/one-at-a-time.mjs'
import { output } from './run/processes.mjs'
import { ROOT } from './run/root.mjs'
import { say } from './run/say.mjs'
import { installStateOf } from './setup/lock-state.mjs'
import { chooseNode, pinnedNode } from './setup/node.mjs'

/**
 * Brings node_modules in step with package-lock.json, for every script before anything else: it runs on a Node that may
 * be older than the checkout wants, with no node_modules. Says nothing when there is nothing to do.
 * @param {string} root the checkout
 * @returns {Promise<string>} path of the Node to run our programs with
 * @throws {Error} when packages cannot be installed, or no Node here is recent enough
 */
export async function setup(root = ROOT) {
  if (installStateOf(root) !== 'in step') {
    // Outside node_modules, which `npm ci` removes first.
    await oneAtATime(join(root, '.cache/setup.lock'), () => install(root))
  }
  return chooseNode({ pinned: pinnedNode(root), current: { path: process.execPath, version: process.versions.node } })
}

/** @param {string} root */
async function install(root) {
  const state = installStateOf(root)
  if (state === 'in step') return // another process has just done it
  const started = Date.now()
  say(state === 'absent' ? 'installing packages (npm ci)' : 'packages changed: installing them anew (npm ci)')
  const { file, args, env } = npm(root)
  // Warnings are about the Node that npm itself runs on; our programs get another one.
  const options = ['--loglevel=error', '--no-audit', '--no-fund', '--include=dev', '--include=optional']
  await output(file, [...args, 'ci', ...options], { cwd: root, env }).catch((error) => {
    throw new Error(`packages cannot be installed: ${inWords(error.message)}`, { cause: error })
  })
  say(`installed packages in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

/**
 * What npm says on a failure, without the name of the command, its prefixes, stack traces and help text.
 * @param {string} text
 */
function inWords(text) {
  const [said = ''] = text.replaceAll(/^npm error ?/gm, '').split('\nClean install a project\n')
  const lines = said.split('\n').filter((line) => line !== '' && !/^\s+at /.test(line))
  return lines.slice(1).join('\n') || said
}

import { setup } from '../setup.mjs'
import { provision } from '../runtime/provision.mjs'
import { ensureBuilt } from './build.mjs'
import { ROOT } from './root.mjs'
import { messageOf, say } from './say.mjs'
import { toolsEnv } from './tools.mjs'

/**
 * Runs what a script is for: the number it returns becomes the exit code; an error becomes a message and exit code 1.
 * @param {(args: string[]) => Promise<number>} work given the script's arguments
 * @returns {Promise<void>}
 */
export async function entry(work) {
  try {
    process.exitCode = await work(process.argv.slice(2))
  } catch (error) {
    say(messageOf(error))
    process.exitCode = 1
  }
}

/**
 * Everything from a bare checkout to an application that can be started.
 * @param {{ built?: boolean }} wishes `built`: whether out/ has to be there
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv, electron: string }>} the Node to use, the environment for
 *   what is started, and the path of the Electron executable
 * @throws {Error} when a step fails
 */
export async function prepare({ built = true } = {}) {
  const node = await setup()
  const runtime = await provision({ root: ROOT, node })
  const env = { ...toolsEnv(ROOT, node), ...runtime.env }
  if (built) await ensureBuilt({ root: ROOT, node, env })
  return { node, env, electron: runtime.executable }
}

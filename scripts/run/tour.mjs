import { onDisplay } from './display.mjs'
import { inTerminal } from './processes.mjs'
import { ROOT } from './root.mjs'

/**
 * The tour: the application is driven through its screens, which are written to out/tour/ as pictures.
 * @param {string[]} files absolute paths of articles to open
 * @param {{ node: string, env: NodeJS.ProcessEnv }} prepared
 * @returns {Promise<number>} exit code
 */
export async function tour(files, { node, env }) {
  const { command, group } = onDisplay([node, 'tests/tour/tour.ts', ...files])
  return await inTerminal(command, { cwd: ROOT, env, group })
}

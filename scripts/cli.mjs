// npm run cli -- ARGS: the library on the command line. Stdout belongs to it; set-up speaks on stderr, if at all.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inTerminal } from './run/processes.mjs'
import { ROOT, startFolder } from './run/root.mjs'
import { messageOf, say } from './run/say.mjs'
import { isAtLeast } from './setup/node.mjs'
import { setup } from './setup.mjs'

const CLI = join(ROOT, 'src/cli/palimpsest.ts')
/** Where Node keeps the sources without their types: a start takes half the time. */
const COMPILED = join(ROOT, 'node_modules/.cache/compiled')

/** @returns {Promise<string | null>} the Node to run it with; null: this one will do */
async function nodeToUse() {
  try {
    const node = await setup()
    return isAtLeast(process.versions.node, [24]) ? null : node
  } catch (error) {
    say(messageOf(error))
    return process.exit(1)
  }
}

const node = await nodeToUse()
process.chdir(startFolder())
const args = process.argv.slice(2)
if (node) {
  process.env.NODE_COMPILE_CACHE ??= COMPILED
  process.exitCode = await inTerminal([node, CLI, ...args])
} else {
  process.argv = [process.execPath, CLI, ...args]
  enableCompileCache(COMPILED)
  await import(pathToFileURL(CLI).href)
}

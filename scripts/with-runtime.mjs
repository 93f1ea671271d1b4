// node scripts/with-runtime.mjs [options] [program ARG…]: runs a program of node_modules/.bin, or any other, with the
// Electron runtime in its environment, on a virtual display where there is no other. Without a program: prints that
// environment as `export` lines.
//   --force     start over: try the download again, make the stand-in anew
//   --official  only the official Electron       --stand-in  only the stand-in
import { onDisplay } from './run/display.mjs'
import { entry } from './run/entry.mjs'
import { inTerminal } from './run/processes.mjs'
import { ROOT } from './run/root.mjs'
import { toolsEnv } from './run/tools.mjs'
import { provision } from './runtime/provision.mjs'
import { setup } from './setup.mjs'

/** @type {Record<string, Partial<import('./runtime/provision.mjs').Wishes>>} */
const OPTIONS = { '--force': { force: true }, '--official': { only: 'official' }, '--stand-in': { only: 'stand-in' } }

await entry(async (args) => {
  const first = args.findIndex((arg) => !arg.startsWith('--'))
  const options = first < 0 ? args : args.slice(0, first)
  const unknown = options.find((option) => !OPTIONS[option])
  if (unknown) throw new Error(`no such option: ${unknown} (there are: ${Object.keys(OPTIONS).join(', ')})`)
  const node = await setup()
  const wishes = Object.assign({ root: ROOT, node }, ...options.map((option) => OPTIONS[option]))
  const { env } = await provision(wishes)
  if (first < 0) {
    for (const [name, value] of Object.entries(env)) console.log(`export ${name}='${value.replaceAll("'", `'\\''`)}'`)
    return 0
  }
  const { command, group } = onDisplay(args.slice(first))
  return await inTerminal(command, { env: { ...toolsEnv(ROOT, node), ...env }, group })
})

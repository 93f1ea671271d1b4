// npm run bench [-- name …]: runs bench/*.bench.ts, or those named, in turn.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { onDisplay } from './run/display.mjs'
import { entry, prepare } from './run/entry.mjs'
import { inTerminal } from './run/processes.mjs'
import { ROOT } from './run/root.mjs'

const ENDING = '.bench.ts'

await entry(async (names) => {
  const dir = join(ROOT, 'bench')
  const all = existsSync(dir) ? readdirSync(dir).filter((file) => file.endsWith(ENDING)) : []
  const known = all.map((file) => file.slice(0, -ENDING.length)).sort()
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new Error(`no such benchmark: ${unknown.join(', ')} (there are: ${known.join(', ')})`)
  const { node, env } = await prepare()
  let worst = 0
  for (const name of names.length > 0 ? names : known) {
    const { command, group } = onDisplay([node, join(dir, name + ENDING)])
    worst = Math.max(worst, await inTerminal(command, { cwd: ROOT, env, group }))
  }
  return worst
})

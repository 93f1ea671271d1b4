// npm run screens: a picture of every screen and state, in light and dark, in out/screens/.
import { onDisplay } from './run/display.mjs'
import { entry, prepare } from './run/entry.mjs'
import { inTerminal } from './run/processes.mjs'
import { ROOT } from './run/root.mjs'

await entry(async () => {
  const { node, env } = await prepare()
  const { command, group } = onDisplay([node, 'tests/tour/screens.ts'])
  return await inTerminal(command, { cwd: ROOT, env, group })
})

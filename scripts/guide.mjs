// npm run guide: takes the pictures of the user guide anew, from the sample library, in docs/guide/pictures.
import { onDisplay } from './run/display.mjs'
import { entry, prepare } from './run/entry.mjs'
import { inTerminal } from './run/processes.mjs'
import { ROOT } from './run/root.mjs'

await entry(async () => {
  const { node, env } = await prepare()
  const { command, group } = onDisplay([node, 'tests/tour/guide.ts'])
  return await inTerminal(command, { cwd: ROOT, env, group })
})

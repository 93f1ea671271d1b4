// npm start [-- file …]: starts the application; where nothing can be shown, takes the tour of it instead.
import { hasDisplay, isRoot } from './run/display.mjs'
import { entry, prepare } from './run/entry.mjs'
import { absolute } from './run/files.mjs'
import { inTerminal } from './run/processes.mjs'
import { ROOT, startFolder } from './run/root.mjs'
import { say } from './run/say.mjs'
import { tour } from './run/tour.mjs'

await entry(async (args) => {
  const files = absolute(args, startFolder())
  const prepared = await prepare()
  if (!hasDisplay()) {
    say('no display here: taking the tour instead, on a virtual one')
    return await tour(files, prepared)
  }
  if (isRoot()) say('running as root: without the sandbox, which Chromium refuses to root')
  const { ELECTRON_RUN_AS_NODE: _, ...env } = prepared.env // set in terminals inside other Electron applications
  return await inTerminal([prepared.electron, ...(isRoot() ? ['--no-sandbox'] : []), '.', ...files], { cwd: ROOT, env })
})

// npm run dev: the application with its window reloading as the source changes.
import { forgetBuild } from './run/build.mjs'
import { isRoot, onDisplay } from './run/display.mjs'
import { entry, prepare } from './run/entry.mjs'
import { inTerminal } from './run/processes.mjs'
import { ROOT } from './run/root.mjs'
import { bin } from './run/tools.mjs'

await entry(async (args) => {
  const { node, env } = await prepare({ built: false })
  forgetBuild(ROOT)
  const vite = [node, bin(ROOT, 'electron-vite'), 'dev', ...(isRoot() ? ['--noSandbox'] : []), ...args]
  const { command, group } = onDisplay(vite)
  return await inTerminal(command, { cwd: ROOT, env, group })
})

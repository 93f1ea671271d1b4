// node scripts/icons.mjs: draws the application's icon, resources/icon/*.svg, as resources/icon/png/SIZExSIZE.png, and
// lays these together as icon.ico and icon.icns. All are committed: packages are made from them, and whoever makes one needs
// nothing to draw with.
import { onDisplay } from './run/display.mjs'
import { entry, prepare } from './run/entry.mjs'
import { inTerminal } from './run/processes.mjs'
import { ROOT } from './run/root.mjs'

await entry(async () => {
  const { env, electron } = await prepare({ built: false })
  // It draws two files of ours and nothing else, so it may do so without the sandbox that Chromium refuses to root.
  const { command, group } = onDisplay([electron, '--no-sandbox', 'scripts/icons/draw.mjs'])
  return await inTerminal(command, { cwd: ROOT, env, group })
})

// npm run dist [-- --dir]: installers for the system it runs on, in release/. --dir: only the unpacked application.
// What is made is checked: its fuses, and that it holds the files of docs/packaged-files.txt and no other.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { entry, prepare } from './run/entry.mjs'
import { inTerminal, output } from './run/processes.mjs'
import { ROOT } from './run/root.mjs'
import { say } from './run/say.mjs'
import { bin } from './run/tools.mjs'
import { targetsHere } from './dist/targets.mjs'

await entry(async (args) => {
  const unknown = args.find((arg) => arg !== '--dir')
  if (unknown !== undefined) throw new Error(`no such option: ${unknown} (there is: --dir)`)
  const { node, env } = await prepare()
  const standIn = env.ELECTRON_OVERRIDE_DIST_PATH !== undefined
  const { targets, notMade } = targetsHere({ standIn, dir: args.includes('--dir') })
  for (const line of notMade) say(line)
  await writeCompletions(node)
  const build = [node, bin(ROOT, 'electron-builder'), ...targets, '--publish', 'never']
  const fpm = standIn ? { CUSTOM_FPM_PATH: join(ROOT, 'scripts/dist/fpm.mjs') } : {}
  const made = await inTerminal([...build, '--config', 'electron-builder.config.cjs'], {
    cwd: ROOT,
    env: { ...env, ...fpm }
  })
  return made === 0 ? await inTerminal([node, 'scripts/dist/check.mjs'], { cwd: ROOT, env }) : made
})

/**
 * What shells complete the command line with, as the command line says it.
 * @param {string} node
 */
async function writeCompletions(node) {
  const folder = join(ROOT, 'release/completions')
  mkdirSync(folder, { recursive: true })
  for (const shell of ['bash', 'zsh', 'fish']) {
    const script = await output(node, ['src/cli/palimpsest.ts', 'completion', shell], { cwd: ROOT })
    writeFileSync(join(folder, `palimpsest.${shell}`), script)
  }
}

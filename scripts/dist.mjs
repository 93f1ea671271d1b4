// npm run dist [-- --dir | deb rpm AppImage tar.gz]: installers for the system it runs on, in release/. --dir: only the
// unpacked application. Without words: all that can be made here, and what was left out is said; with words: those or an error.
// What is made is checked: its fuses, and that it holds the files of docs/packaged-files.txt and no other.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { entry, prepare } from './run/entry.mjs'
import { inTerminal, onPath, output } from './run/processes.mjs'
import { ROOT } from './run/root.mjs'
import { say } from './run/say.mjs'
import { bin } from './run/tools.mjs'
import { withoutEmptySecrets } from './dist/secrets.mjs'
import { targetsHere } from './dist/targets.mjs'

/** For what electron-builder would download, unless the environment names others. */
const standInTools = {
  CUSTOM_FPM_PATH: join(ROOT, 'scripts/dist/fpm.mjs'),
  ELECTRON_BUILDER_7ZIP_PATH: join(ROOT, 'scripts/dist/7za.mjs')
}

await entry(async (args) => {
  const asked = args.map((arg) => (arg === '--dir' ? 'dir' : arg))
  const { node, env } = await prepare()
  const standIn = env.ELECTRON_OVERRIDE_DIST_PATH !== undefined
  const { targets, notMade } = targetsHere({ standIn, asked })
  for (const line of notMade) say(line)
  await writeCompletions(node)
  const build = [node, bin(ROOT, 'electron-builder'), ...targets, '--publish', 'never']
  const made = await inTerminal([...build, '--config', 'electron-builder.config.cjs'], {
    cwd: ROOT,
    env: { ...(standIn ? standInTools : {}), ...(await sourceDate()), ...withoutEmptySecrets(env) }
  })
  return made === 0 ? await inTerminal([node, 'scripts/dist/check.mjs'], { cwd: ROOT, env }) : made
})

/** The time of the commit, which packages bear instead of their own: so the same commit gives the same packages. */
async function sourceDate() {
  if (onPath('git') === null || !existsSync(join(ROOT, '.git'))) return {}
  return { SOURCE_DATE_EPOCH: (await output('git', ['log', '-1', '--format=%ct'], { cwd: ROOT })).trim() }
}

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

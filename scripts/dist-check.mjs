// npm run dist:check [-- test …]: makes the packages and tries them as a person would: installs them in a clean Debian, starts
// the application as a user without rights and with Chromium's sandbox, uses it, removes it. Needs Debian and root.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolders } from './runtime/cache.mjs'
import { entry, prepare } from './run/entry.mjs'
import { isRoot } from './run/display.mjs'
import { inTerminal, onPath, output } from './run/processes.mjs'
import { ROOT } from './run/root.mjs'
import { messageOf, say } from './run/say.mjs'
import { bin } from './run/tools.mjs'
import { installPackages } from './runtime/system.mjs'

const release = 'bookworm'
/** What the tests call -> the Debian package that brings it. */
const tools = {
  debootstrap: 'debootstrap',
  Xvfb: 'xvfb',
  openbox: 'openbox',
  xdotool: 'xdotool',
  unshare: 'util-linux',
  nsenter: 'util-linux',
  'dpkg-deb': 'dpkg',
  rpm: 'rpm',
  rpmbuild: 'rpm',
  makensis: 'nsis',
  'desktop-file-validate': 'desktop-file-utils',
  appstreamcli: 'appstream',
  lintian: 'lintian',
  python3: 'python3',
  zstd: 'zstd'
}
/** The exit code where nothing was tried, because no system can be made to install in (sysexits.h: EX_UNAVAILABLE). */
const cannotBeTried = 69
/** What the desktops of people have and a bare system has not: with these, files are opened by their kind. */
const desktop = 'desktop-file-utils,shared-mime-info,libglib2.0-bin'

await entry(async (args) => {
  const { node, env } = await prepare()
  const base = await baseOrWhyNot(env)
  if (base === null) return cannotBeTried
  const made = await inTerminal([node, 'scripts/dist.mjs'], {
    cwd: ROOT,
    env: { ...env, PALIMPSEST_PACKAGE_COMPRESSION: 'zstd' }
  })
  if (made !== 0) return made
  const tests = [node, bin(ROOT, 'playwright'), 'test', '-c', 'tests/dist/playwright.config.ts', ...args]
  return await inTerminal(tests, { cwd: ROOT, env: { ...env, PALIMPSEST_CLEAN_BASE: base } })
})

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | null>} the folder of a clean system; null, having said why, where none can be made
 */
async function baseOrWhyNot(env) {
  try {
    const impossible = await whyNotHere()
    if (impossible !== null) throw new Error(impossible)
    const missing = Object.entries(tools).filter(([tool]) => onPath(tool) === null)
    await installPackages([...new Set(missing.map(([, name]) => name))])
    return await cleanBase(env)
  } catch (error) {
    say(messageOf(error))
    return null
  }
}

/** @returns {Promise<string | null>} why no system of its own can be made here; null where it can */
async function whyNotHere() {
  if (!isRoot() || onPath('apt-get') === null)
    return 'run it as root on Debian: it makes a system of its own to install in'
  const layers =
    'd=$(mktemp -d); cd "$d"; mkdir l u w m; mount -t overlay o -o lowerdir=l,upperdir=u,workdir=w m; umount m; cd /; rm -r "$d"'
  const tried = await output('unshare', ['--mount', '--pid', '--fork', 'sh', '-ec', layers], {}).catch(String)
  return tried === '' ? null : `this machine lets nobody make a system to install in: ${tried}`
}

/**
 * The smallest Debian there is, made once.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} its folder
 */
async function cleanBase(env) {
  const [cache = ''] = cacheFolders(env, ROOT)
  const base = join(cache, `debian-${release}`, 'base')
  if (existsSync(base)) return base
  const work = join(cache, `debian-${release}`, `tmp-${process.pid}`)
  mkdirSync(work, { recursive: true })
  say(`making a clean Debian with debootstrap; once, in ${base}`)
  try {
    // Where none is named, debootstrap takes the mirror that it knows itself.
    const mirror = env.PALIMPSEST_DEBIAN_MIRROR === undefined ? [] : [env.PALIMPSEST_DEBIAN_MIRROR]
    await output('debootstrap', ['--variant=minbase', `--include=${desktop}`, release, work, ...mirror], { env })
    renameSync(work, base)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return base
}

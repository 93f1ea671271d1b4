import { hasDisplay } from '../run/display.mjs'
import { onPath, output } from '../run/processes.mjs'
import { say } from '../run/say.mjs'

/** Debian package -> the libraries of it that Electron loads. */
const LIBRARIES = {
  libasound2: ['libasound.so.2'],
  'libatk-bridge2.0-0': ['libatk-bridge-2.0.so.0'],
  'libatk1.0-0': ['libatk-1.0.so.0'],
  'libatspi2.0-0': ['libatspi.so.0'],
  libcairo2: ['libcairo.so.2'],
  libcups2: ['libcups.so.2'],
  'libdbus-1-3': ['libdbus-1.so.3'],
  libdrm2: ['libdrm.so.2'],
  libexpat1: ['libexpat.so.1'],
  libgbm1: ['libgbm.so.1'],
  'libglib2.0-0': ['libglib-2.0.so.0', 'libgobject-2.0.so.0', 'libgio-2.0.so.0'],
  'libgtk-3-0': ['libgtk-3.so.0', 'libgdk-3.so.0'],
  libnspr4: ['libnspr4.so'],
  libnss3: ['libnss3.so', 'libnssutil3.so', 'libsmime3.so'],
  'libpango-1.0-0': ['libpango-1.0.so.0'],
  libudev1: ['libudev.so.1'],
  'libx11-6': ['libX11.so.6'],
  libxcb1: ['libxcb.so.1'],
  libxcomposite1: ['libXcomposite.so.1'],
  libxdamage1: ['libXdamage.so.1'],
  libxext6: ['libXext.so.6'],
  libxfixes3: ['libXfixes.so.3'],
  libxkbcommon0: ['libxkbcommon.so.0'],
  libxrandr2: ['libXrandr.so.2']
}

/**
 * Debian packages for the libraries that `ldd` calls missing; unknown libraries come back as they are.
 * @param {string} ldd its output
 * @returns {string[]}
 */
export function packagesFor(ldd) {
  const missing = Array.from(ldd.matchAll(/^\s*(\S+)\s*=>\s*not found/gm), (match) => match[1] ?? '')
  const owner = (/** @type {string} */ library) =>
    Object.entries(LIBRARIES).find(([, libraries]) => libraries.includes(library))?.[0] ?? library
  return [...new Set(missing.map(owner))].sort()
}

/**
 * The Debian packages that an Electron executable, and a virtual display where there is no other, need and lack here.
 * @param {string} executable
 * @returns {Promise<string[]>}
 */
export async function missingPackages(executable) {
  if (process.platform !== 'linux') return []
  const libraries = packagesFor(await output('ldd', [executable]).catch(() => ''))
  const tools = hasDisplay() ? [] : [onPath('Xvfb') ? '' : 'xvfb', onPath('xauth') ? '' : 'xauth']
  return [...libraries, ...tools.filter(Boolean), ...(await missingFonts())]
}

/** A language of the sample library for each script that bare systems lack -> the smallest Debian package with its letters. */
const FONTS = { hi: 'fonts-noto-core', th: 'fonts-noto-core', ja: 'fonts-wqy-microhei', ko: 'fonts-wqy-microhei' }

/**
 * Without a display the application is only ever seen in pictures, and without fonts those show boxes. Whoever cannot
 * install them (not root) is not kept from starting by that.
 * @returns {Promise<string[]>}
 */
async function missingFonts() {
  if (hasDisplay() || process.getuid?.() !== 0) return []
  const found = await Promise.all(
    Object.entries(FONTS).map(async ([language, font]) => {
      const installed = await output('fc-list', [`:lang=${language}`]).catch(() => '')
      return installed.trim() === '' ? font : ''
    })
  )
  return [...new Set(found.filter(Boolean))]
}

/**
 * Installs Debian packages; as another user than root, says what to run.
 * @param {string[]} packages
 * @returns {Promise<void>}
 * @throws {Error} when they cannot be installed here
 */
export async function installPackages(packages) {
  if (packages.length === 0) return
  const apt = onPath('apt-get')
  if (!apt) throw new Error(`Electron needs what this system lacks: install ${packages.join(' ')} (Debian's names)`)
  if (process.getuid?.() !== 0) {
    const names = (await namesHere(packages)).join(' ')
    throw new Error(`missing system packages; run: sudo apt-get install --no-install-recommends ${names}`)
  }
  say(`installing missing system packages with apt-get: ${packages.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const lock = ['-o', 'DPkg::Lock::Timeout=300'] // another installation may be under way
  await output(apt, [...lock, 'update', '-qq'], { env }).catch(() => '') // lists that are there may do
  const names = await namesHere(packages)
  await output(apt, [...lock, 'install', '-y', '-qq', '--no-install-recommends', ...names], { env })
}

/**
 * What packages are called on this system: since 64-bit time_t some are NAMEt64 (Debian 13, Ubuntu 24.04).
 * @param {string[]} packages
 * @param {string} policy what `apt-cache policy` tells about them under both names
 * @returns {string[]}
 */
export function availableNames(packages, policy) {
  const available = new Set(
    Array.from(policy.matchAll(/^(\S+):\n.*\n +Candidate: (?!\(none\))/gm), (match) => match[1])
  )
  return packages.map((name) => (!available.has(name) && available.has(renamed(name)) ? renamed(name) : name))
}

const renamed = (/** @type {string} */ name) => `${name}t64`

/** @param {string[]} packages */
async function namesHere(packages) {
  const both = [...packages, ...packages.map(renamed)]
  return availableNames(packages, await output('apt-cache', ['policy', ...both]).catch(() => ''))
}

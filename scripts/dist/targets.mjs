import { onPath } from '../run/processes.mjs'

/** @typedef {{ targets: string[], notMade: string[] }} Plan */

const system = { darwin: '--mac', win32: '--win' }

/**
 * What electron-builder is to make here, as its arguments, and a line for each kind of package that cannot be.
 * @param {{ standIn: boolean, dir: boolean, platform?: NodeJS.Platform, hasDpkg?: boolean }} wishes `standIn`: Electron
 *   cannot be downloaded, so nor can the tools that electron-builder fetches from the same place; `dir`: no package at all
 * @returns {Plan}
 */
export function targetsHere({ standIn, dir, platform = process.platform, hasDpkg = onPath('dpkg-deb') !== null }) {
  const flag = system[/** @type {keyof typeof system} */ (platform)] ?? '--linux'
  if (dir) return { targets: [flag, 'dir'], notMade: [] }
  if (!standIn) return { targets: [flag], notMade: [] }
  const notMade = [
    'made with a stand-in for Electron: to be tried here, never to be given to anybody',
    `not made here: rpm, AppImage and tar.gz, whose tools electron-builder downloads from GitHub, which cannot be reached`,
    `not made here: what is for Windows and macOS, which is made on those systems`
  ]
  if (hasDpkg) return { targets: [flag, 'deb'], notMade }
  return { targets: [flag, 'dir'], notMade: [...notMade, 'not made here: deb, because dpkg-deb is not installed'] }
}

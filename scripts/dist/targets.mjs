import { onPath } from '../run/processes.mjs'

/** @typedef {{ targets: string[], notMade: string[] }} Plan `notMade`: in words, what is left out and why */
/** @typedef {(program: string) => boolean} Has */

/** What electron-builder.config.cjs has for Linux. */
const linuxKinds = ['deb', 'rpm', 'AppImage', 'tar.gz']
const system = { darwin: '--mac', win32: '--win' }

/**
 * What electron-builder is to make here, as its arguments.
 * @param {{ standIn: boolean, asked: readonly string[], platform?: NodeJS.Platform, has?: Has, env?: NodeJS.ProcessEnv }} wishes
 *   `standIn`: Electron cannot be downloaded, so nor can the tools that electron-builder fetches from the same place;
 *   `asked`: kinds of packages, or `dir` for none; nothing: all that can be made
 * @returns {Plan}
 * @throws {Error} when what was asked for cannot be made here
 */
export function targetsHere({ standIn, asked, platform = process.platform, has = isHere, env = process.env }) {
  const flag = system[/** @type {keyof typeof system} */ (platform)] ?? '--linux'
  const known = flag === '--linux' ? ['dir', ...linuxKinds] : ['dir']
  const unknown = asked.find((kind) => !known.includes(kind))
  if (unknown !== undefined) throw new Error(`${unknown} is none of what can be asked for here: ${known.join(', ')}`)
  if (flag !== '--linux') return { targets: [flag, ...asked], notMade: [] }
  const missing = (asked.length > 0 ? asked : linuxKinds).map((kind) => ({
    kind,
    why: lacking(kind, standIn, has, env)
  }))
  const not = missing.filter(({ why }) => why !== null).map(({ kind, why }) => `not made here: ${kind}, because ${why}`)
  if (asked.length > 0 && not.length > 0) throw new Error(not.join('\n'))
  const made = missing.filter(({ why }) => why === null).map(({ kind }) => kind)
  return { targets: [flag, ...made], notMade: [...(standIn ? [standInWarning] : []), ...not] }
}

const standInWarning = 'made with a stand-in for Electron: to be tried here, never to be given to anybody'

/**
 * What is missing for a kind of package, in words.
 * @param {string} kind
 * @param {boolean} standIn
 * @param {Has} has
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null}
 */
function lacking(kind, standIn, has, env) {
  if (kind === 'rpm' && !has('rpmbuild')) return 'rpmbuild is not installed'
  if (kind === 'deb' && standIn && !has('dpkg-deb')) return 'dpkg-deb is not installed'
  if (kind !== 'AppImage' || !standIn || env.APPIMAGE_TOOLS_PATH) return null
  return 'its tools are downloaded from GitHub, which cannot be reached (APPIMAGE_TOOLS_PATH may name a folder with them)'
}

/** @type {Has} */
const isHere = (program) => onPath(program) !== null

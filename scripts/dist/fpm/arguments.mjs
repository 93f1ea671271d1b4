/**
 * @typedef {{ readonly one: Readonly<Record<string, string>>, readonly depends: string[], readonly recommends: string[],
 *   readonly directories: string[], readonly sources: string[] }} Said `one`: options that are said once, by their names
 */

/**
 * What electron-builder says to fpm.
 * @param {readonly string[]} argv
 * @returns {Said}
 */
export function understand(argv) {
  /** @type {Record<string, string>} */
  const one = {}
  /** @type {Record<string, string[]>} */
  const lists = { '-d': [], '--deb-recommends': [], '--directories': [] }
  const sources = []
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i] ?? ''
    if (arg === '--force' || arg === '--debug') continue
    if (arg in lists) lists[arg]?.push(argv[++i] ?? '')
    else if (arg.startsWith('-')) one[arg.replace(/^-+/, '')] = argv[++i] ?? ''
    else sources.push(arg)
  }
  const [depends = [], recommends = [], directories = []] = Object.values(lists)
  return { one, depends, recommends, directories, sources }
}

/**
 * How to compress: as asked for (xz, which every system of today reads), or as somebody wants it who only tries a package:
 * zstd is some 20 times as fast.
 * @param {string | undefined} asked
 * @returns {string} xz, zstd or gzip
 */
export function compression(asked = 'xz') {
  const chosen = process.env.PALIMPSEST_PACKAGE_COMPRESSION ?? asked
  return { gz: 'gzip', xzmt: 'xz' }[chosen] ?? chosen
}

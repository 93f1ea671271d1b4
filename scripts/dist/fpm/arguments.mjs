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
  const words = argv.flatMap((word) => (/^--[a-z-]+=/.test(word) ? splitAtEquals(word) : [word]))
  for (let i = 0; i < words.length; i++) {
    const arg = words[i] ?? ''
    if (arg === '--force' || arg === '--debug') continue
    if (arg in lists) lists[arg]?.push(words[++i] ?? '')
    else if (arg.startsWith('-')) one[arg.replace(/^-+/, '')] = words[++i] ?? ''
    else sources.push(arg)
  }
  const [depends = [], recommends = [], directories = []] = Object.values(lists)
  return { one, depends, recommends, directories, sources }
}

/** @param {string} word */
const splitAtEquals = (word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]

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

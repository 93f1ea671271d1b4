import { chmodSync, copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** @typedef {{ readonly path: string, readonly isFolder: boolean, readonly size: number }} Laid */

/**
 * Lays out what a package is to hold, as it will be on the disk. The same sources give the same tree: permissions are 755
 * for folders and programs and 644 for the rest, and all times are SOURCE_DATE_EPOCH, where that is set.
 * @param {readonly string[]} sources `from=to` each
 * @param {string} root
 * @returns {Laid[]} without the root
 */
export function layOut(sources, root) {
  for (const source of sources) place(source, root)
  return settle(root).slice(1)
}

/**
 * @param {string} source
 * @param {string} root
 */
function place(source, root) {
  const cut = source.lastIndexOf('=')
  const from = source.slice(0, cut)
  const to = join(root, source.slice(cut + 1))
  mkdirSync(from.endsWith('/') ? to : dirname(to), { recursive: true })
  if (from.endsWith('/')) return cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  copyFileSync(from, to)
  // Debian Policy 12.1: manual pages are compressed.
  if (!to.includes('/share/man/')) return
  writeFileSync(`${to}.gz`, gzipSync(readFileSync(to), { level: 9 }))
  rmSync(to)
}

/**
 * @param {string} path
 * @returns {Laid[]} it and what is below
 */
function settle(path) {
  const stat = statSync(path)
  const isFolder = stat.isDirectory()
  const names = isFolder ? readdirSync(path).toSorted() : []
  const below = names.flatMap((name) => settle(join(path, name)))
  chmodSync(path, isFolder || stat.mode & 0o111 ? 0o755 : 0o644)
  const epoch = process.env.SOURCE_DATE_EPOCH
  if (epoch) utimesSync(path, Number(epoch), Number(epoch))
  return [{ path, isFolder, size: stat.size }, ...below]
}

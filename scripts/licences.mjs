// node scripts/licences.mjs: writes resources/licences.json, the licence of everything that is part of the application: what
// its source imports, and what that needs. A test says when the file is not current.
import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './run/root.mjs'

/** @typedef {{ readonly version: string, readonly license?: string, readonly dependencies?: Readonly<Record<string, string>> }} Locked */
/** @typedef {{ readonly name: string, readonly version: string, readonly licence: string, readonly text: string }} Licence */

const file = join(ROOT, 'resources/licences.json')

/** @returns {string} what the file should hold now */
export function currentLicences() {
  /** @type {{ readonly packages: Readonly<Record<string, Locked>> }} */
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  /** @type {Map<string, Locked>} */
  const found = new Map()
  const waiting = importedPackages().map((name) => `node_modules/${name}`)
  for (const path of waiting) {
    const locked = packages[path]
    if (locked === undefined || found.has(path)) continue
    found.set(path, locked)
    for (const name of Object.keys(locked.dependencies ?? {})) {
      // Electron's own package needs others only to be installed.
      if (!path.endsWith('/electron')) waiting.push(placeOf(name, path, packages))
    }
  }
  const all = [...found].map(([path, locked]) => licenceOf(path, locked))
  all.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1))
  return `${JSON.stringify(all, null, 2)}\n`
}

/** @returns {string[]} the packages that the source names, apart from types */
function importedPackages() {
  const names = new Set(['electron'])
  for (const path of globSync('src/**/*.{ts,tsx,css}', { cwd: ROOT })) {
    const text = readFileSync(join(ROOT, path), 'utf8')
    const imports = text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(?!type\s)(?:[^'"`;]*?\sfrom\s+)?'([^'.][^']*)'|\bimport\('([^'.][^']*)'\)|url\('(@[^')]+)'\)/gu
    )
    for (const [, ...groups] of imports) {
      const named = groups.find((group) => group !== undefined)
      const name = /^(?:@[^/]+\/)?[^/]+/u.exec(named ?? '')?.[0]
      if (name !== undefined && !name.startsWith('node:')) names.add(name)
    }
  }
  return [...names]
}

/**
 * Where the lock file has a package that another needs: in the nearest folder, as Node looks for it.
 * @param {string} name
 * @param {string} from
 * @param {Readonly<Record<string, Locked>>} packages
 */
function placeOf(name, from, packages) {
  for (let at = from; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const path = `${at}/node_modules/${name}`
    if (packages[path] !== undefined) return path
  }
  return `node_modules/${name}`
}

/**
 * @param {string} path
 * @param {Locked} locked
 * @returns {Licence}
 */
function licenceOf(path, { version, license }) {
  const folder = join(ROOT, path)
  const files = existsSync(folder) ? readdirSync(folder) : []
  const named = files.find((one) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/iu.test(one))
  const text = named === undefined ? '' : readFileSync(join(folder, named), 'utf8').replaceAll('\r\n', '\n').trim()
  return { name: path.replace(/^.*node_modules\//u, ''), version, licence: license ?? 'UNKNOWN', text }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(file, currentLicences())

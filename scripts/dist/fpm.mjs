#!/usr/bin/env node
// Stands in for fpm when electron-builder makes a .deb where fpm cannot be downloaded (CUSTOM_FPM_PATH): a .deb needs no
// more than dpkg-deb. Understands just what electron-builder says to fpm.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** @typedef {{ readonly one: Readonly<Record<string, string>>, readonly depends: string[], readonly recommends: string[], readonly sources: string[] }} Said */

const scripts = { 'after-install': 'postinst', 'before-remove': 'prerm', 'after-remove': 'postrm' }

/**
 * @param {readonly string[]} argv
 * @returns {Said}
 */
function understand(argv) {
  /** @type {Record<string, string>} */
  const one = {}
  /** @type {Record<string, string[]>} */
  const lists = { '-d': [], '--deb-recommends': [] }
  const sources = []
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i] ?? ''
    if (arg === '--force' || arg === '--debug') continue
    if (arg in lists) lists[arg]?.push(argv[++i] ?? '')
    else if (arg.startsWith('-')) one[arg.replace(/^-+/, '')] = argv[++i] ?? ''
    else sources.push(arg)
  }
  if (one.s !== 'dir' || one.t !== 'deb') throw new Error('makes only .deb packages from folders')
  return { one, depends: lists['-d'] ?? [], recommends: lists['--deb-recommends'] ?? [], sources }
}

/**
 * Copies `from=to` into the package's tree.
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
 * Permissions as Debian wants them, 755 for folders and programs and 644 for the rest, and what is there.
 * @param {string} dir
 * @returns {{ path: string, size: number }[]}
 */
function settle(dir) {
  chmodSync(dir, 0o755)
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) return settle(path)
    if (!entry.isFile()) return []
    const { mode, size } = statSync(path)
    chmodSync(path, mode & 0o111 ? 0o755 : 0o644)
    return [{ path, size }]
  })
}

/**
 * The fields of DEBIAN/control (Debian Policy 5.3).
 * @param {Said} said
 * @param {number} bytes
 */
function control({ one, depends, recommends }, bytes) {
  const [synopsis = '', ...rest] = (one.description ?? '').trim().split('\n')
  const fields = {
    Package: one.name,
    Version: one.version + (one.iteration ? `-${one.iteration}` : ''),
    Architecture: one.architecture,
    Maintainer: one.maintainer,
    'Installed-Size': Math.ceil(bytes / 1024),
    Depends: depends.join(', '),
    Recommends: recommends.join(', '),
    Section: one.category ?? 'misc',
    Priority: one['deb-priority'] ?? 'optional',
    Homepage: one.url,
    Description: [synopsis.trim(), ...rest.map((line) => ` ${line.trim() || '.'}`)].join('\n')
  }
  const given = Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined)
  return given.map(([name, value]) => `${name}: ${value}\n`).join('')
}

const said = understand(process.argv.slice(2))
const root = mkdtempSync(join(tmpdir(), 'deb-'))
try {
  for (const source of said.sources) place(source, root)
  const files = settle(root)
  const meta = join(root, 'DEBIAN')
  mkdirSync(meta)
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  writeFileSync(join(meta, 'control'), control(said, bytes))
  const sums = files.map(({ path }) => {
    return `${createHash('md5').update(readFileSync(path)).digest('hex')}  ${path.slice(root.length + 1)}\n`
  })
  writeFileSync(join(meta, 'md5sums'), sums.join(''))
  for (const [option, name] of Object.entries(scripts)) {
    const script = said.one[option]
    if (!script) continue
    copyFileSync(script, join(meta, name))
    chmodSync(join(meta, name), 0o755)
  }
  // What every Debian and Ubuntu can read is xz; where a package is only made to be tried, zstd is some 20 times as fast.
  const compression = process.env.PALIMPSEST_DEB_COMPRESSION ?? said.one['deb-compression'] ?? 'xz'
  const how = ['--root-owner-group', `-Z${compression === 'gz' ? 'gzip' : compression}`, '--build']
  execFileSync('dpkg-deb', [...how, root, said.one.package ?? ''], { stdio: ['ignore', 'ignore', 'inherit'] })
} finally {
  rmSync(root, { recursive: true, force: true })
}

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compression } from './arguments.mjs'

const scripts = { 'after-install': 'postinst', 'before-remove': 'prerm', 'after-remove': 'postrm' }

/**
 * Makes a .deb with dpkg-deb.
 * @param {import('./arguments.mjs').Said} said
 * @param {string} root what it holds, as it will be on the disk
 * @param {readonly import('./tree.mjs').Laid[]} laid
 */
export function makeDeb(said, root, laid) {
  const meta = join(root, 'DEBIAN')
  mkdirSync(meta)
  const files = laid.filter(({ isFolder }) => !isFolder)
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
  const how = ['--root-owner-group', `-Z${compression(said.one['deb-compression'])}`, '--build']
  execFileSync('dpkg-deb', [...how, root, said.one.package ?? ''], { stdio: ['ignore', 'ignore', 'inherit'] })
}

/**
 * The fields of DEBIAN/control (Debian Policy 5.3).
 * @param {import('./arguments.mjs').Said} said
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

import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compression } from './arguments.mjs'

const scripts = { 'after-install': '%post', 'before-remove': '%preun', 'after-remove': '%postun' }
/** Of what electron-builder says, that for which rpm has another word. */
const arches = { amd64: 'x86_64', arm64: 'aarch64' }
/** rpm's names: level, threads, kind. A fixed number of threads, since xz writes other bytes for another number. */
const payloads = { xz: 'w6T2.xzdio', zstd: 'w3.zstdio', gzip: 'w6.gzdio' }

/**
 * Makes an .rpm with rpmbuild.
 * @param {import('./arguments.mjs').Said} said
 * @param {string} root what it holds, as it will be on the disk
 * @param {readonly import('./tree.mjs').Laid[]} laid
 */
export function makeRpm(said, root, laid) {
  const top = mkdtempSync(join(tmpdir(), 'rpm-'))
  try {
    const spec = join(top, 'package.spec')
    writeFileSync(spec, specOf(said, root, laid))
    const kind = compression(said.one['rpm-compression'])
    const defines = {
      _topdir: top,
      _rpmfilename: 'made.rpm',
      _binary_payload: payloads[/** @type {keyof typeof payloads} */ (kind)],
      // The same bytes on any day and any machine.
      _buildhost: 'localhost',
      use_source_date_epoch_as_buildtime: '1'
    }
    const options = Object.entries(defines).flatMap(([name, value]) => ['--define', `${name} ${value}`])
    const arch = said.one.architecture ?? ''
    const target = arches[/** @type {keyof typeof arches} */ (arch)] ?? arch
    const how = ['-bb', '--quiet', '--noclean', '--target', `${target}-linux`, '--buildroot', root]
    execFileSync('rpmbuild', [...how, ...options, spec], { stdio: ['ignore', 'ignore', 'inherit'] })
    copyFileSync(join(top, 'RPMS/made.rpm'), said.one.package ?? '')
  } finally {
    rmSync(top, { recursive: true, force: true })
  }
}

/**
 * What rpmbuild is told. No %prep, %build or %install: all is in its place already.
 * @param {import('./arguments.mjs').Said} said
 * @param {string} root
 * @param {readonly import('./tree.mjs').Laid[]} laid
 */
function specOf(said, root, laid) {
  return `${heads(said)}
%global debug_package %{nil}
%global __os_install_post %{nil}
%global _build_id_links none

%description
${plain(said.one.description)}

${scriptlets(said)}
%files
%defattr(-, root, root)
${fileLines(said, root, laid)}
`
}

/** @param {import('./arguments.mjs').Said} said */
function heads({ one, depends }) {
  const fields = {
    Name: one.name,
    Version: one.version,
    Release: one.iteration ?? '1',
    Summary: one['rpm-summary'] ?? one.description,
    License: one.license,
    Group: one.category,
    URL: one.url,
    Vendor: one.vendor,
    Packager: one.maintainer,
    AutoReqProv: 'no'
  }
  const given = Object.entries(fields).filter(([, value]) => value)
  const all = [...given, ...depends.map((name) => ['Requires', name])]
  return all.map(([name, value]) => `${name}: ${plain(value)}\n`).join('')
}

/** @param {import('./arguments.mjs').Said} said */
function scriptlets({ one }) {
  const said = Object.entries(scripts).filter(([option]) => one[option])
  return said.map(([option, name]) => `${name}\n${plain(readFileSync(one[option] ?? '', 'utf8'))}\n`).join('')
}

/**
 * Folders that the system has anyway do not belong to the package.
 * @param {import('./arguments.mjs').Said} said
 * @param {string} root
 * @param {readonly import('./tree.mjs').Laid[]} laid
 */
function fileLines({ directories }, root, laid) {
  const lines = laid.flatMap(({ path, isFolder }) => {
    const there = path.slice(root.length)
    if (!isFolder) return [`"${plain(there)}"`]
    return directories.some((one) => `${there}/`.startsWith(`${one}/`)) ? [`%dir "${plain(there)}"`] : []
  })
  return lines.join('\n')
}

/**
 * A text in which rpmbuild finds no macros.
 * @param {string | undefined} text
 */
const plain = (text = '') => text.replaceAll('%', '%%')

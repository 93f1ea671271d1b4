import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compression } from './arguments.mjs'
import { specOf } from './rpm-spec.mjs'

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

import { expect, test } from '@playwright/test'
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fuseFaults } from '../../scripts/dist/fuses.mjs'
import { fileFaults, packagedFiles } from '../../scripts/dist/packaged-files.mjs'
import { macHull, plist, resedit, windowsHull } from './hulls.ts'

// Electron for Windows and macOS is not to be had here, so the application is packed around a hull of it: what electron-builder
// does with our configuration for those systems can be looked at, though nothing of it can be started.
const root = resolve(import.meta.dirname, '../..')
const work = mkdtempSync(join(tmpdir(), 'palimpsest-systems-'))
const list = readFileSync(join(root, 'docs/packaged-files.txt'), 'utf8')

test.beforeAll(() => {
  windowsHull(join(work, 'win'))
  macHull(join(work, 'mac'))
})
test.afterAll(() => rmSync(work, { recursive: true, force: true }))

for (const arch of ['x64', 'arm64'])
  test(`for Windows on ${arch}: fuses, files, names, icon, the hash of the application`, async () => {
    const folder = pack('win', arch)
    const program = join(folder, 'Palimpsest.exe')
    expect((await fuseFaults(program)).wrong).toEqual(trapHandlers)
    const files = packagedFiles(join(folder, 'resources'))
    expect(fileFaults(files, list, { platform: 'win32', archs: [arch] })).toEqual([])
    expect(globSync('*', { cwd: join(folder, 'locales') }).toSorted()).toEqual(['en-US.pak', 'es.pak'])
    const { NtExecutable, NtExecutableResource, Resource } = resedit
    const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(program)))
    const [version] = Resource.VersionInfo.fromEntries(entries)
    expect(version!.getStringValues(version!.getAllLanguagesForStringValues()[0]!)).toMatchObject({
      ProductName: 'Palimpsest',
      FileDescription: 'Palimpsest',
      CompanyName: 'Palimpsest contributors',
      FileVersion: '0.1.0'
    })
    // Small ones are drawings of their own. 0 stands for 256.
    const [icon] = Resource.IconGroupEntry.fromEntries(entries)
    expect(icon!.icons.map(({ width }) => width)).toEqual([16, 32, 48, 64, 128, 0])
    const hash = entries.find(({ type }) => type === 'INTEGRITY')!
    expect(JSON.parse(Buffer.from(hash.bin).toString())).toEqual([
      { file: String.raw`resources\app.asar`, alg: 'SHA256', value: headerHash(join(folder, 'resources/app.asar')) }
    ])
  })

for (const arch of ['x64', 'arm64'])
  test(`for macOS on ${arch}: fuses, files, kinds of files, links, the hash of the application`, async () => {
    const app = join(pack('mac', arch), 'Palimpsest.app')
    const resources = join(app, 'Contents/Resources')
    expect((await fuseFaults(app)).wrong).toEqual(trapHandlers)
    expect(fileFaults(packagedFiles(resources), list, { platform: 'darwin', archs: [arch] })).toEqual([])
    const info = plist.parse(readFileSync(join(app, 'Contents/Info.plist'), 'utf8')) as Info
    expect(info.CFBundleIdentifier).toBe('org.palimpsest.Palimpsest')
    expect(info.ElectronAsarIntegrity).toEqual({
      'Resources/app.asar': { algorithm: 'SHA256', hash: headerHash(join(resources, 'app.asar')) }
    })
    expect(info.CFBundleURLTypes[0]!.CFBundleURLSchemes).toEqual(['palimpsest'])
    const owned = info.CFBundleDocumentTypes.filter(({ LSHandlerRank }) => LSHandlerRank === 'Owner')
    expect(owned.flatMap(({ CFBundleTypeExtensions }) => CFBundleTypeExtensions)).toEqual(['palimpsest'])
    const offered = info.CFBundleDocumentTypes.filter(({ LSHandlerRank }) => LSHandlerRank === 'Alternate')
    expect(offered.flatMap(({ CFBundleTypeExtensions }) => CFBundleTypeExtensions)).toContain('wacz')
    expect(info.UTExportedTypeDeclarations[0]!.UTTypeIdentifier).toBe('org.palimpsest.package')
    expect(commandLine(app)).toEqual([
      '--log-level=3 --command-line -- diff a b',
      'page.html',
      '--log-level=3 --command-line -- --version'
    ])
  })

interface Info {
  readonly CFBundleIdentifier: string
  readonly ElectronAsarIntegrity: unknown
  readonly CFBundleURLTypes: readonly { readonly CFBundleURLSchemes: readonly string[] }[]
  readonly CFBundleDocumentTypes: readonly {
    readonly CFBundleTypeExtensions: readonly string[]
    readonly LSHandlerRank: string
  }[]
  readonly UTExportedTypeDeclarations: readonly { readonly UTTypeIdentifier: string }[]
}

/** electron-builder leaves this one as it is in Electron, where it is on; in a hull all are off. */
const trapHandlers = ['fuse WasmTrapHandlers is DISABLE, not ENABLE']

/** Packs the application for a system around its hull. */
function pack(system: 'win' | 'mac', arch: string): string {
  const output = join(work, `${system}-made`)
  const args = [`--${system}`, 'dir', `--${arch}`, '--publish', 'never', '--config', 'tests/dist/hull.config.cjs']
  const env = { ...process.env, PALIMPSEST_HULL: join(work, system), PALIMPSEST_HULL_OUTPUT: output }
  const { status, stdout, stderr } = spawnSync('electron-builder', args, { cwd: root, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(stdout + stderr)
  const suffix = arch === 'x64' ? '' : `-${arch}`
  return join(output, system === 'mac' ? `mac${suffix}` : `win${suffix}-unpacked`)
}

/** What Electron compares before it starts: the hash of an archive's header. */
function headerHash(archive: string): string {
  const bytes = readFileSync(archive)
  return createHash('sha256')
    .update(bytes.subarray(16, 16 + bytes.readUInt32LE(12)))
    .digest('hex')
}

/** What the command of macOS asks the program for, through a link from elsewhere. */
function commandLine(app: string): string[] {
  const folder = join(work, 'on the path')
  mkdirSync(folder, { recursive: true })
  const link = join(folder, 'palimpsest')
  rmSync(link, { force: true })
  symlinkSync(join(app, 'Contents/Resources/bin/palimpsest'), link)
  const asked = [['diff', 'a', 'b'], ['page.html'], ['--version']]
  return asked.map((args) => execFileSync(link, args, { cwd: '/', encoding: 'utf8' }).trim())
}

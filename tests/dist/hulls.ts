import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { FuseV1Options } from '@electron/fuses'

const here = createRequire(import.meta.url)
/** What electron-builder itself edits programs of Windows and lists of properties of macOS with. */
const builders = createRequire(
  here.resolve('app-builder-lib/package.json', { paths: [here.resolve('electron-builder')] })
)
export const resedit = builders('resedit') as typeof import('resedit')
export const plist = builders('plist') as { build(value: unknown): string; parse(text: string): unknown }

/** Electron's fuses (@electron/fuses), all off: the mark they are found by, version, number, states. */
const count = Object.keys(FuseV1Options).filter((name) => /^\d+$/u.test(name)).length
const wire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, count]),
  Buffer.from('0'.repeat(count))
])

/** A folder in the shape of Electron for Windows, without anything that could run. */
export function windowsHull(folder: string): void {
  const { NtExecutable, NtExecutableResource, Resource } = resedit
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program, true)
  const version = Resource.VersionInfo.createEmpty()
  version.lang = 1033
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  write(folder, {
    'electron.exe': Buffer.concat([Buffer.from(program.generate()), wire]),
    'LICENSES.chromium.html': 'x',
    'locales/en-US.pak': 'x',
    'locales/es.pak': 'x',
    'locales/fr.pak': 'x'
  })
}

/** The same for macOS. */
export function macHull(folder: string): void {
  const contents = 'Electron.app/Contents'
  const framework = `${contents}/Frameworks/Electron Framework.framework`
  write(folder, {
    ...bundle(contents, 'Electron'),
    [`${contents}/Resources/electron.icns`]: 'x',
    [`${contents}/Resources/en.lproj/x`]: 'x',
    [`${framework}/Versions/A/Electron Framework`]: wire,
    [`${framework}/Versions/A/Resources/fr.lproj/locale.pak`]: 'x',
    [`${framework}/Versions/A/Resources/es.lproj/locale.pak`]: 'x'
  })
  for (const kind of ['', ' (Renderer)', ' (Plugin)', ' (GPU)'])
    write(folder, bundle(`${contents}/Frameworks/Electron Helper${kind}.app/Contents`, `Electron Helper${kind}`))
  const links = {
    'Versions/Current': 'A',
    'Electron Framework': 'Versions/Current/Electron Framework',
    Resources: 'Versions/Current/Resources'
  }
  for (const [name, to] of Object.entries(links)) symlinkSync(to, join(folder, framework, name))
}

function bundle(contents: string, name: string): Record<string, string> {
  const info = { CFBundleName: name, CFBundleExecutable: name, CFBundleIconFile: 'electron.icns' }
  return { [`${contents}/Info.plist`]: plist.build(info), [`${contents}/MacOS/${name}`]: '#!/bin/sh\necho "$*"\n' }
}

function write(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content, { mode: 0o755 })
  }
}

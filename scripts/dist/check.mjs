// Run by `npm run dist` after packages were made: what is in release/ must be as it is meant, fuse by fuse, file by file.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { entry } from '../run/entry.mjs'
import { ROOT } from '../run/root.mjs'
import { say } from '../run/say.mjs'
import { fuseFaults } from './fuses.mjs'
import { fileFaults, packagedFiles } from './packaged-files.mjs'
import { megabytes, sizeOf } from './sizes.mjs'

/** @typedef {{ folder: string, program: string, resources: string, platform: string, archs: string[] }} Unpacked */

await entry(async () => {
  const found = unpacked(join(ROOT, 'release'))
  if (found.length === 0) throw new Error('nothing was made: release/ holds no unpacked application')
  const list = readFileSync(join(ROOT, 'docs/packaged-files.txt'), 'utf8')
  const faults = []
  for (const app of found) {
    const { wrong, missing } = await fuseFaults(app.program)
    if (missing.length > 0) say(`this Electron has no fuse ${missing.join(', ')}`)
    const files = packagedFiles(app.resources)
    faults.push(...wrong, ...fileFaults(files, list, app), ...licenceFaults(app))
    say(`${app.folder}: ${files.length} files of ours, ${megabytes(sizeOf(app.folder))} MB with Electron`)
  }
  for (const fault of faults) say(fault)
  if (faults.length === 0) say('fuses and files are as they should be')
  return faults.length === 0 ? 0 : 1
})

/**
 * @param {string} release
 * @returns {Unpacked[]}
 */
function unpacked(release) {
  const folders = globSync('{*-unpacked,mac*}', { cwd: release }).map((name) => join(release, name))
  return folders.flatMap((folder) => {
    const app = join(folder, 'Palimpsest.app')
    const isMac = existsSync(app)
    const program = isMac ? app : ['palimpsest', 'Palimpsest.exe'].map((name) => join(folder, name)).find(existsSync)
    if (program === undefined) return []
    const resources = join(isMac ? app : folder, isMac ? 'Contents/Resources' : 'resources')
    const platform = isMac ? 'darwin' : program.endsWith('.exe') ? 'win32' : 'linux'
    const archs = folder.includes('universal') ? ['x64', 'arm64'] : [folder.includes('arm64') ? 'arm64' : 'x64']
    return [{ folder, program, resources, platform, archs }]
  })
}

/**
 * The licences of all that is inside have to come along.
 * @param {Unpacked} app
 */
function licenceFaults({ folder, resources }) {
  const chromium = globSync('**/LICENSES.chromium.html', { cwd: folder }).length > 0
  /** @type {readonly { name: string }[]} */
  const ours = JSON.parse(readFileSync(join(resources, 'licences.json'), 'utf8'))
  const packed = packagedFiles(resources).flatMap(
    (file) => /^app\.asar\/node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file)?.[1] ?? []
  )
  const unnamed = packed.filter((name) => !ours.some((licence) => licence.name === name))
  return [
    ...(chromium ? [] : ['LICENSES.chromium.html is missing']),
    ...unnamed.map((name) => `the licence of ${name} is not in licences.json`)
  ]
}

import { FuseState, FuseV1Options } from '@electron/fuses'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { asarFiles } from '../../scripts/dist/asar-files.mjs'
import { WANTED } from '../../scripts/dist/fuses.mjs'
import { fileFaults, packagedFiles } from '../../scripts/dist/packaged-files.mjs'
import { megabytes, sizeOf } from '../../scripts/dist/sizes.mjs'
import { targetsHere } from '../../scripts/dist/targets.mjs'
import { asar } from '../../scripts/runtime/asar.mjs'

const root = resolve(import.meta.dirname, '../..')
const linux = { platform: 'linux', archs: ['x64'] }

test('every fuse that the tool knows is decided on', () => {
  const known = Object.keys(FuseV1Options).filter((name) => !/^\d+$/u.test(name))
  expect(Object.keys(WANTED).toSorted()).toEqual(known.toSorted())
})

test('the configuration sets what is read back', () => {
  const { electronFuses } = createRequire(import.meta.url)('../../electron-builder.config.cjs') as {
    electronFuses: Record<string, boolean>
  }
  // WasmTrapHandlers is on in every Electron; electron-builder has no option for it.
  const { WasmTrapHandlers: _, ...wanted } = WANTED
  const set = Object.entries(wanted).map(([name, state]) => {
    return [name[0]!.toLowerCase() + name.slice(1), state === FuseState.ENABLE]
  })
  expect(electronFuses).toMatchObject(Object.fromEntries(set))
})

test('what is packed is compared with the list, in both directions', () => {
  const list = '# words\na.txt\nlib/*.js\n? maybe.txt\naddon/{platform}-{arch}.node\n'
  const right = ['a.txt', 'lib/one.js', 'addon/linux-x64.node']
  expect(fileFaults(right, list, linux)).toEqual([])
  expect(fileFaults([...right, 'maybe.txt'], list, linux)).toEqual([])
  for (const stray of ['lib/one.js.map', 'lib/deep/one.js', 'src/a.ts', 'addon/win32-x64.node', 'aXtxt'])
    expect(fileFaults([...right, stray], list, linux)).toEqual([
      `${stray} is packed, and no line of the list allows it`
    ])
  expect(fileFaults(right.slice(1), list, linux)).toEqual(['a.txt is on the list, and nothing packed is that'])
  expect(fileFaults(right, list, { platform: 'linux', archs: ['x64', 'arm64'] })).toHaveLength(1)
})

test('the list names no source, map or test', () => {
  const list = readFileSync(join(root, 'docs/packaged-files.txt'), 'utf8').replaceAll(/^#.*$/gmu, '')
  expect(list).not.toMatch(/\.(ts|tsx|map)$|\/(src|tests?)\/|node-linux/mu)
})

test('an archive lists its files, those beside it as well', () => {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-asar-'))
  writeFileSync(join(folder, 'app.asar'), asar({ 'package.json': '{}', 'main.js': '1' }))
  mkdirSync(join(folder, 'tray'))
  writeFileSync(join(folder, 'tray/tray.png'), 'x'.repeat(1000))
  expect(asarFiles(join(folder, 'app.asar')).map(({ path }) => path)).toEqual(['package.json', 'main.js'])
  const files = ['app.asar', 'app.asar/main.js', 'app.asar/package.json', 'tray/tray.png']
  expect(packagedFiles(folder).toSorted()).toEqual(files)
  expect(megabytes(sizeOf(join(folder, 'tray')) * 1000)).toBe('1.0')
})

test('what can be made where', () => {
  const linuxHere = { platform: 'linux', hasDpkg: true } as const
  expect(targetsHere({ standIn: false, dir: false, ...linuxHere })).toEqual({ targets: ['--linux'], notMade: [] })
  expect(targetsHere({ standIn: true, dir: true, ...linuxHere }).targets).toEqual(['--linux', 'dir'])
  const { targets, notMade } = targetsHere({ standIn: true, dir: false, ...linuxHere })
  expect(targets).toEqual(['--linux', 'deb'])
  expect(notMade.join('\n')).toContain('rpm, AppImage and tar.gz')
  expect(targetsHere({ standIn: false, dir: false, platform: 'darwin' }).targets).toEqual(['--mac'])
  expect(targetsHere({ standIn: false, dir: false, platform: 'win32' }).targets).toEqual(['--win'])
  expect(targetsHere({ standIn: true, dir: false, platform: 'linux', hasDpkg: false }).targets).toEqual([
    '--linux',
    'dir'
  ])
})

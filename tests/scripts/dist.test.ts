import { FuseState, FuseV1Options } from '@electron/fuses'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { asarFiles } from '../../scripts/dist/asar-files.mjs'
import { WANTED } from '../../scripts/dist/fuses.mjs'
import { fileFaults, packagedFiles } from '../../scripts/dist/packaged-files.mjs'
import { withoutEmptySecrets } from '../../scripts/dist/secrets.mjs'
import { megabytes, sizeOf } from '../../scripts/dist/sizes.mjs'
import { targetsHere } from '../../scripts/dist/targets.mjs'
import { icns, ico } from '../../scripts/icons/containers.mjs'
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

const all = ['deb', 'rpm', 'AppImage', 'tar.gz']
const onLinux = { platform: 'linux', asked: [], env: {}, has: () => true } as const

test('on Linux all is made that can be, and what was left out is said', () => {
  expect(targetsHere({ ...onLinux, standIn: false })).toEqual({ targets: ['--linux', ...all], notMade: [] })
  const { targets, notMade } = targetsHere({ ...onLinux, standIn: true })
  expect(targets).toEqual(['--linux', 'deb', 'rpm', 'tar.gz'])
  expect(notMade.join('\n')).toMatch(
    /never to be given to anybody\n.*AppImage, because its tools .* cannot be reached/u
  )
  const bare = targetsHere({ ...onLinux, standIn: true, has: () => false })
  expect(bare.targets).toEqual(['--linux', 'tar.gz'])
  expect(bare.notMade).toContain('not made here: rpm, because rpmbuild is not installed')
  const tools = { APPIMAGE_TOOLS_PATH: '/opt/tools' }
  expect(targetsHere({ ...onLinux, standIn: true, env: tools }).targets).toEqual(['--linux', ...all])
})

test('what is asked for by name is made, or nothing', () => {
  expect(targetsHere({ ...onLinux, standIn: true, asked: ['dir'] }).targets).toEqual(['--linux', 'dir'])
  expect(targetsHere({ ...onLinux, standIn: true, asked: ['deb'] }).targets).toEqual(['--linux', 'deb'])
  expect(() => targetsHere({ ...onLinux, standIn: true, asked: ['deb', 'AppImage'] })).toThrow(/AppImage, because/u)
  expect(() => targetsHere({ ...onLinux, standIn: true, asked: ['snap'] })).toThrow('snap is none of what can be asked')
})

test('on other systems, what their configuration names', () => {
  expect(targetsHere({ standIn: false, asked: [], platform: 'darwin' }).targets).toEqual(['--mac'])
  expect(targetsHere({ standIn: false, asked: ['dir'], platform: 'win32' }).targets).toEqual(['--win', 'dir'])
  expect(() => targetsHere({ standIn: false, asked: ['deb'], platform: 'win32' })).toThrow('deb is none of')
})

test('a secret that nobody stored is none', () => {
  const env = { CSC_LINK: '', WIN_CSC_LINK: '', APPLE_ID: 'a@b.example', HOME: '' }
  expect(withoutEmptySecrets(env)).toEqual({ APPLE_ID: 'a@b.example', HOME: '' })
})

test('the icons of Windows and macOS hold the committed images, small ones from their own drawing', () => {
  const folder = join(root, 'resources/icon')
  const images = [16, 32, 48, 64, 128, 256, 512, 1024].map((size) => {
    return { size, png: readFileSync(join(folder, `png/${size}x${size}.png`)) }
  })
  expect(ico(images).equals(readFileSync(join(folder, 'icon.ico')))).toBe(true)
  expect(icns(images).equals(readFileSync(join(folder, 'icon.icns')))).toBe(true)
  expect(() => ico(images.slice(1))).toThrow('there is no image of 16 pixels')
})

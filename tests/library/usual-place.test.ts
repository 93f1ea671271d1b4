import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder, usualLibrary } from '../../src/library/usual-place.ts'

test.each([
  ['linux', {}, '/home/me/.config/Palimpsest'],
  ['linux', { XDG_CONFIG_HOME: '/x' }, '/x/Palimpsest'],
  ['linux', { XDG_CONFIG_HOME: '' }, '/home/me/.config/Palimpsest'],
  ['darwin', { XDG_CONFIG_HOME: '/x' }, '/home/me/Library/Application Support/Palimpsest'],
  ['win32', { APPDATA: String.raw`C:\Users\me\AppData\Roaming` }, String.raw`C:\Users\me\AppData\Roaming\Palimpsest`],
  ['linux', { PALIMPSEST_DATA: '/data' }, '/data']
] as const)('on %s with %j the files of the application are in %s', (platform, env, folder) => {
  expect(dataFolder({ platform, env, home: '/home/me' })).toBe(folder)
})

test.each([
  ['nothing', '', null],
  ['no choice', '{"theme":"dark"}', null],
  ['a broken file', '{"library":', null],
  ['another kind of value', '{"library":7}', null],
  ['a place', '{"library":"/elsewhere/a.palimpsest-db"}', '/elsewhere/a.palimpsest-db']
])('settings with %s', (_what, settings, chosen) => {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-place-'))
  if (settings !== '') writeFileSync(join(folder, 'settings.json'), settings)
  const here = { platform: 'linux', env: { PALIMPSEST_DATA: folder }, home: '/home/me' } as const
  expect(usualLibrary(here)).toBe(chosen ?? join(folder, 'library.palimpsest-db'))
})

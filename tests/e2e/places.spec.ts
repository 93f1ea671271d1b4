import { expect, test } from '@playwright/test'
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { launch, root, scratch } from './app.ts'

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8)
const beside = (): string[] =>
  ['', 'out', 'out/main', 'out/renderer', 'resources'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name !== 'test-results')
      .map((name) => join(folder, name))
  )

test.skip(process.platform !== 'linux', 'where the home folder is named by HOME')

test('in a home of any letters the library opens, closed to others, and nothing is written beside the program', async () => {
  const before = { HOME: process.env['HOME'], XDG_CONFIG_HOME: process.env['XDG_CONFIG_HOME'] }
  const home = join(scratch(), 'Ünïcode 日本 dir')
  const data = join(home, '.config', 'Palimpsest')
  // As the command line of an earlier version left it.
  mkdirSync(data, { recursive: true, mode: 0o755 })
  Object.assign(process.env, { HOME: home, XDG_CONFIG_HOME: '' })
  const files = beside()
  try {
    const { app } = await launch([], '')
    await app.close()
    expect([data, join(data, 'library.palimpsest-db')].map(mode)).toEqual(['700', '600'])
    expect(beside()).toEqual(files)
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
})

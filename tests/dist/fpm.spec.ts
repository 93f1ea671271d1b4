import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { understand } from '../../scripts/dist/fpm/arguments.mjs'
import { layOut } from '../../scripts/dist/fpm/tree.mjs'

const fpm = resolve(import.meta.dirname, '../../scripts/dist/fpm.mjs')
const epoch = '1790000000'

/** A folder as electron-builder hands it over, with times of its own. */
function folderOf(seconds: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-fpm-'))
  mkdirSync(join(folder, 'app/bin'), { recursive: true })
  writeFileSync(join(folder, 'app/bin/run'), '#!/bin/sh\n', { mode: 0o775 })
  writeFileSync(join(folder, 'app/read me'), '100% words\n', { mode: 0o600 })
  writeFileSync(join(folder, 'run.1'), '.TH RUN 1\n')
  writeFileSync(join(folder, 'after'), '#!/bin/sh\necho "100%"\n')
  for (const name of ['app/bin/run', 'app/read me', 'run.1']) utimesSync(join(folder, name), seconds, seconds)
  return folder
}

function sourcesIn(folder: string): string[] {
  return [`${folder}/app/=/opt/App`, `${folder}/run.1=/usr/share/man/man1/run.1`]
}

/** What electron-builder says to fpm, in short. */
function made(kind: string, folder: string): Buffer {
  const file = join(folder, `made.${kind}`)
  const given = {
    architecture: 'amd64',
    'after-install': join(folder, 'after'),
    description: 'a\n 100% b',
    name: 'app'
  }
  const more = {
    version: '1.2.3',
    package: file,
    maintainer: 'A <a@b.example>',
    url: 'https://a.example',
    license: 'MIT'
  }
  const options = Object.entries({ ...given, ...more }).flatMap(([name, value]) => [`--${name}`, value])
  const args = ['-s', 'dir', '--force', '-t', kind, '-d', 'libc6', '--directories', '/opt/App', ...options]
  const env = { ...process.env, SOURCE_DATE_EPOCH: epoch, PALIMPSEST_PACKAGE_COMPRESSION: 'gzip' }
  execFileSync(process.execPath, [fpm, ...args, ...sourcesIn(folder)], { env })
  return readFileSync(file)
}

for (const kind of ['deb', 'rpm'])
  test(`a .${kind} made another day of the same files is the same, byte by byte`, () => {
    expect(made(kind, folderOf(1_700_000_000)).equals(made(kind, folderOf(1_795_000_000)))).toBe(true)
  })

test('what electron-builder says to fpm is understood', () => {
  const said = understand([
    '-s',
    'dir',
    '--force',
    '-t',
    'rpm',
    '-d',
    'a',
    '-d',
    'b',
    '--directories',
    '/opt/App',
    'x=/y'
  ])
  expect(said).toEqual({
    one: { s: 'dir', t: 'rpm' },
    depends: ['a', 'b'],
    recommends: [],
    directories: ['/opt/App'],
    sources: ['x=/y']
  })
})

test('what is laid out has the permissions and names of packages, whatever it had before', () => {
  const root = mkdtempSync(join(tmpdir(), 'palimpsest-laid-'))
  const laid = layOut(sourcesIn(folderOf(1_700_000_000)), root)
  const files = laid.filter(({ isFolder }) => !isFolder).map(({ path }) => path.slice(root.length))
  expect(files).toEqual(['/opt/App/bin/run', '/opt/App/read me', '/usr/share/man/man1/run.1.gz'])
  const modes = execFileSync('find', [root, '-type', 'f', '-printf', '%m %f\\n'], { encoding: 'utf8' })
    .trim()
    .split('\n')
  expect(modes.toSorted()).toEqual(['644 read me', '644 run.1.gz', '755 run'])
  expect(readdirSync(root)).toEqual(['opt', 'usr'])
})

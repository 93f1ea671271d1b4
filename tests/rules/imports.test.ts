import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

const rooms = ['domain', 'contract', 'library', 'main', 'preload', 'renderer', 'cli', 'catalogue'] as const
type Room = (typeof rooms)[number]

/** What architecture.md allows; everything else must be an error. */
const allowed: Record<Room, readonly Room[]> = {
  domain: [],
  contract: ['domain'],
  library: ['domain', 'contract'],
  main: ['contract', 'catalogue'],
  preload: ['contract'],
  renderer: ['domain', 'contract', 'catalogue'],
  cli: ['domain', 'library', 'catalogue'],
  catalogue: []
}

/** A file of each room that anybody might want to import. */
const target: Record<Room, string> = {
  domain: 'revision.ts',
  contract: 'failure.ts',
  library: 'library.ts',
  main: 'files.ts',
  preload: 'index.ts',
  renderer: 'timeline/axis.ts',
  cli: 'error.ts',
  catalogue: 'words.ts'
}

const crossings = rooms.flatMap((from) => rooms.filter((to) => to !== from).map((to) => ({ from, to })))
const forbidden = crossings.filter(({ from, to }) => !allowed[from].includes(to))
const permitted = crossings.filter(({ from, to }) => allowed[from].includes(to))
const planted = (from: Room, to: string) => `src/${from}/planted-${to}.ts`

/** Packages that a room must never reach; the compiler alone would let some of them through. */
const packages: readonly [Room, string][] = [
  ['domain', 'node:fs'],
  ['domain', 'zod'],
  ['contract', 'electron'],
  ['library', 'electron'],
  ['library', 'react'],
  ['main', 'better-sqlite3'],
  ['preload', 'node:fs'],
  ['renderer', 'electron'],
  ['catalogue', 'react'],
  ['renderer', 'node:fs'],
  ['cli', 'electron']
]

let compiler = ''
let linter = ''

/** A copy of the sources with one bad import planted in each forbidden direction, checked as the project checks itself. */
beforeAll(() => {
  const copy = mkdtempSync(join(tmpdir(), 'palimpsest-rules-'))
  cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true })
  cpSync(join(root, '.oxlintrc.json'), join(copy, '.oxlintrc.json'))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  for (const { from, to } of crossings) plant(copy, planted(from, to), `../${to}/${target[to]}`)
  for (const [from, name] of packages) plant(copy, planted(from, name.replaceAll(/\W/g, '-')), name)
  redirectOutput(copy)
  compiler = run(copy, 'tsc', ['-b', '--pretty', 'false', ...rooms.map((room) => `src/${room}`)])
  linter = run(copy, 'oxlint', ['--format=unix', 'src'])
}, 120_000)

function plant(copy: string, file: string, specifier: string): void {
  writeFileSync(
    join(copy, file),
    `import type * as planted from '${specifier}'\nexport type Planted = typeof planted\n`
  )
}

/** The copy must not write over the project's own build information. */
function redirectOutput(copy: string): void {
  for (const room of rooms) {
    const config = join(copy, 'src', room, 'tsconfig.json')
    writeFileSync(config, readFileSync(config, 'utf8').replaceAll('../../node_modules/.cache/', '../../types/'))
  }
}

function run(cwd: string, tool: string, args: readonly string[]): string {
  const done = spawnSync(process.execPath, [join(root, 'node_modules/.bin', tool), ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 27
  })
  return done.stdout + done.stderr
}

const complaints = (output: string, file: string) =>
  output.split('\n').filter((line) => line.startsWith(file) || line.includes(`/${file}`))

test.each(forbidden)('$from must not import $to', ({ from, to }) => {
  const file = planted(from, to)
  expect([...complaints(compiler, file), ...complaints(linter, file)]).not.toEqual([])
})

test.each(forbidden.filter(({ from, to }) => !reachable(from).has(to)))(
  'the compiler itself rejects $from importing $to',
  ({ from, to }) => {
    expect(complaints(compiler, planted(from, to))).not.toEqual([])
  }
)

test.each(permitted)('$from may import $to', ({ from, to }) => {
  const file = planted(from, to)
  expect([...complaints(compiler, file), ...complaints(linter, file)]).toEqual([])
})

test.each(packages)('%s must not use %s', (from, name) => {
  expect(complaints(linter, planted(from, name.replaceAll(/\W/g, '-')))).not.toEqual([])
})

/** What a room's allowed imports lead to: project references hide nothing behind them, there the linter has to look. */
function reachable(from: Room): Set<Room> {
  const found = new Set<Room>()
  const visit = (room: Room) =>
    allowed[room].filter((next) => !found.has(next)).forEach((next) => visit(found.add(next) && next))
  visit(from)
  return found
}

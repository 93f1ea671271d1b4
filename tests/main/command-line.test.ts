import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandIn } from '../../src/main/command-line.ts'

const root = resolve(import.meta.dirname, '../..')

const commands = [['diff', 'old.txt', 'new.txt'], ['verify'], ['--help'], ['--version'], ['-h'], ['-V'], ['nonsense']]
const forTheApplication = [
  [],
  ['/home/ana/diff'],
  ['./diff'],
  ['notes.txt'],
  ['README'],
  ['palimpsest://article/1'],
  ['--hidden'],
  ['']
]

describe('what is meant for the command line', () => {
  test.each(commands)('%s …', (...args) => expect(commandIn(args)).toEqual(args))

  test.each(forTheApplication.map((args) => [args]))('not %j', (args) => expect(commandIn(args)).toBeNull())

  test('all that follows the switch, whatever it looks like', () => {
    expect(commandIn(['--no-sandbox', '--command-line', '--', 'diff', '--json'])).toEqual(['diff', '--json'])
    expect(commandIn(['--command-line'])).toEqual([])
  })

  test("Chromium's own switches may come first", () => {
    expect(commandIn(['--no-sandbox', 'diff', '--json'])).toEqual(['diff', '--json'])
    expect(commandIn(['--no-sandbox', '/a/file'])).toBeNull()
  })
})

/** What the script on the PATH runs, with a program in place of the application that tells its arguments. */
function startedBy(script: string, args: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-start-'))
  const program = join(folder, 'program')
  writeFileSync(program, '#!/bin/sh\nfor arg; do printf "%s\\n" "$arg"; done\n')
  const own = readFileSync(join(root, script), 'utf8').replace(/^app=.*$/mu, `app=${program}`)
  writeFileSync(join(folder, 'palimpsest'), own)
  for (const file of ['program', 'palimpsest']) chmodSync(join(folder, file), 0o755)
  return execFileSync(join(folder, 'palimpsest'), args, { encoding: 'utf8' }).split('\n').slice(0, -1)
}

describe.skipIf(process.platform === 'win32').each(['resources/linux/palimpsest', 'resources/macos/palimpsest'])(
  '%s has the same rule (skipped where there is no sh)',
  (script) => {
    test.each(commands.map((args) => [args]))('%j is a command', (args) => {
      const started = startedBy(script, args)
      expect(commandIn(started)).toEqual(args)
      expect(started.slice(started.indexOf('--command-line'))).toEqual(['--command-line', '--', ...args])
    })

    test.each(forTheApplication.map((args) => [args]))('%j is for the application, as it is', (args) => {
      expect(startedBy(script, args)).toEqual(args)
    })
  }
)

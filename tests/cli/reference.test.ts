import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { completionFor, shells } from '../../src/cli/completion.ts'
import { exportWords } from '../../src/cli/export-words.ts'
import { program } from '../../src/cli/program.ts'
import { manPage, markdownReference } from '../../src/cli/reference.ts'
import { formats } from '../../src/cli/specs/files.ts'
import { articleEndings, pairEndings, wantedWords } from '../../src/library/exchange/export-formats.ts'
import { palimpsest, scratch } from './run.ts'

const root = resolve(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const commands = program(() => undefined).commands.map((command) => ({
  name: command.name(),
  options: command.options.map((option) => option.long!),
  args: command.registeredArguments.map((argument) => argument.name()),
  help: command.helpInformation()
}))

test('docs/cli.md and the manual page are what the definitions of the commands say (node scripts/cli-docs.mjs)', () => {
  expect(read('docs/cli.md')).toBe(markdownReference())
  expect(read('resources/man/palimpsest.1')).toBe(manPage())
})

describe.each(commands)('$name', ({ name, options, help }) => {
  test('with every option is in its help, in docs/cli.md and in the manual page', () => {
    const section = read('docs/cli.md').split(`\n## ${name}\n`)[1]?.split('\n## ')[0] ?? ''
    const page =
      read('resources/man/palimpsest.1').split(`\n.SS ${name}\n`)[1]?.split('\n.S')[0]?.replaceAll('\\-', '-') ?? ''
    for (const place of [help, section, page]) expect(options.filter((option) => !place.includes(option))).toEqual([])
  })

  test('says its exit codes, and has JSON that is described', () => {
    const section = read('docs/cli.md').split(`\n## ${name}\n`)[1]!.split('\n## ')[0]!
    expect(section).toMatch(/\| `0` \|[\s\S]+\| `1` \|[\s\S]+\| `2` \|/)
    expect(section).toMatch(/JSON:\n\n```ts\n.+/)
    expect(options).toContain('--json')
  })

  test('is completed by every shell', () => {
    for (const shell of shells)
      expect(
        options.filter((option) => !completionFor(shell).includes(shell === 'fish' ? `-l ${option.slice(2)}` : option))
      ).toEqual([])
  })
})

test('every command is in the list that --help prints, which is plain words', async () => {
  const { status, stdout } = await palimpsest(['--help'])
  expect(status).toBe(0)
  for (const { name } of commands) expect(stdout).toMatch(new RegExp(`^ {2}${name} {2,}\\S`, 'mu'))
})

test('bash completes commands, options and values', () => {
  const file = join(scratch(), 'completion.bash')
  writeFileSync(file, completionFor('bash'))
  const completed = (...words: string[]) => {
    const script = `source ${file}; COMP_WORDS=(palimpsest ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _palimpsest; printf '%s\\n' "\${COMPREPLY[@]}"`
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' })
    expect(stderr).toBe('')
    return stdout.trim().split('\n')
  }
  expect(completed('se')).toEqual(['search'])
  expect(completed('search', '--l')).toEqual(['--library', '--limit'])
  expect(completed('search', '--in', 'h')).toEqual(['headlines'])
  expect(completed('export', '--as', 'wa')).toEqual(['wacz', 'warc'])
})

test.each(['sh', 'tcsh'])('there is no completion for %s', async (shell) => {
  expect(await palimpsest(['completion', shell])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('bash, zsh, fish')
  })
})

test('exports can be asked for in every format, and say the words of the catalogue', () => {
  expect(formats.toSorted()).toEqual([...Object.keys(pairEndings), ...Object.keys(articleEndings)].toSorted())
  const words = exportWords()
  expect(Object.keys(words).toSorted()).toEqual([...wantedWords].toSorted())
  expect(words.between).toBe('changed between {a} and {b}')
})

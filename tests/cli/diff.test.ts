import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const saved = join(root, 'tests/fixtures/saved-states')

function palimpsest(...args: string[]) {
  const script = join(root, 'src/cli/palimpsest.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', cwd: saved })
  return { status, stdout, stderr }
}

interface Told {
  same: boolean
  summary: string
  edits: { kinds: string[]; folded: boolean; rule: string | null; before: string; after: string; reason: string }[]
}

test('diff prints a redline, the folded noise and the summary', () => {
  const { status, stdout, stderr } = palimpsest('diff', 'v1.txt', 'v2.txt')
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toContain('Organisers expect [-four-]{+six+} hundred lanterns')
  expect(stdout).toContain('We have only one [-rle-]{+role+}, and that')
  expect(stdout).toContain('(folded as relative-time: Updated 2 hours ago → Updated 5 hours ago)')
})

test('diff --json names every edit with its kinds, its words and its reason', () => {
  const { status, stdout } = palimpsest('diff', 'v1.txt', 'v2.txt', '--json')
  const told = JSON.parse(stdout) as Told
  expect([status, told.same]).toEqual([0, false])
  expect(told.summary).not.toBe('')
  expect(told.edits.map(({ kinds, folded, rule, before, after }) => ({ kinds, folded, rule, before, after }))).toEqual([
    {
      kinds: ['date-claim'],
      folded: true,
      rule: 'relative-time',
      before: 'Updated 2 hours ago',
      after: 'Updated 5 hours ago'
    },
    expect.objectContaining({ folded: false, before: 'four', after: 'six' }),
    expect.objectContaining({ folded: false, before: 'rle', after: 'role' }),
    expect.objectContaining({ folded: false, before: 'five', after: 'half past four' })
  ])
  expect(told.edits.every(({ reason }) => reason !== '')).toBe(true)
})

test('the same text twice is the same', () => {
  const { stdout } = palimpsest('diff', 'v1.txt', 'v1.txt', '--json')
  expect(JSON.parse(stdout)).toMatchObject({ same: true, edits: [], summary: 'The text is the same.' })
})

const real = join(root, '../shared/articles/us-sets-condition')

test.skipIf(!existsSync(real))('two saved states of a real article (skipped where its text is absent)', () => {
  const { stdout } = palimpsest('diff', join(real, 'v1.txt'), join(real, 'v2.txt'), '--json')
  const { edits } = JSON.parse(stdout) as Told
  expect(edits.filter(({ folded }) => !folded).map(({ before, after }) => [before, after])).toEqual([['rle', 'role']])
  expect(edits.filter(({ folded }) => folded).map(({ rule }) => rule)).toEqual(['relative-time'])
})

test('--version is that of the package, --help names the commands, diff --help its own', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  expect(palimpsest('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
  expect(palimpsest('--help').stdout).toMatch(/diff +what changed between two/)
  expect(palimpsest('diff', '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--json') })
})

const binary = join(mkdtempSync(join(tmpdir(), 'palimpsest-cli-')), 'picture.png')
writeFileSync(binary, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))

test.each([
  ['no command', [], 2, /^$/],
  ['an unknown command', ['compare'], 2, /There is no command "compare"/],
  ['an unknown option', ['diff', 'v1.txt', 'v2.txt', '--jsn'], 2, /--jsn/],
  ['one file', ['diff', 'v1.txt'], 2, /Usage: palimpsest diff OLD NEW/],
  ['a file that is not there', ['diff', 'v1.txt', 'none.txt'], 1, /"none.txt" is not there/],
  ['a folder', ['diff', 'v1.txt', '.'], 1, /"\." is a folder/],
  ['a picture', ['diff', binary, 'v1.txt'], 1, /is not text/]
])('%s: words and an exit code, never a stack trace', (_what, args, code, words) => {
  const { status, stderr } = palimpsest(...args)
  expect(status).toBe(code)
  expect(stderr).toMatch(words)
  expect(stderr).not.toContain('    at ')
})

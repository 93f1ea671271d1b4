import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../src/library/store/open.ts'
import { written } from '../library/exchange/package-kit.ts'
import { editText, unzip, zip } from '../library/exchange/repack.ts'
import { knownLibrary } from '../library/verify-library.ts'

const script = resolve(import.meta.dirname, '../../src/cli/palimpsest.ts')

function verify(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, 'verify', ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

function edited(sql: string): string {
  const path = knownLibrary()
  const store = new Database(path)
  store.exec(sql)
  store.close()
  return path
}

const sum = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

test('a library that is what was stored: exit code 0, how much was looked at, and nothing written anywhere', () => {
  const path = knownLibrary()
  const before = sum(path)
  expect(verify(path)).toEqual({
    status: 0,
    stdout: 'Everything is as it was stored: 3 articles, 12 records.\n',
    stderr: ''
  })
  expect([sum(path), readdirSync(dirname(path))]).toEqual([before, ['library.db']])
})

test('a library that somebody changed: exit code 1, the first broken place with its article, version and reason', () => {
  const { status, stdout } = verify(edited('UPDATE revision SET words = 1 WHERE id IN (6, 7, 11)'))
  expect(status).toBe(1)
  expect(stdout).toMatch(/^2 places are not as stored: 3 articles, 12 records\.\n/)
  expect(stdout).toMatch(
    /Article 2 ".+" \(.{36}\), v2, seq 2: record\. .+\nArticle 3 ".+" \(.{36}\), v3, seq 3: record\./
  )
})

test('--json says the same to programs', () => {
  const { status, stdout } = verify(edited('DELETE FROM record WHERE article_id = 2 AND seq = 3'), '--json')
  const told = JSON.parse(stdout) as unknown
  expect(status).toBe(1)
  expect(told).toMatchObject({
    state: 'checked',
    result: {
      articles: 3,
      found: 1,
      findings: [{ article: { id: 2 }, seq: 3, version: null, reason: 'record-missing' }]
    }
  })
})

test('a library that is open elsewhere is read as it is now', () => {
  const path = knownLibrary()
  const store = openStore(path)
  store.exec('UPDATE revision SET words = 1 WHERE id = 6')
  expect(verify(path)).toMatchObject({ status: 1, stdout: expect.stringContaining('v2') })
  store.close()
})

test('a package is checked too: 0 as it was written, 1 with the article and the reason, 2 for another archive', async () => {
  const path = await written(knownLibrary(), { madeBy: 'A. Reader\u001B[2J' })
  expect(verify(path)).toMatchObject({
    status: 0,
    stdout:
      'Everything in the package is as it was written: 3 articles, 12 versions, 12 records.\n' +
      'It says that A. Reader [2J made it at 2026-06-01T12:00:00.000Z; anybody could have written that.\n'
  })
  const files = await unzip(path)
  editText(files, 'palimpsest/articles/2.jsonl', (text) => text.replace('"status":200', '"status":201'))
  const changed = verify(await zip(files))
  expect(changed.status).toBe(1)
  expect(changed.stdout).toMatch(/^1 place is not as written: 3 articles/)
  expect(changed.stdout).toMatch(/Article 2 ".+" \(.{36}\), seq 1: capture\. .+/)
  const told = JSON.parse(verify(await zip(files), '--json').stdout) as unknown
  expect(told).toMatchObject({ result: { found: 1, findings: [{ article: { n: 2 }, seq: 1, reason: 'capture' }] } })
  files.delete('palimpsest/package.json')
  const other = verify(await zip(files))
  expect([other.status, other.stderr]).toEqual([2, expect.stringMatching(/is not what its program writes/)])
})

test('a headline cannot move the cursor of the terminal', () => {
  const path = edited("UPDATE listing SET headline = char(27) || '[2Jx'; UPDATE revision SET words = 1 WHERE id = 6")
  expect(verify(path).stdout).not.toContain('\u001B')
})

const folder = mkdtempSync(join(tmpdir(), 'palimpsest-verify-'))
const textFile = join(folder, 'text.db')
writeFileSync(textFile, 'These are not the bytes you are looking for.'.repeat(99))
const recipes = join(folder, 'recipes.db')
new Database(recipes).exec('CREATE TABLE recipe (name TEXT)').close()

test.each([
  ['a file that is not there', () => join(folder, 'none.db'), /is not there/],
  ['a folder', () => folder, /is no file/],
  ['a text', () => textFile, /is no library/],
  ["another program's database", () => recipes, /is not a Palimpsest library/],
  ["a newer Palimpsest's library", () => edited('PRAGMA user_version = 99'), /newer Palimpsest \(format 99\)/],
  ["an older Palimpsest's library", () => edited('PRAGMA user_version = 1'), /older format \(1\)/]
])('%s: exit code 2 and words', (_what, path, words) => {
  const { status, stderr } = verify(path())
  expect(status).toBe(2)
  expect(stderr).toMatch(words)
  expect(stderr).not.toContain('    at ')
})

test('a zip that is no package: exit code 2 and words', () => {
  const zip = join(folder, 'holiday.zip')
  writeFileSync(zip, Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200)]))
  const { status, stdout, stderr } = verify(zip)
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/holiday\.zip" (?:has no format|has no hashes|is damaged|ends too early|is not text)/)
})

test('used wrongly, it says how it is used', () => {
  expect(verify('a.db', 'b.db')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Usage: palimpsest verify')
  })
  expect(verify('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--json') })
})

import Database from 'better-sqlite3'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { until } from '../library/watch/watching.ts'
import { json, palimpsest, samples, scratch } from './run.ts'

const text = (count: number) =>
  `Council to move ${count} households\n\nThe wall was last strengthened after the storm of 1961, when eleven houses were lost.\n\nWork is due to begin on 13 April.`

function prepared(files: Readonly<Record<string, string>>) {
  const cwd = scratch()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content)
  return { cwd, library: join(cwd, 'made', 'library.db') }
}

test('files are stored once; what would be added can be asked before', async () => {
  const how = prepared({ '2026-01-01.txt': text(40), '2026-01-02.txt': text(60) })
  const files = ['2026-01-01.txt', '2026-01-02.txt']
  const looked = await palimpsest(['import', '--dry-run', ...files], how)
  expect(looked.stdout).toContain('Would be added: 1 article, 2 versions. Nothing was stored.\n')
  expect(await palimpsest(['import', ...files], how)).toEqual({
    status: 0,
    stdout: 'Added: 1 article, 2 versions.\n',
    stderr: ''
  })
  const again = await palimpsest(['import', ...files], how)
  expect(again).toEqual({
    status: 0,
    stdout: 'Added: 0 articles, 0 versions.\nThere already: 2 versions.\n',
    stderr: ''
  })
  // It can be searched at once.
  expect(await json(['search', 'strengthened'], how)).toMatchObject({ total: 1, waiting: 0 })
})

test('what cannot be taken is named with its reason, and the rest is taken', async () => {
  const how = prepared({ 'good.txt': text(40), 'empty.txt': '', 'binary.bin': '\u0000\u0001\u0002'.repeat(99) })
  const { status, stdout, stderr } = await palimpsest(
    ['import', 'good.txt', 'empty.txt', 'binary.bin', 'none.txt'],
    how
  )
  expect([status, stdout]).toEqual([1, 'Added: 1 article, 1 version.\n'])
  expect(stderr.trim().split('\n').toSorted()).toEqual([
    'palimpsest: "binary.bin" is not text. Save the article as plain text first.',
    'palimpsest: "empty.txt" is empty: it holds no text.',
    'palimpsest: "none.txt" is not there.'
  ])
  const told = await json(['import', 'empty.txt'], how)
  expect(told).toEqual({
    articles: [],
    newArticles: 0,
    newRevisions: 0,
    alreadyThere: 0,
    deleted: 0,
    refused: [{ file: 'empty.txt', code: 'empty', detail: '' }],
    refusedCount: 1,
    newFeeds: 0,
    newAddresses: 0,
    isStopped: false
  })
})

test.each([
  [['import', 'a.txt', '--zone', 'Mars/Base'], 2, /"Mars\/Base" is no time zone\. Write it as Europe\/Madrid/],
  [['import'], 2, /missing required argument 'file'[\s\S]+Usage: palimpsest import/]
] as const)('%j is refused in words', async (args, status, words) => {
  expect(await palimpsest(args, prepared({}))).toMatchObject({
    status,
    stdout: '',
    stderr: expect.stringMatching(words)
  })
})

test('a library that is none, or newer, is left as it is and named', async () => {
  const how = prepared({ 'a.txt': text(40), 'library.db': 'These are not the bytes you are looking for.'.repeat(99) })
  const refused = await palimpsest(['import', 'a.txt', '--library', 'library.db'], how)
  expect([refused.status, refused.stdout]).toEqual([1, ''])
  expect(refused.stderr).toMatch(/library is damaged|not a Palimpsest library/)
  mkdirSync(join(how.cwd, 'folder'))
  expect(await palimpsest(['list', '--library', 'folder'], how)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('not a Palimpsest library')
  })
})

test('the library that the application was told to open is the one that is meant', async () => {
  const how = prepared({ 'a.txt': text(40) })
  const data = scratch()
  const env = { PALIMPSEST_DATA: data }
  await palimpsest(['import', 'a.txt'], { cwd: how.cwd, env })
  expect(await json(['stats'], { env })).toMatchObject({ articles: 1, path: join(data, 'library.palimpsest-db') })
  const chosen = join(scratch(), 'elsewhere.palimpsest-db')
  writeFileSync(join(data, 'settings.json'), JSON.stringify({ theme: 'dark', library: chosen }))
  await palimpsest(['import', 'a.txt'], { cwd: how.cwd, env })
  expect(await json(['stats'], { env })).toMatchObject({ path: chosen })
})

test('an article or a file is opened in the application that is named, and in none that is not there', async () => {
  const how = prepared({ 'a.txt': text(40), 'app.mjs': '' })
  const data = scratch()
  const app = join(how.cwd, 'app')
  writeFileSync(app, `#!/bin/sh\nprintf '%s\\n' "$@" > "${join(how.cwd, 'told')}"\n`, { mode: 0o755 })
  const env = { PALIMPSEST_DATA: data, PALIMPSEST_APP: app }
  await palimpsest(['import', 'a.txt'], { cwd: how.cwd, env })
  expect(await palimpsest(['open', 'households'], { cwd: how.cwd, env })).toEqual({
    status: 0,
    stdout: 'Opened palimpsest://article/1.\n',
    stderr: ''
  })
  expect(await json(['open', 'a.txt'], { cwd: how.cwd, env })).toEqual({ app, opened: join(how.cwd, 'a.txt') })
  const elsewhere = { cwd: how.cwd, env, library: how.library }
  expect(await palimpsest(['open', '1'], elsewhere)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('The application opens the library at')
  })
  const none = { ...env, PALIMPSEST_APP: join(how.cwd, 'none') }
  expect(await palimpsest(['open', 'a.txt'], { cwd: how.cwd, env: none })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('is not there')
  })
})

test('several imports at once make one library and lose nothing', async () => {
  const how = prepared({})
  const all = readdirSync(samples)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(samples, name))
  const ran = await Promise.all(
    [all.slice(0, 10), all.slice(8), all].map((files) => palimpsest(['import', ...files], how))
  )
  expect(ran.map(({ status, stderr }) => [status, stderr])).toEqual([0, 1, 2].map(() => [0, '']))
  expect(await json(['stats'], how)).toMatchObject({ articles: all.length, versions: 109 })
  expect(await palimpsest(['verify'], how)).toMatchObject({ status: 0 })
})

test('Ctrl-C stops an import, and what was stored until then is told and stays', async () => {
  const names = Array.from({ length: 400 }, (_, n) => `${n}.txt`)
  const texts = names.map((name, n) => [
    name,
    `Ward ${n} counts its ${n * 7} houses\n\nIn ward ${n} the clerk named ${n * 13} people.`
  ])
  const how = prepared(Object.fromEntries(texts) as Record<string, string>)
  const stored = () =>
    existsSync(how.library) &&
    (new Database(how.library, { readonly: true, timeout: 5000 })
      .prepare('SELECT count(*) FROM article')
      .pluck()
      .get() as number)
  const ran = await palimpsest(['import', ...names, '--json'], {
    ...how,
    onStart: (child) =>
      void until('something is stored', () => Number(tried(stored)) > 0).then(() => child.kill('SIGINT'))
  })
  const result = JSON.parse(ran.stdout) as { newArticles: number; isStopped: boolean }
  expect([ran.status, result.isStopped]).toEqual([130, true])
  expect(result.newArticles).toBeGreaterThan(0)
  expect(result.newArticles).toBeLessThan(400)
  expect(await json(['stats'], how)).toMatchObject({ articles: result.newArticles })
  expect(await palimpsest(['verify'], how)).toMatchObject({ status: 0 })
})

/** The file is only being made at first. */
function tried(read: () => number | false): number | false {
  try {
    return read()
  } catch {
    return false
  }
}

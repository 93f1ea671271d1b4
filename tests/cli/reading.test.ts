import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { articleEndings } from '../../src/library/exchange/export-formats.ts'
import { json, palimpsest, samples, scratch, type Ran } from './run.ts'

const library = join(scratch(), 'library.palimpsest-db')
const run = (...args: string[]) => palimpsest(args, { library })
const read = <T>(...args: string[]) => json<T>(args, { library })

const files = readdirSync(samples).filter((name) => name.endsWith('.json'))
let imported: Ran
beforeAll(async () => {
  imported = await run('import', ...files.map((name) => join(samples, name)))
}, 60_000)

test('all of the sample library is imported', () => {
  expect(imported).toEqual({ status: 0, stdout: `Added: ${files.length} articles, 109 versions.\n`, stderr: '' })
})

interface Listed {
  readonly total: number
  readonly articles: readonly { readonly id: number; readonly headline: string; readonly changedAt: string }[]
}

describe('list', () => {
  test('articles in aligned columns, the last changed first', async () => {
    const { status, stdout, stderr } = await run('list', '--limit', '3')
    const lines = stdout.trimEnd().split('\n')
    expect([status, lines.length, stderr]).toEqual([0, 4, '3 of 19. --limit 0 lists all.\n'])
    expect(lines[0]).toMatch(/^id {2}changed {10,}versions {2}what +source +headline$/)
    expect(lines[1]).toMatch(
      /^ 8 {2}2026-03-15 15:40 +8 {2}1 paragraph \(silent\) +The Orrinmouth Courier +Library to open/
    )
  })

  test('a smart list, a source, and what changed since a day', async () => {
    const all = await read<Listed>('list', '--limit', '0')
    expect([all.total, all.articles.length]).toEqual([19, 19])
    const since = await read<Listed>('list', '--changed-since', '2026-03-01')
    expect(since.articles.map(({ changedAt }) => changedAt).every((at) => at >= '2026-03-01')).toBe(true)
    expect(since.total).toBeLessThan(19)
    const source = await read<Listed>('list', '--source', 'the orrinmouth courier')
    expect(source.total).toBeGreaterThan(1)
    expect((await read<Listed>('list', 'starred')).total).toBe(0)
  })

  test.each([
    [['list', 'nonsense'], 2, /There is no list "nonsense".+recent, unread/s],
    [['list', 'all', '--folder', 'Town'], 2, /not several of them/],
    [['list', '--source', 'Nobody'], 1, /No source is called "Nobody"/],
    [['list', '--limit', '-1'], 2, /--limit takes a whole number/],
    [['list', '--changed-since', 'yesterday'], 2, /is no date.+2026-05-01/s]
  ] as const)('%j is refused in words', async (args, status, words) => {
    const refused = await run(...args)
    expect(refused).toMatchObject({ status, stdout: '', stderr: expect.stringMatching(words) })
    expect(refused.stderr).not.toMatch(/^ +at .+:\d+:\d+/mu)
  })
})

describe('an article', () => {
  test('is named by its number, its address and words of its headline', async () => {
    const url = 'https://orrinmouthcourier.example/news/quay-row-sea-wall'
    const byNumber = await run('log', '1')
    expect(byNumber.status).toBe(0)
    expect(await run('log', `${url}?utm_source=x`)).toEqual(byNumber)
    expect(await run('log', 'SEA WALL move')).toEqual(byNumber)
  })

  test.each([
    ['99', /There is no article 99\./],
    ['https://nowhere.example/', /No article in the library has the address/],
    ['to', /"to" names \d+ articles\. Name one by its number:\n {2}\d+ {2}/],
    ['zyzzyva', /No article is named "zyzzyva"/]
  ])('%s names none or several', async (named, words) => {
    expect(await run('show', named)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(words) })
  })
})

test('log tells of versions and checks in order of time', async () => {
  const { stdout } = await run('log', '1')
  expect(stdout).toContain('2026-03-03 09:12  v1  first seen, 320 words (from a file)\n')
  expect(stdout).toContain('the text is the same, 8 times until 2026-03-03 12:20\n')
  expect(stdout).toContain('the site could not answer (503)')
  expect(stdout).toMatch(
    /v4 {2}Figure £2\.4m → £3\.1m, 4 paragraphs \(\+24 −49 words, silent\), changed after 2026-03-03 16:45/
  )
  const told = await read<{ revisions: unknown[]; captures: unknown[] }>('log', '1')
  expect(told.revisions).toHaveLength(5)
  expect(told.captures.length).toBeGreaterThan(10)
})

describe('show', () => {
  test('the text of a version by its name and by a date', async () => {
    const first = await run('show', '1', '--version', 'v1')
    expect(first.stdout.split('\n\n')[0]).toMatch(/40 households/)
    expect(await run('show', '1', '--version', '2026-03-03T09:30')).toEqual(first)
    expect((await run('show', '1')).stdout).toMatch(/^Quay Row families/)
  })

  test('as Markdown, and as JSON with everything', async () => {
    expect((await run('show', '1', '--markdown')).stdout).toMatch(/^# Quay Row families .+\n\n\*\*Families/)
    const { version, content } = await read<{ version: { label: string }; content: { blocks: { kind: string }[] } }>(
      'show',
      '1',
      '--version',
      '2'
    )
    expect([version.label, content.blocks[0]?.kind]).toEqual(['2', 'headline'])
  })

  test.each([
    [['show', '1', '--version', 'v9'], 1, /has no version "v9": there are v1 to v5/],
    [['show', '1', '--version', '2001-01-01'], 1, /was first seen later than 2001-01-01/],
    [['show', '1', '--raw'], 1, /The page of v5 was not kept/],
    [['show', '1', '--raw', '--json'], 2, /Choose one of/]
  ] as const)('%j is refused in words', async (args, status, words) => {
    expect(await run(...args)).toMatchObject({ status, stdout: '', stderr: expect.stringMatching(words) })
  })
})

test('diff compares the last two versions, or the two that are named', async () => {
  const last = await run('diff', '1')
  expect(last.stdout).toMatch(/^\[-Up to 60 households.+-\]\{\+Quay Row families.+\+\}/)
  expect(await run('diff', '1', 'v4', 'v5')).toEqual(last)
  const { summary } = await read<{ summary: unknown }>('diff', '1', 'v4', 'v5')
  expect(JSON.stringify(summary)).toContain('The headline changed')
})

test('diff takes the article out of saved pages, without any library', async () => {
  const folder = scratch()
  const page = (count: number) =>
    `<!doctype html><html lang="en"><title>Houses</title><body><nav><a href="/">Home</a></nav><main><article><h1>Council counts houses</h1>
     ${`<p>The council says that ${count} houses stand behind the wall, and that nobody has to leave before the spring.</p>`.repeat(5)}
     </article></main><footer>Visit ${count * 7} times</footer>`
  writeFileSync(join(folder, 'old.html'), page(40))
  writeFileSync(join(folder, 'new.html'), page(60))
  const { status, stdout, stderr } = await palimpsest(['diff', 'old.html', 'new.html'], { cwd: folder })
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toContain('[-40-]{+60+}')
  expect(stdout).not.toContain('Visit')
})

test('blame tells since when each passage stands', async () => {
  const { stdout } = await run('blame', '1')
  expect(stdout).toMatch(/^v5 {4}2026-03-04 08:15 {2}Quay Row families/)
  expect(stdout).toMatch(/v3 {4}2026-03-03 12:40 {2}ten\n/)
  const { blocks } = await read<{ blocks: { text: string; passages: { text: string }[] }[] }>('blame', '1')
  for (const { text, passages } of blocks) expect(passages.map((one) => one.text).join('')).toBe(text)
})

test('search finds what was removed, and says in which versions it stood', async () => {
  const { status, stdout } = await run('search', '--in', 'removed', '"forced', 'out"')
  expect(status).toBe(0)
  expect(stdout).toMatch(/«forced out»|«forced» «out»/)
  expect(stdout).toContain('in v1 to v3: 3 of 5 versions')
  expect(await run('search', 'zyzzyva')).toEqual({ status: 1, stdout: '', stderr: 'Nothing was found.\n' })
  const { hits } = await read<{ hits: { article: { id: number }; versions: string }[] }>('search', '"forced out"')
  expect(hits.find(({ article }) => article.id === 1)?.versions).toMatch(/^[01]{5}$/)
})

test('stats and verify tell of the whole library', async () => {
  expect((await run('stats')).stdout).toContain('19 articles, 109 versions, 16 sources')
  expect(await read('stats')).toMatchObject({ articles: 19, versions: 109, path: library, due: 0, paused: false })
  const verified = await run('verify')
  expect(verified).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Everything is as it was stored: 19 articles')
  })
})

describe('export', () => {
  const target = (name: string) => join(scratch(), name)

  test.each([
    ['html', 'a.html', /<!doctype html>/i],
    ['markdown', 'a.md', /^# /],
    ['text', 'a.txt', /Quay Row/],
    ['json', 'a.json', /^\{/],
    ['patch', 'a.patch', /^--- /m]
  ])('%s tells what changed', async (format, name, begins) => {
    const path = target(name)
    const { status, stdout } = await run('export', '1', '--as', format, '-o', path, '--older', 'v1')
    expect([status, stdout]).toEqual([0, `Written: ${path}\n`])
    expect(readFileSync(path, 'utf8')).toMatch(begins)
  })

  test.each([
    [['export', '1', '--as', 'html', '-o', 'a.txt'], 2, /ends in \.html/],
    [['export', '1', '--as', 'pdf', '-o', 'a.pdf'], 2, /Allowed choices are html[\s\S]+drawn by a window/],
    [['export', '1', '2', '--as', 'html', '-o', 'a.html'], 2, /tells of one article/],
    [['export', '--as', 'csv', '-o', 'a.csv'], 2, /Name articles, or --all/],
    [['export', '1', '--as', 'html'], 2, /Say --as what and -o where to/],
    [['export', '1', '--as', 'html', '-o', 'a.html', '--older', 'v3', '--newer', 'v2'], 2, /v3 is not earlier than v2/],
    [['export', '1', '--as', 'html', '-o', '/nowhere/at/all/a.html'], 1, /there is no such folder/]
  ] as const)('%j is refused in words', async (args, status, words) => {
    expect(await run(...args)).toMatchObject({ status, stdout: '', stderr: expect.stringMatching(words) })
  })
})

test('a package of articles is verified, and imported elsewhere', async () => {
  const path = join(scratch(), 'two.palimpsest')
  const { status, stdout } = await run('export', '1', '2', '--as', 'package', '-o', path)
  expect([status, stdout]).toEqual([0, `Written: ${path}\n`])
  expect((await run('verify', path)).stdout).toMatch(
    /^Everything in the package is as it was written: 2 articles, 9 versions.+\nIt says that it was made at 20/u
  )
  const own = { library: join(scratch(), 'other.db') }
  expect((await palimpsest(['import', path], own)).stdout).toBe('Added: 2 articles, 9 versions.\n')
})

test.each(Object.entries(articleEndings))('whole articles are written as %s', async (format, ending) => {
  const path = join(scratch(), `all.${ending}`)
  expect(await run('export', '--all', '--as', format, '-o', path)).toEqual({
    status: 0,
    stdout: `Written: ${path}\n`,
    stderr: ''
  })
  expect(statSync(path).size).toBeGreaterThan(100)
})

test('where there is no library, nothing is made', async () => {
  const path = join(scratch(), 'none.db')
  const { status, stderr } = await palimpsest(['list', '--library', path])
  expect([status, stderr]).toEqual([1, expect.stringContaining(`There is no library at "${path}"`)])
})

test('text from a page cannot move the cursor, and there is colour only on a terminal', async () => {
  const folder = scratch()
  const own = { library: join(folder, 'own.db'), cwd: folder }
  writeFileSync(
    join(folder, 'a.txt'),
    'Evil \u009B2J headline \u202E here\n\nThe council says that \u001B[31m40 houses\u001B[0m stand behind the wall.'
  )
  await palimpsest(['import', 'a.txt'], own)
  for (const args of [
    ['list'],
    ['log', '1'],
    ['show', '1'],
    ['show', '1', '--markdown'],
    ['blame', '1'],
    ['search', 'council'],
    ['show', '1', '--version', 'v\u001B[2J']
  ]) {
    const { stdout, stderr } = await palimpsest(args, own)
    expect([...(stdout + stderr)].filter((sign) => /[^\n\P{Cc}]|[\u202a-\u202e]/u.test(sign))).toEqual([])
  }
})

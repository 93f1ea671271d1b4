import { existsSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { firstText } from '../../src/domain/revision.ts'
import { openLibrary } from '../../src/library/library.ts'

const samples = resolve(import.meta.dirname, '../../resources/sample-library')
const now = new Date('2026-05-01T12:00:00.000Z')
const folder = () => mkdtempSync(join(tmpdir(), 'palimpsest-import-'))

function library() {
  const told: unknown[] = []
  const opened = openLibrary({
    path: join(folder(), 'library.db'),
    samples,
    now: () => now,
    tell: (...news) => void told.push(news)
  })
  const listed = async () =>
    (await opened.handlers.listArticles({ list: { kind: 'smart', name: 'all' }, limit: 200 })).rows
  return { ...opened.handlers, listed, close: opened.close, told }
}

const body = [
  'The wall was last strengthened after the storm of 1961, when eleven houses were lost.',
  'Work is due to begin on 13 April.',
  'Ferry services are not affected.'
]
const state = (headline: string, ...paragraphs: string[]) => [headline, ...paragraphs].join('\n\n')

/** Writes files with times of writing an hour apart, in the order given. */
function write(files: Record<string, string>): string[] {
  const dir = folder()
  return Object.entries(files).map(([name, text], i) => {
    writeFileSync(join(dir, name), text)
    utimesSync(join(dir, name), now, new Date(Date.UTC(2026, 3, 1, i)))
    return join(dir, name)
  })
}

const states = {
  'v1.txt': state('Council to move 40 households', ...body),
  'v2.txt': state('Council to move 60 households', ...body),
  'v3.txt': state('Families ‘will have a choice’', ...body, 'Tenants will not pay rent.')
}

test('several states of one article become its revisions in order of time, whatever order they come in', async () => {
  const { importFiles, timemap, content } = library()
  const [v1, v2, v3] = write(states)
  const result = await importFiles({ paths: [v3!, v1!, v2!] })
  expect(result).toMatchObject({ newArticles: 1, newRevisions: 3, alreadyThere: 0, refused: [] })
  const { revisions, article } = await timemap({ article: result.articles[0]! })
  expect(article.headline).toBe('Families ‘will have a choice’')
  expect(revisions.map(({ label, headline, imported }) => [label, headline, imported])).toEqual([
    ['1', 'Council to move 40 households', true],
    ['2', 'Council to move 60 households', true],
    ['3', 'Families ‘will have a choice’', true]
  ])
  expect(revisions.map(({ at, lastSeenBefore }) => [at, lastSeenBefore])).toEqual([
    ['2026-04-01T00:00:00.000Z', null],
    ['2026-04-01T01:00:00.000Z', '2026-04-01T00:00:00.000Z'],
    ['2026-04-01T02:00:00.000Z', '2026-04-01T01:00:00.000Z']
  ])
  expect(firstText(await content({ revision: revisions[1]!.id }), 'headline')).toBe('Council to move 60 households')
})

test('the same again adds nothing; a later state joins its article', async () => {
  const { importFiles, timemap, told } = library()
  const [v1, v2, v3] = write(states)
  const first = await importFiles({ paths: [v1!, v2!] })
  expect(await importFiles({ paths: [v1!, v2!] })).toEqual({
    ...first,
    newArticles: 0,
    newRevisions: 0,
    alreadyThere: 2,
    added: { articles: [], revisions: [] }
  })
  expect(first.added).toEqual({ articles: first.articles, revisions: [] })
  const later = await importFiles({ paths: [v3!] })
  expect(later).toMatchObject({ articles: first.articles, newArticles: 0, newRevisions: 1 })
  const { revisions } = await timemap({ article: first.articles[0]! })
  expect(later.added).toEqual({ articles: [], revisions: [revisions.at(-1)!.id] })
  expect((await timemap({ article: first.articles[0]! })).revisions).toHaveLength(3)
  expect(told.filter((one) => (one as unknown[])[0] === 'changed')).toHaveLength(3)
})

test('a return to an earlier text is a revision of its own and says so', async () => {
  const { importFiles, timemap } = library()
  const paths = write({ 'v1.txt': states['v1.txt'], 'v2.txt': states['v2.txt'], 'v3.txt': states['v1.txt'] })
  const { articles, newRevisions } = await importFiles({ paths })
  expect(newRevisions).toBe(3)
  const { revisions } = await timemap({ article: articles[0]! })
  expect(revisions.map(({ returnsTo }) => returnsTo)).toEqual([null, null, '1'])
})

test('texts of different articles stay apart', async () => {
  const { importFiles } = library()
  const paths = write({
    'a.txt': states['v1.txt'],
    'b.txt': state(
      'Library to open on Sundays',
      'The town library will open on Sundays from May.',
      'Staff were told on Friday.'
    )
  })
  expect(await importFiles({ paths })).toMatchObject({ newArticles: 2, newRevisions: 2 })
})

test('a file that is refused changes nothing, and the others are taken', async () => {
  const { importFiles, listed } = library()
  const [good, empty, broken, future] = write({
    'v1.txt': states['v1.txt'],
    'empty.txt': '',
    'broken.json': '{ "format": "palimpsest-history", "version": 1, "captures": [',
    'future.json': '{ "format": "palimpsest-history", "version": 7 }'
  })
  const result = await importFiles({ paths: [empty!, broken!, future!, good!, join(folder(), 'none.txt')] })
  expect(result.refused.map(({ file, code }) => [file, code])).toEqual([
    ['empty.txt', 'empty'],
    ['broken.json', 'not-a-history'],
    ['future.json', 'newer-format'],
    ['none.txt', 'missing']
  ])
  expect(await listed()).toHaveLength(1)
})

test('a history with one bad capture is refused whole, naming the place', async () => {
  const { importFiles, listed } = library()
  const history = JSON.parse(readFileSync(join(samples, '01-quay-row-sea-wall.json'), 'utf8')) as {
    captures: { at: string }[]
  }
  history.captures[2]!.at = 'yesterday'
  const [path] = write({ 'history.json': JSON.stringify(history) })
  expect((await importFiles({ paths: [path!] })).refused).toEqual([
    { file: 'history.json', code: 'not-a-history', detail: 'captures.2.at' }
  ])
  expect(await listed()).toEqual([])
})

test('pasted text is an article seen now', async () => {
  const { importText, timemap } = library()
  const { articles } = await importText({ text: states['v1.txt'] })
  const { revisions, article } = await timemap({ article: articles[0]! })
  expect(article.source).toBe('Pasted text')
  expect(revisions[0]?.at).toBe(now.toISOString())
  expect((await importText({ text: 'nothing but a headline' })).refused).toEqual([
    { file: '', code: 'no-article', detail: '' }
  ])
})

test('the sample library comes in the same way, twice without a difference', async () => {
  const { openSampleLibrary, listed, timemap } = library()
  const first = await openSampleLibrary({})
  expect(first.refused).toEqual([])
  expect(first.newArticles).toBeGreaterThanOrEqual(8)
  expect(await openSampleLibrary({})).toMatchObject({ newArticles: 0, newRevisions: 0 })
  const rows = await listed()
  const quayRow = rows.find(({ headline }) => headline.startsWith('Quay Row families'))!
  expect(quayRow).toMatchObject({
    source: 'The Orrinmouth Courier',
    folder: 'City desk',
    revisions: 5,
    headlineChanged: true
  })
  const { revisions, captures } = await timemap({ article: quayRow.id })
  expect(revisions.map(({ at }) => at.slice(0, 16))).toEqual([
    '2026-03-03T09:12',
    '2026-03-03T09:58',
    '2026-03-03T12:40',
    '2026-03-03T17:05',
    '2026-03-04T08:15'
  ])
  expect(captures.filter(({ outcome }) => outcome === 'server-error')).toMatchObject([{ status: 503, revision: null }])
})

test('what was read stays read, also after looking back', async () => {
  const { openSampleLibrary, listed, timemap, markRead } = library()
  await openSampleLibrary({})
  const row = (await listed()).find(({ unseen }) => unseen > 1)!
  const { revisions } = await timemap({ article: row.id })
  const unseen = async () => (await listed()).find(({ id }) => id === row.id)?.unseen
  await markRead({ revision: revisions.at(-1)!.id })
  expect(await unseen()).toBe(0)
  await markRead({ revision: revisions[0]!.id })
  expect(await unseen()).toBe(0)
})

const real = resolve(import.meta.dirname, '../../../shared/articles/us-sets-condition')

test.skipIf(!existsSync(real))(
  'two saved states of a real article: one change in the text (skipped where its text is absent)',
  async () => {
    const { importFiles, timemap, compare } = library()
    const { articles, newArticles, newRevisions } = await importFiles({
      paths: [join(real, 'v2.txt'), join(real, 'v1.txt')]
    })
    expect([newArticles, newRevisions]).toEqual([1, 2])
    const [v1, v2] = (await timemap({ article: articles[0]! })).revisions
    const { comparison } = await compare({ older: v1!.id, newer: v2!.id })
    expect(
      comparison.edits.filter(({ folded }) => !folded).map(({ kinds, before, after }) => [kinds, before, after])
    ).toEqual([[['typo'], 'rle', 'role']])
    expect(
      comparison.edits.filter(({ folded }) => folded).map(({ rule, before, after }) => [rule, before, after])
    ).toEqual([['relative-time', 'Updated 1 hour ago', 'Updated 3 hours ago']])
  }
)

import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { editColumns } from '../../../src/library/exchange/edit-rows.ts'
import { csvLine } from '../../../src/library/exchange/edits-csv.ts'
import { ArticleExports } from '../../../src/library/exchange/export-articles.ts'
import { importFiles } from '../../../src/library/import.ts'
import { parseOpml, parseOpmlLinks } from '../../../src/library/feeds/opml.ts'
import { parseFeed } from '../../../src/library/feeds/parse.ts'
import { readContent } from '../../../src/library/content.ts'
import { liveArticles, writtenArticle } from '../../../src/library/store/export-facts.ts'
import { addFeed } from '../../../src/library/store/feeds.ts'
import type { Store } from '../../../src/library/store/open.ts'
import { readTimemap } from '../../../src/library/timemap.ts'
import { contentOf, emptyStore, newArticle, see } from '../stories.ts'
import { folder, now, sampleStore, writeArticles } from './samples.ts'

let store: Store
beforeAll(async () => {
  store = await sampleStore()
})

type Row = Record<string, string | number | boolean | null | readonly (string | number)[]> & {
  readonly action: string
  readonly kinds: readonly string[]
}
const rowsOf = (path: string): Row[] => readFileSync(path, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Row) // prettier-ignore

/** Everything that a history says of a library's articles, without the numbers that rows happen to have. */
function told(from: Store): unknown {
  return liveArticles(from).map((id) => {
    const { uid: _, sourceId: __, ...article } = writtenArticle(from, id)!
    const { revisions, captures } = readTimemap(from, id)
    const texts = revisions.map((revision) => [revision.label, revision.at, revision.textHash, readContent(from, revision.id)]) // prettier-ignore
    const labels = new Map(revisions.map((revision) => [revision.id, revision.label]))
    const seen = captures.map(({ id: ___, revision, ...one }) => ({ ...one, shows: revision === null ? null : labels.get(revision) })) // prettier-ignore
    return { article, texts, seen }
  })
}

test('a library written as histories and read again is the same, and reading it once more adds nothing', async () => {
  const path = await writeArticles(store, 'history')
  expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(liveArticles(store).length)
  const other = emptyStore()
  const first = await importFiles(other, [path], { now })
  expect(first).toMatchObject({ refused: [], newArticles: liveArticles(store).length })
  expect(told(other)).toEqual(told(store))
  expect(await importFiles(other, [path], { now })).toMatchObject({ newArticles: 0, newRevisions: 0, refused: [] })
})

test('one article is one history; a bad line among several is refused by its number and the others are read', async () => {
  const one = await writeArticles(store, 'history', [3])
  const other = emptyStore()
  expect(await importFiles(other, [one], { now })).toMatchObject({ newArticles: 1, refused: [] })
  const many = await writeArticles(store, 'history', [1, 2])
  appendFileSync(many, '{"format":"palimpsest-history","version":9}\nnot JSON\n')
  const result = await importFiles(emptyStore(), [many], { now })
  expect(result).toMatchObject({ newArticles: 2, refusedCount: 2 })
  expect(result.refused.map(({ code, record }) => [code, record])).toEqual([
    ['newer-format', 'line 3'],
    ['not-a-history', 'line 4']
  ])
})

test('histories of more than 20 MB are read line by line', async () => {
  const [line] = readFileSync(await writeArticles(store, 'history', [1]), 'utf8').split('\n')
  const path = join(folder(), 'large.json')
  writeFileSync(path, `${line}\n`)
  const filler = `{"format":"palimpsest-history","version":1,"x":"${'y'.repeat(1_000_000)}"}\n`
  for (let n = 0; n < 21; n++) appendFileSync(path, filler)
  const result = await importFiles(emptyStore(), [path], { now })
  expect(result).toMatchObject({ newArticles: 1, refusedCount: 21 })
})

test('edits for researchers: both files hold the same, a row for every edit between neighbours', async () => {
  const rows = rowsOf(await writeArticles(store, 'ndjson'))
  const csv = readFileSync(await writeArticles(store, 'csv'), 'utf8')
  const [head, ...lines] = parse(csv)
  expect(head).toEqual([...editColumns])
  expect(lines).toHaveLength(rows.length)
  const asText = (value: Row[string]) =>
    value === null ? '' : typeof value === 'object' ? value.join(' ') : String(value)
  for (const [at, row] of rows.entries())
    expect(lines[at]!.map((cell) => cell.replace(/^'/u, ''))).toEqual(
      editColumns.map((column) => asText(row[column] ?? null).replace(/^'/u, ''))
    )
  expect(new Set(rows.map(({ action }) => action))).toEqual(new Set(['addition', 'deletion', 'edit', 'refactor']))
})

test('an edit names the sentences it touches on both sides, and what it does to them', async () => {
  const small = emptyStore()
  const article = newArticle(small)
  const body = 'The wall was built in 1961. Nobody was hurt. It cost £2.4m.'
  see(
    small,
    article,
    { at: '2026-03-03T09:00:00.000Z', content: contentOf('Council moves 40', body, 'It rained all week in the town.') },
    {
      at: '2026-03-03T12:00:00.000Z',
      content: contentOf(
        'Council moves 60',
        body.replace('£2.4m', '£3.1m'),
        'A new survey of the harbour was published today.'
      )
    }
  )
  const rows = rowsOf(await writeArticles(small, 'ndjson'))
  expect(
    rows.map(({ kinds, action, sentences_x, sentences_y }) => [kinds[0], action, sentences_x, sentences_y])
  ).toEqual([
    ['headline', 'edit', [], []],
    ['figure', 'edit', [2], [2]],
    ['removed', 'deletion', [3], []],
    ['added', 'addition', [], [3]]
  ])
  expect(rows[0]).toMatchObject({ version_x: '1', version_y: '2', seen_before: '2026-03-03T09:00:00.000Z', seen_after: '2026-03-03T12:00:00.000Z', disclosure: 'silent' }) // prettier-ignore
})

test.each([
  [['a', 'b,c', 'd"e', 'f\r\ng'], 'a,"b,c","d""e","f\r\ng"\r\n'],
  [['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1'], "'=1+1,'+1,'-1,'@SUM(A1),'\t=1,' =1,'＝1\r\n"],
  [['', '1-2', 'a=b'], ',1-2,a=b\r\n']
])('a line of CSV: %j', (cells, line) => expect(csvLine(cells)).toBe(line))

test('a feed of changes is Atom: one entry a version, with ids that stay, words and escaped marks', async () => {
  const [one, two] = [await writeArticles(store, 'atom'), await writeArticles(store, 'atom')]
  const xml = readFileSync(one, 'utf8')
  expect(readFileSync(two, 'utf8')).toBe(xml)
  const versions = liveArticles(store).flatMap((id) => readTimemap(store, id).revisions)
  const ids = [...xml.matchAll(/<entry>\n<id>([^<]+)<\/id>/gu)].map(([, id]) => id)
  expect(ids).toHaveLength(versions.length)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids[0]).toMatch(/^tag:palimpsest\.invalid,2026:article\/[0-9a-f-]{36}\/v1$/u)
  expect(xml).toContain('&#60;del&#62;Forty&#60;/del&#62;')
  expect(xml).toContain('Changed between 2026-03-03T09:42:00.000Z and 2026-03-03T09:58:00.000Z.')
  expect(parseFeed(xml, { url: 'https://example.org/feed' })).toMatchObject({ title: 'Changes to articles' })
})

test('feeds and pages are written by folder and read back', async () => {
  const library = await sampleStore()
  const { sourceId } = writtenArticle(library, 1)!
  addFeed(library, { url: 'https://orrinmouthcourier.example/rss?a=1&b=2', title: 'Courier "all"', source_id: sourceId, pace: 'feed' as never, next_at: null }) // prettier-ignore
  const opml = readFileSync(await writeArticles(library, 'opml'), 'utf8')
  const folders = new Map(liveArticles(library).map((id) => [writtenArticle(library, id)!.url, writtenArticle(library, id)!.folder])) // prettier-ignore
  expect(parseOpml(opml)).toEqual([
    {
      url: 'https://orrinmouthcourier.example/rss?a=1&b=2',
      title: 'Courier "all"',
      folder: folders.get(writtenArticle(library, 1)!.url)
    }
  ])
  const pages = parseOpmlLinks(opml)!
  expect(new Map(pages.map(({ url, folder }) => [url, folder]))).toEqual(folders)
})

test('an export that is stopped leaves nothing behind', async () => {
  const path = join(folder(), 'articles.csv')
  const exports = new ArticleExports({ store, now: () => now, tell: () => undefined, canWrite: () => false })
  const writing = exports.export({ articles: null, format: 'csv', path, notes: false, madeBy: null })
  setImmediate(() => exports.stop())
  expect(await writing).toEqual({ state: 'stopped' })
  expect([existsSync(path), readdirSync(dirname(path))]).toEqual([false, []])
})

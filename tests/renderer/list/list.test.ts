import { expect, test } from 'vitest'
import type { ArticleRow, ListKey, SourceCount } from '../../../src/contract/lists.ts'
import { foldersOf } from '../../../src/renderer/list/folders.ts'
import { goneAfter, makeOrder, pagesAround, pageSize, waitingIn } from '../../../src/renderer/list/order.ts'
import { emptyWords, phraseOf } from '../../../src/renderer/list/phrases.ts'
import { listName } from '../../../src/renderer/list/smartLists.ts'
import { marksOf, pathsOf } from '../../../src/renderer/list/sparkline.ts'
import { treeItems } from '../../../src/renderer/list/treeItems.ts'

const now = Date.parse('2026-03-04T12:00:00Z')
const bar = (at: string, more: Partial<ArticleRow['bars'][number]> = {}) => {
  return { at, wordsAdded: 20, wordsRemoved: 5, minor: false, ...more }
}
const row = (id: number, more: Partial<ArticleRow> = {}): ArticleRow => ({
  id,
  source: 'The Courier',
  sourceId: 1,
  url: null,
  lang: 'en',
  dir: 'ltr',
  headline: `Article ${id}`,
  folder: 'City desk',
  firstAt: '2026-03-01T00:00:00Z',
  lastAt: '2026-03-05T00:00:00Z',
  changedAt: '2026-03-03T00:00:00Z',
  tellingAt: '2026-03-03T00:00:00Z',
  deletedAt: null,
  bars: [bar('2026-03-03T00:00:00Z')],
  largestAt: '2026-03-03T00:00:00Z',
  summary: '1 paragraph',
  minor: false,
  revisions: 2,
  outcome: 'unchanged',
  status: 200,
  unseen: 0,
  unread: 0,
  headlineChanged: false,
  silent: false,
  starred: false,
  ...more
})
const source = (id: number, name: string, more: Partial<SourceCount> = {}): SourceCount => {
  return { id, name, folder: null, articles: 1, unread: 0, ...more }
}
const all: ListKey = { kind: 'smart', name: 'all' }
const idsTo = (n: number) => Int32Array.from({ length: n }, (_, i) => i + 1)

test('folders come by name, sources without one last; counts are of unread articles', () => {
  const folders = foldersOf([
    source(1, 'Zeitung', { unread: 2 }),
    source(2, 'Echo', { folder: 'World' }),
    source(3, 'Courier', { folder: 'City desk', unread: 1 }),
    source(4, 'Beacon', { folder: 'City desk', unread: 4 })
  ])
  expect(folders.map(({ name, unread, sources }) => [name, unread, sources.map(({ id }) => id)])).toEqual([
    ['City desk', 5, [4, 3]],
    ['World', 0, [2]],
    [null, 2, [1]]
  ])
})

test('the tree has a line for every folder and for the sources of those that are open', () => {
  const folders = foldersOf([
    source(1, 'Loose'),
    source(2, 'Echo', { folder: 'World' }),
    source(3, 'Courier', { folder: 'City desk' })
  ])
  const { inFolders, loose } = treeItems(folders, new Set(['World']))
  expect(inFolders.map(({ name, level, open, position, siblings }) => [name, level, open, position, siblings])).toEqual(
    [
      ['City desk', 1, true, 1, 2],
      ['Courier', 2, null, 1, 1],
      ['World', 1, false, 2, 2]
    ]
  )
  expect(loose.map(({ name, list }) => [name, list])).toEqual([['Loose', { kind: 'source', source: 1 }]])
})

test('a list is called what it is', () => {
  const sources = [source(7, 'Echo')]
  expect(listName({ kind: 'smart', name: 'silent' }, sources)).toBe('Silent edits')
  expect(listName({ kind: 'folder', folder: 'City desk' }, sources)).toBe('City desk')
  expect(listName({ kind: 'source', source: 7 }, sources)).toBe('Echo')
  const unread = { kind: 'smart', name: 'unread' } as const
  expect(emptyWords(unread, { articles: 128, ago: null }).text).toBe('You have seen every change.')
  expect(emptyWords(unread, { articles: 128, ago: '3 min ago' }).text).toBe(
    'You have seen every change. 128 articles were checked 3 min ago.'
  )
})

test('the rows in view are asked for page by page, those close by with them', () => {
  const order = makeOrder(idsTo(100_000), new Set())
  expect(pagesAround(order, 0, 8)).toEqual([0])
  expect(pagesAround(order, 25, 35)).toEqual([0, 1])
  expect(pagesAround(order, 70_000, 70_009)).toEqual([1399, 1400])
  expect(pagesAround(order, 99_990, 99_999)).toEqual([1999])
  expect(pagesAround(makeOrder(idsTo(0), new Set()), 0, 0)).toEqual([])
  expect(pageSize).toBe(50)
})

test('what is deleted leaves the open list at once and comes back to its place; all else stays', () => {
  const ids = idsTo(4)
  const rows = [row(1), row(2, { deletedAt: '2026-03-04T00:00:00Z' }), row(3, { starred: false })]
  const gone = goneAfter(new Set(), { kind: 'smart', name: 'starred' }, [{ ids: [...ids], rows }])
  expect([...gone]).toEqual([2, 4])
  expect([...makeOrder(ids, gone).shown]).toEqual([1, 3])
  expect(goneAfter(gone, all, [{ ids: [...ids], rows }])).toBe(gone)
  const restored = goneAfter(gone, all, [{ ids: [1, 2], rows: [row(1), row(2)] }])
  expect([...makeOrder(ids, restored).shown]).toEqual([1, 2, 3])
})

test('what is restored leaves the list of the deleted', () => {
  const list: ListKey = { kind: 'smart', name: 'deleted' }
  const rows = [row(1), row(2, { deletedAt: '2026-03-04T00:00:00Z' })]
  expect([...goneAfter(new Set(), list, [{ ids: [1, 2], rows }])]).toEqual([1])
})

test('new is what came to the top and is not in the list; a row that changed in place is not', () => {
  const later = { changedAt: '2026-03-04T00:00:00Z' }
  const opened = { ids: Int32Array.of(2, 1), first: [row(2)] }
  expect(waitingIn(all, opened, [row(9, later), row(1, later), row(2)])).toBe(1)
  expect(waitingIn(all, opened, [row(2), row(8, { changedAt: '2026-03-01T00:00:00Z' })])).toBe(0)
  expect(waitingIn(all, { ids: Int32Array.of(), first: [] }, [row(3)])).toBe(1)
})

test('the phrase is the last change, or that the page is gone', () => {
  expect(phraseOf(row(1))).toBe('1 paragraph')
  expect(phraseOf(row(1, { outcome: 'gone', status: 410 }))).toBe('Page gone (410)')
  expect(phraseOf(row(1, { summary: '', minor: true }))).toBe('Minor wording')
  expect(phraseOf(row(1, { revisions: 1 }))).toBe('No changes yet')
})

test('sparkline bars grow with the root of the words, within limits', () => {
  const marks = marksOf(row(1, { bars: [bar('2026-03-03T00:00:00Z', { wordsAdded: 1, wordsRemoved: 900 })] }))
  expect(marks).toEqual([{ x: 42, up: 2, down: 11, minor: false }])
})

test('many versions share columns', () => {
  const bars = Array.from({ length: 42 }, (_, n) => bar(new Date(now - n * 600_000).toISOString()))
  expect(marksOf(row(1, { bars })).length).toBeLessThanOrEqual(21)
})

test('bars stand on the line or hang from it, ticks lie on it', () => {
  const mark = { x: 10, up: 0, down: 0, minor: false }
  const { up, down, minor } = pathsOf([
    { ...mark, up: 4 },
    { ...mark, x: 20, down: 2 },
    { ...mark, x: 30, up: 9, minor: true }
  ])
  expect(up).toMatch(/^M9.25 7.25h1.5.*v2a/)
  expect(down).toMatch(/^M19.25 12.75h/)
  expect(minor).toBe('M29 10.5h2v3h-2z')
})

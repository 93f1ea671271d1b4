import { expect, test } from 'vitest'
import type { ArticleRow } from '../../../src/contract/contract.ts'
import { foldersOf } from '../../../src/renderer/list/folders.ts'
import { phraseOf } from '../../../src/renderer/list/phrases.ts'
import { inOrder, rowsOf } from '../../../src/renderer/list/smartLists.ts'
import { barsOf } from '../../../src/renderer/list/sparkline.ts'

const now = Date.parse('2026-03-04T12:00:00Z')
const change = (at: string, more: Partial<ArticleRow['changes'][number]> = {}) => {
  return {
    at,
    wordsAdded: 20,
    wordsRemoved: 5,
    minor: false,
    headlineChanged: false,
    silent: false,
    summary: '1 paragraph',
    ...more
  }
}
const row = (id: number, more: Partial<ArticleRow> = {}): ArticleRow => ({
  id,
  source: 'The Courier',
  url: null,
  lang: 'en',
  dir: 'ltr',
  headline: `Article ${id}`,
  folder: 'City desk',
  firstAt: '2026-03-01T00:00:00Z',
  lastAt: '2026-03-05T00:00:00Z',
  changedAt: '2026-03-03T00:00:00Z',
  changes: [change('2026-03-03T00:00:00Z')],
  revisions: 2,
  outcome: 'unchanged',
  status: 200,
  unseen: 0,
  headlineChanged: false,
  ...more
})
const ids = (rows: readonly ArticleRow[]) => rows.map((one) => one.id)

test('recent holds changes of seven days that are more than minor, newest first', () => {
  const rows = [
    row(1, { changes: [change('2026-03-01T00:00:00Z')] }),
    row(2, { changes: [change('2026-03-03T00:00:00Z')] }),
    row(3, { changes: [change('2026-03-04T00:00:00Z', { minor: true })] }),
    row(4, { changes: [change('2026-02-01T00:00:00Z')] })
  ]
  expect(ids(rowsOf({ kind: 'smart', name: 'recent' }, rows, now))).toEqual([2, 1])
})

test('unread holds articles with an unread version that is more than minor', () => {
  const minor = change('2026-03-04T00:00:00Z', { minor: true })
  const rows = [row(1), row(2, { unseen: 1 }), row(3, { unseen: 1, changes: [change('2026-03-01T00:00:00Z'), minor] })]
  expect(ids(rowsOf({ kind: 'smart', name: 'unread' }, rows, now))).toEqual([2])
})

test('folders come by name, sources without one last; counts are of unread articles', () => {
  const rows = [row(1, { folder: null, unseen: 2 }), row(2, { folder: 'World', source: 'Echo' }), row(3, { unseen: 1 })]
  expect(foldersOf(rows).map(({ name, unread }) => [name, unread])).toEqual([
    ['City desk', 1],
    ['World', 0],
    [null, 1]
  ])
})

test('an open list keeps its order while rows change, and counts what waits', () => {
  const rows = [row(1), row(2, { headline: 'New words' }), row(3)]
  const { shown, waiting } = inOrder([2, 1], rows, rows)
  expect(ids(shown)).toEqual([2, 1])
  expect(shown[0]?.headline).toBe('New words')
  expect(waiting).toBe(1)
})

test('the phrase is the last change, or that the page is gone', () => {
  expect(phraseOf(row(1))).toBe('1 paragraph')
  expect(phraseOf(row(1, { outcome: 'gone', status: 410 }))).toBe('Page gone (410)')
  expect(phraseOf(row(1, { changes: [], revisions: 1 }))).toBe('No changes yet')
})

test('sparkline bars grow with the root of the words, within limits', () => {
  const bars = barsOf(row(1, { changes: [change('2026-03-03T00:00:00Z', { wordsAdded: 1, wordsRemoved: 900 })] }))
  expect(bars).toEqual([{ x: 42, up: 2, down: 11, minor: false }])
})

test('many versions share columns', () => {
  const changes = Array.from({ length: 200 }, (_, n) => change(new Date(now - n * 600_000).toISOString()))
  expect(barsOf(row(1, { changes })).length).toBeLessThanOrEqual(21)
})

import { expect, test } from 'vitest'
import type { ListChoice, ListKey } from '../../src/contract/lists.ts'
import { file, renameFolder, renameSource } from '../../src/library/filing.ts'
import { openList, readArticle, readCounts } from '../../src/library/list.ts'
import { markingMany } from '../../src/library/marks.ts'
import { sourceSeal, type SourceRow } from '../../src/library/store/articles.ts'
import type { Store } from '../../src/library/store/open.ts'
import { contentOf, emptyStore, newArticle, see } from './stories.ts'

const now = new Date('2026-03-10T12:00:00.000Z')
const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 2, day, hour)).toISOString()
const wall = 'The wall was last strengthened after the storm of 1961, when eleven houses were lost.'

interface Made {
  readonly source: string
  readonly folder?: string | null
  readonly day: number
  readonly headlines: readonly [string, string]
  readonly body?: readonly [string, string]
}

function made(
  store: Store,
  { source, folder = null, day, headlines, body = ['They ran.', 'They ran.'] }: Made
): number {
  const article = newArticle(store, { source, folder })
  see(store, article, { at: at(day), content: contentOf(headlines[0], wall, body[0]) }, { at: at(day, 12), content: contentOf(headlines[1], wall, body[1]) }) // prettier-ignore
  return article
}

/** Three sources in two folders, and one article whose only change is a spelling. */
function library() {
  const store = emptyStore()
  const bridge = made(store, { source: 'Courier', folder: 'City', day: 3, headlines: ['Bridge shuts', 'Bridge opens'] })
  const apples = made(store, { source: 'Echo', folder: 'City', day: 5, headlines: ['Äpfel', 'Äpfel'], body: ['They found 11 pips in it.', 'They found 17 pips in it.'] }) // prettier-ignore
  const typo = made(store, { source: 'Ledger', folder: 'Sea', day: 7, headlines: ['Zoo', 'Zoo'], body: ['The goverment fell on them.', 'The government fell on them.'] }) // prettier-ignore
  return { store, bridge, apples, typo }
}

const sourceOf = (store: Store, article: number): number => readArticle(store, article).sourceId
const folderOf = (store: Store, article: number) => readArticle(store, article).folder

/** No seal is broken by what a reader may change. */
function expectSealed(store: Store): void {
  const rows = store.prepare<[], SourceRow & { readonly seal: Buffer }>('SELECT * FROM source').all()
  for (const row of rows) expect([row.name, row.seal.equals(sourceSeal(row))]).toEqual([row.name, true])
}

const all: ListKey = { kind: 'smart', name: 'all' }
const usual: ListChoice = { filter: { hideMinor: false, silent: false, kind: null, source: null }, sort: 'changed' }
const ids = (
  store: Store,
  list: ListKey,
  choice: Partial<ListChoice['filter']> & { sort?: ListChoice['sort'] } = {}
) => {
  const { sort = 'changed', ...filter } = choice
  return [...openList(store, list, { limit: 50, now, choice: { filter: { ...usual.filter, ...filter }, sort } }).ids]
}

test('a list in every order', () => {
  const { store, bridge, apples, typo } = library()
  expect(ids(store, all)).toEqual([typo, apples, bridge])
  expect(ids(store, all, { sort: 'title' })).toEqual([apples, bridge, typo])
  expect(ids(store, all, { sort: 'first' })).toEqual([bridge, apples, typo])
  const large = made(store, { source: 'Echo', day: 1, headlines: ['Quay', 'Quay'], body: ['They ran.', `They ran. ${wall} ${wall}`] }) // prettier-ignore
  expect(ids(store, all, { sort: 'size' })[0]).toBe(large)
})

test('a list by what is in it', () => {
  const { store, bridge, apples, typo } = library()
  expect(ids(store, all, { hideMinor: true })).toEqual([apples, bridge])
  expect(ids(store, all, { kind: 'figure' })).toEqual([apples])
  expect(ids(store, all, { kind: 'headline' })).toEqual([bridge])
  expect(ids(store, all, { kind: 'quote' })).toEqual([])
  expect(ids(store, all, { source: sourceOf(store, typo) })).toEqual([typo])
  expect(ids(store, all, { silent: true, sort: 'title' })).toEqual([apples, bridge])
  expect(ids(store, { kind: 'folder', folder: 'City' }, { kind: 'figure' })).toEqual([apples])
})

test('lists of changes leave out what is minor until the reader wants to see it', () => {
  const { store, bridge, apples, typo } = library()
  for (const name of ['recent', 'unread'] as const) {
    expect(ids(store, { kind: 'smart', name }, { hideMinor: true })).toEqual([apples, bridge])
    expect(ids(store, { kind: 'smart', name })).toEqual([typo, apples, bridge])
  }
})

test('a source is filed with all its articles, and back', () => {
  const { store, bridge } = library()
  const second = made(store, { source: 'Courier', day: 8, headlines: ['One', 'Two'] })
  const { back, articles } = file(store, { moves: [{ source: sourceOf(store, bridge), folder: 'Sea' }], make: [], drop: [] }) // prettier-ignore
  expect(articles.toSorted()).toEqual([bridge, second].toSorted())
  expect([folderOf(store, bridge), folderOf(store, second)]).toEqual(['Sea', 'Sea'])
  expect(ids(store, { kind: 'folder', folder: 'Sea' })).toContain(bridge)
  expectSealed(store)
  file(store, back)
  expect(folderOf(store, bridge)).toBe('City')
  expectSealed(store)
})

test('an empty folder is made, named anew and dropped', () => {
  const { store } = library()
  const { back } = file(store, { moves: [], make: ['Coast'], drop: [] })
  expect(readCounts(store, now).folders).toEqual(['Coast'])
  expect(renameFolder(store, 'Coast', 'Shore').back).toEqual({ moves: [], make: ['Coast'], drop: ['Shore'] })
  expect(readCounts(store, now).folders).toEqual(['Shore'])
  file(store, { ...back, drop: ['Shore'] })
  expect(readCounts(store, now).folders).toEqual([])
})

test('a folder that is deleted lets its sources go one up; that is taken back', () => {
  const { store, bridge, apples } = library()
  expect(renameFolder(store, 'City', 'News / City').articles).toHaveLength(2)
  const { back } = renameFolder(store, 'News / City', null)
  expect([folderOf(store, bridge), folderOf(store, apples)]).toEqual(['News', 'News'])
  const out = renameFolder(store, 'News', null)
  expect(folderOf(store, bridge)).toBeNull()
  file(store, out.back)
  file(store, back)
  expect(folderOf(store, bridge)).toBe('News / City')
  expectSealed(store)
})

test('a source has a name of its own', () => {
  const { store, bridge, apples } = library()
  expect(renameSource(store, sourceOf(store, bridge), ' Orrinmouth Courier ')).toBe('Courier')
  expect(readArticle(store, bridge).source).toBe('Orrinmouth Courier')
  expect(renameSource(store, sourceOf(store, bridge), 'Echo')).toBeNull()
  expect(readArticle(store, apples).source).toBe('Echo')
  expect(() => renameSource(store, 99, 'Echo')).toThrow('not-found')
  expectSealed(store)
})

/** Does all of a work that is done in steps. */
function done<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

test('many articles are marked at once, and exactly that is taken back', () => {
  const { store, bridge, apples, typo } = library()
  done(markingMany(store, { stars: [{ article: apples, starred: true }], reads: [] }))
  const stars = [bridge, apples, 99].map((article) => ({ article, starred: true }))
  const reads = [bridge, typo].map((article) => ({ article, to: 'all' as const }))
  const back = done(markingMany(store, { stars, reads }))
  expect(back).toEqual({
    stars: [{ article: bridge, starred: false }],
    reads: [bridge, typo].map((article) => ({ article, to: { until: null } }))
  })
  expect([bridge, apples, typo].map((article) => readArticle(store, article).unseen)).toEqual([0, 1, 0])
  done(markingMany(store, back))
  expect([bridge, apples].map((article) => readArticle(store, article).starred)).toEqual([false, true])
  expect([bridge, typo].map((article) => readArticle(store, article).unseen)).toEqual([1, 1])
})

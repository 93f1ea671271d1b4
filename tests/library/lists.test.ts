import { expect, test } from 'vitest'
import { smartLists, type ListKey, type SmartList } from '../../src/contract/lists.ts'
import { listArticles, openList, readArticle, readArticles, readCounts } from '../../src/library/list.ts'
import { markRead, setRead, star } from '../../src/library/marks.ts'
import { derive } from '../../src/library/store/derive.ts'
import type { Store } from '../../src/library/store/open.ts'
import { readTimemap } from '../../src/library/timemap.ts'
import { contentOf, emptyStore, newArticle, see } from './stories.ts'

const now = new Date('2026-05-10T12:00:00.000Z')
const hoursAgo = (hours: number): string => new Date(now.getTime() - hours * 3600_000).toISOString()
const smart = (name: SmartList): ListKey => ({ kind: 'smart', name })
const idsOf = (store: Store, list: ListKey): number[] => [...openList(store, list, { limit: 1, now }).ids]

const body = 'The wall was last strengthened after the storm of 1961, when eleven houses were lost to the sea.'
const first = contentOf('Council to move 40 households', body)
const figure = contentOf('Council to move 60 households', body)
const longer = contentOf('Council to move 40 households', body, 'Tenants will not pay rent while they are away.')
const minor = contentOf('Council to move 40 households', body.replace('houses were', 'houses  were,'))

/** An article that was first seen 500 hours ago and then showed each text in turn, the last one at `hours`. */
function story(
  store: Store,
  hours: number,
  texts: readonly (typeof first)[],
  facts: Parameters<typeof newArticle>[1] = {}
) {
  const article = newArticle(store, facts)
  const sights = texts.map((content, i) => ({ at: hoursAgo(hours + texts.length - 1 - i), content }))
  see(store, article, { at: hoursAgo(500), content: first }, ...sights)
  return article
}

test('what each smart list holds, the last changed first', () => {
  const store = emptyStore()
  const unchanged = story(store, 0, [])
  const headline = story(store, 20, [figure])
  const paragraph = story(store, 10, [longer])
  const onlyMinor = story(store, 5, [minor])
  const old = story(store, 200, [longer])
  const toCome = story(store, -48, [longer])
  star(store, old, true)
  setRead(store, paragraph, 'all')
  const lists: Partial<Record<SmartList, number[]>> = {
    recent: [paragraph, headline],
    unread: [toCome, headline, old],
    headline: [headline],
    silent: [toCome, paragraph, headline, old],
    starred: [old],
    all: [toCome, onlyMinor, paragraph, headline, old, unchanged],
    deleted: []
  }
  for (const [name, ids] of Object.entries(lists)) {
    expect([name, idsOf(store, smart(name as SmartList))]).toEqual([name, ids])
  }
  const { smart: counts } = readCounts(store, now)
  expect(counts).toEqual(Object.fromEntries(Object.entries(lists).map(([name, ids]) => [name, ids.length])))
})

test('a change is recent for seven days, by the clock it is given', () => {
  const store = emptyStore()
  const article = story(store, 7 * 24, [longer])
  const recent = (at: Date) => [
    [...openList(store, smart('recent'), { limit: 9, now: at }).ids],
    readCounts(store, at).smart.recent
  ]
  expect(recent(now)).toEqual([[article], 1])
  expect(recent(new Date(now.getTime() + 1))).toEqual([[], 0])
})

test('folders and sources: their articles, and how many are unread', () => {
  const store = emptyStore()
  const courier = story(store, 3, [longer], { source: 'The Courier', folder: 'City desk' })
  const echo = story(store, 2, [longer], { source: 'Echo', folder: 'City desk' })
  const quiet = story(store, 1, [], { source: 'Echo', folder: 'City desk' })
  const loose = story(store, 1, [longer], { source: 'Gazette' })
  setRead(store, loose, 'all')
  const { sources } = readCounts(store, now)
  expect(sources.map(({ name, folder, articles, unread }) => [name, folder, articles, unread])).toEqual([
    ['The Courier', 'City desk', 1, 1],
    ['Echo', 'City desk', 2, 1],
    ['Gazette', null, 1, 0]
  ])
  expect(idsOf(store, { kind: 'folder', folder: 'City desk' })).toEqual([echo, courier, quiet])
  expect(idsOf(store, { kind: 'folder', folder: 'Nowhere' })).toEqual([])
  const [, echoSource] = sources
  expect(idsOf(store, { kind: 'source', source: echoSource!.id })).toEqual([echo, quiet])
})

test('pages follow one another without a gap or a repetition, also where many changed at the same moment', () => {
  const store = emptyStore()
  const all = Array.from({ length: 23 }, (_, i) => story(store, i % 3, [longer]))
  const pages: number[][] = []
  let after = null
  do {
    const page = listArticles(store, smart('all'), { after, limit: 5, now })
    pages.push(page.rows.map(({ id }) => id))
    after = page.next
  } while (after !== null)
  expect(pages.map((page) => page.length)).toEqual([5, 5, 5, 5, 3])
  expect(pages.flat()).toEqual(idsOf(store, smart('all')))
  expect(pages.flat().toSorted((a, b) => a - b)).toEqual(all)
})

test('a list that is opened brings its first rows; others are had by id, in the order asked for', () => {
  const store = emptyStore()
  const [a, b, c] = [3, 2, 1].map((hours) => story(store, hours, [longer]))
  const { ids, first: rows } = openList(store, smart('all'), { limit: 2, now })
  expect([[...ids], rows.map(({ id }) => id)]).toEqual([
    [c, b, a],
    [c, b]
  ])
  expect(readArticles(store, [a!, 999, c!]).map(({ id }) => id)).toEqual([a, c])
  expect(() => readArticle(store, 999)).toThrow('not-found')
})

test('the star, and what was read, outlive the row of the list that shows them', () => {
  const store = emptyStore()
  const article = story(store, 3, [longer, figure])
  star(store, article, true)
  setRead(store, article, 'all')
  const before = [readArticle(store, article), readCounts(store, now)]
  store.exec('DELETE FROM listing; DELETE FROM tally')
  derive(store)
  expect([readArticle(store, article), readCounts(store, now)]).toEqual(before)
  star(store, article, false)
  expect(readArticle(store, article).starred).toBe(false)
})

test('unread again is the newest change that is more than minor', () => {
  const store = emptyStore()
  const article = story(store, 3, [longer, figure, minor])
  const state = () => [readArticle(store, article).unseen, readArticle(store, article).unread]
  expect(state()).toEqual([3, 3])
  setRead(store, article, 'all')
  expect(state()).toEqual([0, 0])
  const read = setRead(store, article, 'newest')
  expect(state()).toEqual([1, 1])
  expect(setRead(store, article, read)).not.toEqual(read)
  expect(state()).toEqual([0, 0])
  setRead(store, article, { until: null })
  expect(state()).toEqual([3, 3])
  setRead(store, article, 'newest')
  expect(state()).toEqual([1, 1])
  const { revisions } = readTimemap(store, article)
  expect(markRead(store, revisions[1]!.id)).toBeNull()
  expect(markRead(store, revisions[3]!.id)).toBe(article)
  expect(state()).toEqual([0, 0])
})

test('an article that never changed has nothing to be unread', () => {
  const store = emptyStore()
  const article = story(store, 3, [])
  setRead(store, article, 'newest')
  expect(readArticle(store, article)).toMatchObject({ unseen: 0, unread: 0, revisions: 1, bars: [], largestAt: null })
})

test('the sparkline of 200 versions is 42 bars at most, and as high as all of them together', () => {
  const store = emptyStore()
  const article = newArticle(store)
  const levels = Array.from({ length: 200 }, (_, i) => {
    return { at: hoursAgo(500 - i), content: contentOf('Reservoir levels', `${body} Level ${i * 7} cm.`) }
  })
  see(store, article, ...levels)
  const { bars, revisions } = readArticle(store, article)
  const words = (one: { readonly wordsAdded: number; readonly wordsRemoved: number }) =>
    one.wordsAdded + one.wordsRemoved
  const changes = readTimemap(store, article).revisions.flatMap(({ change }) => change ?? [])
  const sum = (all: readonly Parameters<typeof words>[0][]) => all.reduce((total, one) => total + words(one), 0)
  expect([revisions, bars.length <= 42, sum(bars)]).toEqual([200, true, sum(changes)])
  expect(bars.map(({ at }) => at)).toEqual(bars.map(({ at }) => at).toSorted())
})

/** Everything that a list needs must come from an index: no table is read through, nothing sorted on the way. */
const lists: readonly ListKey[] = [
  ...smartLists.map(smart),
  { kind: 'folder', folder: 'City desk' },
  { kind: 'source', source: 1 }
]

/** The plans of all queries that some work prepares. */
function plansOf(store: Store, work: () => void): string[] {
  const asked: string[] = []
  const prepare = store.prepare.bind(store)
  store.prepare = (sql: string) => {
    asked.push(sql)
    return prepare(sql)
  }
  work()
  store.prepare = prepare
  return asked
    .filter((sql) => /^\s*(SELECT|UPDATE)/.test(sql))
    .flatMap((sql) => {
      const values = Array.from({ length: sql.match(/\?/g)?.length ?? 0 }, () => 1)
      const plan = prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]
      return plan.map(({ detail }) => detail)
    })
}

test.each(lists.map((list) => [JSON.stringify(list), list] as const))('no scan and no sorting for %s', (_, list) => {
  const plans = plansOf(emptyStore(), () => undefined)
  expect(plans).toEqual([])
  const store = emptyStore()
  story(store, 3, [longer], { folder: 'City desk' })
  const opened = plansOf(store, () => openList(store, list, { limit: 50, now }))
  const paged = plansOf(store, () =>
    listArticles(store, list, { after: { at: hoursAgo(1), article: 7 }, limit: 50, now })
  )
  expect(opened.join('\n')).toContain('COVERING INDEX listing_')
  expect(paged.join('\n')).toMatch(/SEARCH l USING INDEX listing_/)
  expect([...opened, ...paged].filter((plan) => /SCAN|TEMP B-TREE/.test(plan))).toEqual([])
})

test('no scan of articles, versions or captures for the counts, and none for a check that found nothing new', () => {
  const store = emptyStore()
  const article = story(store, 3, [longer], { folder: 'City desk' })
  const counted = plansOf(store, () => readCounts(store, now))
  expect(counted.filter((plan) => /TEMP B-TREE|SCAN (?!s\b)/.test(plan))).toEqual([])
  see(store, article, { at: hoursAgo(2), content: longer })
  const again = plansOf(emptyStore(), () => undefined)
  expect(again).toEqual([])
  const checked = plansOf(store, () => see(store, article, { at: hoursAgo(1), content: longer }))
  expect(checked.filter((plan) => /SCAN (listing|change|revision|capture)/.test(plan))).toEqual([])
})

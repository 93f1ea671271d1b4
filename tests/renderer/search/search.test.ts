import { expect, test } from 'vitest'
import type { ArticleRow } from '../../../src/contract/lists.ts'
import type { SearchHit } from '../../../src/contract/search.ts'
import { start } from '../../../src/renderer/app/place.ts'
import { runsOf } from '../../../src/renderer/search/presenceRuns.ts'
import {
  noFilters,
  notSearching,
  queryOf,
  requestOf,
  searchStep,
  type Searching
} from '../../../src/renderer/search/searching.ts'
import { withSearch } from '../../../src/renderer/search/recent.ts'
import { foundWords, nameOf } from '../../../src/renderer/search/words.ts'

const at = '2026-03-03T09:00:00.000Z'
const row: ArticleRow = {
  id: 1,
  source: 'The Courier',
  url: null,
  lang: 'en',
  dir: 'ltr',
  headline: 'Flood',
  sourceId: 1,
  folder: null,
  firstAt: at,
  lastAt: at,
  changedAt: at,
  tellingAt: null,
  deletedAt: null,
  bars: [],
  largestAt: null,
  summary: '',
  minor: false,
  revisions: 1,
  outcome: 'changed',
  status: 200,
  unseen: 0,
  unread: 0,
  headlineChanged: false,
  silent: false,
  starred: false
}
const hit: SearchHit = {
  article: row,
  snippet: [{ text: 'Flood', hit: true }],
  headline: true,
  block: 0,
  versions: '1',
  shown: { revision: 1, label: '1', at },
  gone: null,
  pair: null,
  presence: { stretches: [{ first: '1', last: '1', length: 1, next: null }], having: 1, of: 1, headline: true }
}
const after = (...steps: readonly Parameters<typeof searchStep>[1][]): Searching =>
  steps.reduce(searchStep, notSearching)

test('a hit keeps the query it was found by while another is typed', () => {
  const searching = after({ type: 'text', text: 'flood' }, { type: 'found', hit }, { type: 'text', text: 'fire' })
  expect(searching.found).toEqual({ hit, text: 'flood', compared: false })
})

test('where the reader was before is kept from the first hit that was compared', () => {
  const [first, second] = [
    { ...start, article: 1 },
    { ...start, article: 2 }
  ]
  const searching = after(
    { type: 'text', text: 'flood' },
    { type: 'found', hit },
    { type: 'compared', before: first },
    { type: 'found', hit },
    { type: 'compared', before: second }
  )
  expect(searching.before).toBe(first)
  expect(searchStep(searching, { type: 'close' })).toEqual(notSearching)
})

test('a saved search is what it was saved as, until anything of it is another', () => {
  const query = { text: 'flood', scope: 'removed', source: 7, since: 'week', sort: 'changed' } as const
  const run = after({ type: 'run', query, saved: 3 })
  expect(run).toMatchObject({ isOpen: true, saved: 3 })
  expect(queryOf(run)).toEqual(query)
  for (const step of [
    { type: 'text', text: 'fire' },
    { type: 'scope', scope: 'anywhere' },
    { type: 'filters', filters: { source: null } },
    { type: 'sort', sort: 'best' }
  ] as const) {
    expect(searchStep(run, step).saved).toBeNull()
  }
})

test('what was searched for is offered again: once each, the latest first, and not every step of typing', () => {
  const all = ['sea', 'sea wall', 'flood', 'sea wall', ' ', 'forced', '"forced out"'].reduce(
    withSearch,
    [] as readonly string[]
  )
  expect(all).toEqual(['"forced out"', 'forced', 'sea wall', 'flood'])
  const many = Array.from({ length: 20 }, (_, i) => `search ${i}`).reduce(withSearch, [] as readonly string[])
  expect(many).toHaveLength(8)
})

test.each([
  [{ text: '"forced out"', scope: 'anywhere' }, null, '"forced out"'],
  [{ text: '"forced out"', scope: 'removed' }, null, '"forced out", removed text'],
  [{ text: 'wall', scope: 'headline' }, 'The Courier', 'wall, headlines in The Courier']
] as const)('what a search is called: %o', (query, source, name) => expect(nameOf(query, source)).toBe(name))

test('nothing is compared that was not found', () => {
  expect(after({ type: 'compared', before: start })).toEqual(notSearching)
})

test('what the library is asked for', () => {
  const now = Date.parse('2026-03-08T12:00:00Z')
  const asked = { text: 'flood', scope: 'removed', filters: noFilters, sort: 'best' } as const
  expect(requestOf(asked, now)).toEqual({ text: 'flood', scope: 'removed', limit: 25 })
  expect(requestOf({ ...asked, filters: { source: 7, since: 'week' } }, now)).toMatchObject({
    source: 7,
    from: '2026-03-01T12:00:00.000Z'
  })
  expect(requestOf({ ...asked, sort: 'changed' }, now)).toMatchObject({ sort: 'changed' })
  expect(requestOf({ ...asked, text: 'x'.repeat(2000) }, now).text).toHaveLength(1000)
})

test.each([
  ['1', [[0, 1, true]]],
  [
    '00110',
    [
      [0, 2, false],
      [2, 2, true],
      [4, 1, false]
    ]
  ],
  ['', []]
] as const)('stretches of versions: %s', (versions, expected) => {
  expect(runsOf(versions).map(({ at, length, has }) => [at, length, has])).toEqual(expected)
})

test.each([
  [0, true, '0 articles'],
  [1, true, '1 article'],
  [1234, true, '1,234 articles'],
  [1234, false, 'About 1,200 articles'],
  [98, false, 'About 98 articles'],
  [93_839, false, 'About 94,000 articles']
])('how many were found: %d %s', (total, exact, words) => {
  expect(foundWords({ total, exact }).replaceAll(/(?<=\d)\D(?=\d)/g, ',')).toBe(words)
})

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { SavedQuery, SavedSearch } from '../../src/contract/saved.ts'
import type { Content } from '../../src/domain/revision.ts'
import { openLibrary } from '../../src/library/library.ts'
import { isBehind } from '../../src/library/saved.ts'
import { foundBy, lookingThrough, markFresh } from '../../src/library/search/arrivals.ts'
import { openStore, type Store } from '../../src/library/store/open.ts'
import { addSavedSearch, getSavedSearch, lastRevision, savedSearches } from '../../src/library/store/saved-searches.ts'
import { contentOf, emptyStore, newArticle, see, type Facts } from './stories.ts'

const query = (text: string, more: Partial<SavedQuery> = {}): SavedQuery => {
  return { text, scope: 'anywhere', source: null, since: 'any', sort: 'best', ...more }
}

function save(store: Store, text: string, more: Partial<SavedQuery> = {}): SavedSearch {
  const facts = {
    name: text,
    notify: true,
    createdAt: '2026-03-01T00:00:00.000Z',
    seen: lastRevision(store),
    fresh: []
  }
  return addSavedSearch(store, { ...facts, query: query(text, more) })
}

let day = 1
const shown = (content: Content) => ({ at: `2026-03-${String(day++).padStart(2, '0')}T09:00:00.000Z`, content })

/** An article with one version; what shows the next ones. */
function article(store: Store, content: Content, facts: Facts = {}) {
  const id = newArticle(store, facts)
  see(store, id, shown(content))
  return { id, show: (next: Content) => see(store, id, shown(next)) }
}

function run(store: Store): boolean {
  const steps = lookingThrough(store, () => true)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

const nobody = contentOf('Families to move', '“Nobody is being forced out,” she said.', 'Work begins in April.')
const choice = contentOf('Families to move', 'She spoke of a choice.', 'Work begins in April.')

afterEach(() => {
  day = 1
})

describe('a new revision', () => {
  test.each<[string, Partial<SavedQuery>, boolean]>([
    ['removed:"forced out"', {}, true],
    ['"forced out"', { scope: 'removed' }, true],
    ['"forced out"', {}, false],
    ['choice', {}, true],
    ['added:choice', {}, true],
    ['choice april', {}, true],
    ['choice ferry', {}, false],
    ['removed:forced choice', {}, true],
    ['work', {}, false],
    ['headline:families', {}, false],
    ['choice', { source: 99 }, false],
    ['choice', { source: 1 }, true],
    ['"', {}, false]
  ])('%s %o is found by it: %s', (text, more, isFound) => {
    const store = emptyStore()
    const one = article(store, nobody)
    const search = save(store, text, more)
    one.show(choice)
    expect(foundBy(store, [search], lastRevision(store)).length === 1).toBe(isFound)
  })

  test('the first of an article is found by what stands in it', () => {
    const store = emptyStore()
    const search = save(store, '"forced out"')
    article(store, nobody)
    expect(foundBy(store, [search], lastRevision(store))).toEqual([search])
  })

  test('of many searches those that it concerns', () => {
    const store = emptyStore()
    const one = article(store, nobody)
    const searches = ['ferry', 'choice', 'removed:forced', 'families'].map((text) => save(store, text))
    one.show(choice)
    expect(foundBy(store, searches, lastRevision(store)).map(({ name }) => name)).toEqual(['choice', 'removed:forced'])
  })
})

test('what was stored is looked through once, whatever the way it came; each article counts once', () => {
  const store = emptyStore()
  const one = article(store, nobody)
  const search = save(store, 'choice')
  expect(isBehind(store)).toBe(false)
  one.show(choice)
  one.show(nobody)
  one.show(choice)
  const other = article(store, choice)
  for (let i = 0; i < 30; i++) article(store, contentOf(`Other ${i}`, 'Nothing here.'))
  expect(isBehind(store)).toBe(true)
  expect(run(store)).toBe(true)
  expect(getSavedSearch(store, search.id)).toMatchObject({ fresh: [one.id, other.id], seen: lastRevision(store) })
  expect(run(store)).toBe(false)
})

test('an article is counted no more than once, and no more than a hundred are', () => {
  const store = emptyStore()
  const { id } = save(store, 'choice')
  for (let i = 1; i <= 150; i++) markFresh(store, savedSearches(store), Math.ceil(i / 1.2))
  expect(getSavedSearch(store, id)?.fresh).toHaveLength(100)
})

test('a search is kept, changed, looked at, deleted and brought back by what a window asks', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'palimpsest-saved-')), 'library.db')
  const told: readonly number[][] = []
  const library = openLibrary({
    path,
    samples: '',
    now: () => new Date('2026-03-01T10:00:00Z'),
    tell: (event) => void (event === 'changed' && (told as number[][]).push([]))
  })
  const { handlers } = library
  const saved = await handlers.saveSearch({ name: 'Evictions', query: query('evict*'), notify: false })
  expect(await handlers.savedSearches({})).toEqual([saved])
  const store = openStore(path)
  const { id } = article(store, contentOf('Eviction halted', 'It is over.'))
  markFresh(store, savedSearches(store), id)
  await handlers.changeSavedSearch({ search: saved.id, name: 'Homes', notify: true })
  expect(await handlers.savedSearches({})).toMatchObject([{ name: 'Homes', notify: true, fresh: [id] }])
  const deleted = await handlers.deleteSavedSearch({ search: saved.id })
  expect(await handlers.savedSearches({})).toEqual([])
  const { name, query: asked, notify, createdAt, seen, fresh } = deleted
  await handlers.saveSearch({ name, query: asked, notify, was: { createdAt, seen, fresh: [...fresh] } })
  const [back] = await handlers.savedSearches({})
  expect(back).toMatchObject({ name: 'Homes', createdAt: saved.createdAt, fresh: [id] })
  await handlers.changeSavedSearch({ search: back!.id, looked: true })
  expect(await handlers.savedSearches({})).toMatchObject([{ fresh: [], seen: lastRevision(store) }])
  expect(told.length).toBe(5)
  await expect(handlers.changeSavedSearch({ search: saved.id, looked: true })).rejects.toThrow('not-found')
  store.close()
  library.close()
})

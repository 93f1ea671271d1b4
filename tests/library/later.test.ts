import { expect, test } from 'vitest'
import { addStates, storeStates } from '../../src/library/add.ts'
import { indexing } from '../../src/library/indexing.ts'
import type { Store } from '../../src/library/store/open.ts'
import { isWaiting } from '../../src/library/store/search-index.ts'
import { readTimemap } from '../../src/library/timemap.ts'
import { derivedOf } from '../../src/library/verify/derived.ts'
import { contentOf, emptyStore, newArticle } from './stories.ts'

const from = { origin: 'many.json', bodyHash: null, extractor: 'test/1' }
const states = ['40 households', '60 households', '40 households', 'no households'].map((what, n) => {
  const at = new Date(Date.UTC(2026, 2, 3, n)).toISOString()
  const content = contentOf(`Council to move ${what}`, 'The wall at low tide was measured in February.')
  return { at, until: at, count: 1, outcome: 'changed' as const, status: 200, error: null, content }
})

/** Everything but what differs from one library to the next: the article's own name. */
function dump(store: Store) {
  const rows = (sql: string) => store.prepare(sql).all()
  return {
    changes: rows('SELECT * FROM change ORDER BY revision_id'),
    listing: rows('SELECT * FROM listing'),
    tally: rows('SELECT * FROM tally WHERE n <> 0 ORDER BY list'),
    search: rows("SELECT rowid FROM search WHERE search MATCH 'households' ORDER BY rowid")
  }
}

function catchUp(store: Store) {
  const steps = indexing(
    store,
    () => true,
    () => undefined
  )
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

function stored(add: typeof addStates, ...parts: (typeof states)[]) {
  const store = emptyStore()
  const article = newArticle(store)
  for (const part of parts) store.transaction(() => add(store, article, part, from))()
  return { store, article }
}

test('what is stored for later is the same, once it has been caught up with', () => {
  const now = stored(addStates, states)
  const later = stored(storeStates, states)
  expect(isWaiting(later.store, later.article)).toBe(true)
  expect(catchUp(later.store)).toEqual({ articles: 1, damaged: 0 })
  expect(dump(later.store)).toEqual(dump(now.store))
  expect(isWaiting(later.store, later.article)).toBe(false)
  expect(catchUp(later.store)).toEqual({ articles: 0, damaged: 0 })
})

test('a version that comes before that brings everything in step', () => {
  const now = stored(addStates, states.slice(0, 3), states.slice(3))
  const later = stored(storeStates, states.slice(0, 3))
  later.store.transaction(() => addStates(later.store, later.article, states.slice(3), from))()
  expect(dump(later.store)).toEqual(dump(now.store))
})

test('until then the versions are all there, none is said to be changed, and verifying finds nothing wrong', () => {
  const { store, article } = stored(storeStates, states)
  expect(readTimemap(store, article).revisions.map(({ label, change }) => [label, change])).toEqual(
    ['1', '2', '3', '4'].map((label) => [label, null])
  )
  expect(derivedOf(store, article)).toEqual([])
})

test('comparisons by older rules are made anew', () => {
  const { store } = stored(addStates, states)
  const before = dump(store)
  store.exec("UPDATE change SET rules = 0, summary = 'old', minor = 1")
  expect(catchUp(store)).toEqual({ articles: 1, damaged: 0 })
  expect(dump(store)).toEqual(before)
})

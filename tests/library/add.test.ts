import { expect, test } from 'vitest'
import { readTimemap } from '../../src/library/timemap.ts'
import { capturesOf } from '../../src/library/store/captures.ts'
import type { Store } from '../../src/library/store/open.ts'
import { contentOf, emptyStore, newArticle, see } from './stories.ts'

const hour = (n: number) => new Date(Date.UTC(2026, 2, 3, n)).toISOString()
const texts = {
  A: contentOf('Council to move 40 households', 'The wall at low tide was measured in February.'),
  B: contentOf('Council to move 60 households', 'The wall at low tide was measured in February.'),
  C: contentOf('Families will have a choice', 'Tenants will not pay rent while they are away.')
}

/** An article of which each letter was seen an hour after the one before; `.` is a look that showed the same. */
function seen(letters: string): { store: Store; article: number } {
  const store = emptyStore()
  const article = newArticle(store)
  ;[...letters].forEach((letter, n) => look(store, article, letter, n))
  return { store, article }
}

function look(store: Store, article: number, letter: string, n: number, origin: string | null = null) {
  const shown = letter === '.' ? null : texts[letter as keyof typeof texts]
  const outcome = shown === null ? 'unchanged' : 'changed'
  return see(store, article, { at: hour(n), content: shown, outcome, origin })[0]
}

const told = (store: Store, article: number) =>
  readTimemap(store, article).revisions.map(({ label, at, lastSeenBefore, returnsTo }) => [
    label,
    new Date(at).getUTCHours(),
    lastSeenBefore === null ? null : new Date(lastSeenBefore).getUTCHours(),
    returnsTo
  ])

test('A B A B A is five versions and two texts, and each return is named', () => {
  const { store, article } = seen('ABABA')
  expect(told(store, article)).toEqual([
    ['1', 0, null, null],
    ['2', 1, 0, null],
    ['3', 2, 1, '1'],
    ['4', 3, 2, '2'],
    ['5', 4, 3, '1']
  ])
  expect(store.prepare('SELECT sum(count) FROM pack').pluck().get()).toBe(3)
})

test('a headline that comes back over another text names the version it was that of', () => {
  const store = emptyStore()
  const article = newArticle(store)
  const body = ['It rains.', 'It rains a lot.', 'It snows.']
  const headlines = ['Wall to be raised', 'Row to be cleared', 'Wall to be raised']
  headlines.forEach((headline, n) => {
    see(store, article, { at: hour(n), content: contentOf(headline, body[n]!), outcome: 'changed', origin: null })
  })
  const timemap = readTimemap(store, article)
  const told = timemap.revisions.map(({ returnsTo, headlineReturnsTo }) => [returnsTo, headlineReturnsTo])
  expect(told).toEqual([
    [null, null],
    [null, null],
    [null, '1']
  ])
  expect(timemap.headlines).toMatchObject([{ from: 0, to: 2, observations: 3 }])
})

test('a version is dated by the window in which it came: last seen as before, first seen like this', () => {
  const { store, article } = seen('A...B')
  expect(told(store, article)).toEqual([
    ['1', 0, null, null],
    ['2', 4, 3, null]
  ])
})

test('failed looks between two that show the same text make no version, and are all on record', () => {
  const { store, article } = seen('A')
  for (const [n, status] of [503, 503, 403].entries()) {
    see(store, article, {
      at: hour(n + 1),
      content: null,
      outcome: status === 403 ? 'blocked' : 'server-error',
      status
    })
  }
  expect(look(store, article, 'A', 4)).toBe('observation')
  expect(told(store, article)).toHaveLength(1)
  expect(capturesOf(store, article).map(({ outcome, count }) => [outcome, count])).toEqual([
    ['changed', 1],
    ['server-error', 2],
    ['blocked', 1],
    ['unchanged', 1]
  ])
})

test('a year of hourly looks that show the same is one row', () => {
  const { store, article } = seen('A')
  store.transaction(() => {
    for (let n = 1; n <= 8760; n++)
      see(store, article, { at: hour(n), content: null, outcome: 'not-modified', status: 304 })
  })()
  expect(capturesOf(store, article).map(({ outcome, count }) => [outcome, count])).toEqual([
    ['changed', 1],
    ['not-modified', 8760]
  ])
})

test('the same observation again changes nothing', () => {
  const { store, article } = seen('AB')
  expect(['A', 'B'].map((letter, n) => look(store, article, letter, n))).toEqual(['known', 'known'])
  expect(told(store, article)).toHaveLength(2)
})

test('a late capture slots in by time under a letter, and no version changes its number', () => {
  const { store, article } = seen('A.B')
  expect(look(store, article, 'C', 1, 'old copy.txt')).toBe('revision')
  expect(told(store, article).map(([label, at]) => [label, at])).toEqual([
    ['1', 0],
    ['1a', 1],
    ['2', 2]
  ])
  const { revisions } = readTimemap(store, article)
  expect(revisions[2]!.change?.headlineChanged).toBe(true)
  expect(look(store, article, 'A', 3)).toBe('revision')
  expect(told(store, article).at(-1)).toEqual(['3', 3, 2, '1'])
})

test('two texts that were seen at one time are two versions, and adding both again changes nothing', () => {
  const { store, article } = seen('A')
  const both = () => ['B', 'C'].map((letter) => look(store, article, letter, 1, 'two.json'))
  expect(both()).toEqual(['revision', 'revision'])
  expect(both()).toEqual(['known', 'known'])
  expect(told(store, article)).toHaveLength(3)
})

test('a late capture inside a run of looks at the same text shows that the text came back after it', () => {
  const { store, article } = seen('A....')
  see(store, article, { at: '2026-03-03T02:30:00.000Z', content: texts.B, origin: 'copy.txt' })
  const labels = readTimemap(store, article).revisions.map(({ label, at, returnsTo }) => [label, at, returnsTo])
  expect(labels).toEqual([
    ['1', '2026-03-03T00:00:00.000Z', null],
    ['1a', '2026-03-03T02:30:00.000Z', null],
    ['1b', '2026-03-03T04:00:00.000Z', '1']
  ])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallFailure } from '../../src/contract/failure.ts'
import { emptying, purgingExpired } from '../../src/library/purge.ts'
import type { Store } from '../../src/library/store/open.ts'
import { readTimemap } from '../../src/library/timemap.ts'
import {
  deleting,
  doomedArticles,
  doomedRevisions,
  recentlyDeleted,
  restoreRevision,
  restoring
} from '../../src/library/trash.ts'
import { verify } from '../../src/library/verify/run.ts'
import { contentOf, emptyStore, newArticle, see } from './stories.ts'
import { libraryDump } from './library-dump.ts'

const hour = (n: number) => new Date(Date.UTC(2026, 2, 3) + n * 3_600_000).toISOString()
const now = new Date('2026-03-10T12:00:00.000Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const wall = 'The wall at low tide was measured in February.'
const texts = {
  A: contentOf('Council to move 40 households', wall),
  B: contentOf('Council to move 60 households', wall, 'Ferries are not affected by the zanderquill.'),
  C: contentOf('Families will have a choice', wall, 'Tenants will not pay rent while they are away.'),
  D: contentOf('Families will have a choice', wall, 'Tenants will not pay any rent while they are away.')
}
type Letter = keyof typeof texts

function look(store: Store, article: number, letter: string, n: number, origin: string | null = null) {
  const [added] = see(store, article, {
    at: hour(n),
    ...(letter === '.' ? { content: null, outcome: 'unchanged' } : { content: texts[letter as Letter] }),
    origin
  })
  return added
}

/** An article of which each letter was seen an hour after the one before; `.` is a look that showed the same. */
function seen(letters: string, store = emptyStore(), source = 'The Courier') {
  const article = newArticle(store, { source })
  ;[...letters].forEach((letter, n) => look(store, article, letter, n))
  return { store, article }
}

/** Runs all steps at once. */
function done<T>(steps: Generator<void, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value
}

const act = (at = now) => ({ at: at.toISOString(), reason: 'reader' }) as const
const remove = (store: Store, revisions: readonly number[], at = now) =>
  done(deleting(store, doomedRevisions(store, revisions), act(at)))
const removeArticle = (store: Store, article: number, at = now) =>
  done(deleting(store, doomedArticles(store, [article]), act(at)))
const restore = (store: Store, deletion: number) => done(restoring(store, deletion))
const empty = (store: Store) => counted(emptying(store, now))

function counted(steps: ReturnType<typeof emptying>) {
  const { articles, versions } = done(steps)
  return { articles, versions }
}

/** The revision of a label, deleted or not. */
const revision = (store: Store, article: number, label: string) =>
  store
    .prepare('SELECT id FROM revision WHERE article_id = ? AND number || letter = ?')
    .pluck()
    .get(article, label) as number
const labels = (store: Store, article: number) => readTimemap(store, article).revisions.map(({ label }) => label)
const gaps = (store: Store, article: number) =>
  readTimemap(store, article).gaps.map(({ label, revision }) => [label, revision === null ? 'gone' : 'waits'])
const hits = (store: Store, word: string) =>
  store.prepare('SELECT count(*) FROM search WHERE search MATCH ?').pluck().get(word) as number

async function expectWhole(store: Store) {
  const { findings, derived } = await verify({ path: store.name, scope: 'all', now: () => now })
  expect([findings, derived]).toEqual([[], []])
}

test('a deleted version is in no timeline and no search, and its neighbours are compared', () => {
  const { store, article } = seen('ABC')
  expect(hits(store, 'zanderquill')).toBe(1)
  const deleted = remove(store, [revision(store, article, '2')])
  expect(deleted).toEqual({ deletion: 1, articles: 0, versions: 1 })
  const { revisions } = readTimemap(store, article)
  expect(revisions.map(({ label }) => label)).toEqual(['1', '3'])
  expect(revisions[1]?.change?.headlineChanged).toBe(true)
  expect(gaps(store, article)).toEqual([['2', 'waits']])
  expect(hits(store, 'zanderquill')).toBe(0)
  const against = store.prepare('SELECT against_id FROM change WHERE revision_id = ?').pluck()
  expect(against.get(revision(store, article, '3'))).toBe(revision(store, article, '1'))
})

test('what was seen of a deleted version says nothing about the one before it', () => {
  const { store, article } = seen('A.B..C')
  const times = () => readTimemap(store, article).revisions.map(({ lastSeenBefore }) => lastSeenBefore)
  expect(times()).toEqual([null, hour(1), hour(4)])
  remove(store, [revision(store, article, '2')])
  expect(times()).toEqual([null, hour(1)])
  empty(store)
  expect(times()).toEqual([null, hour(1)])
})

test('undo makes everything exactly as it was: rows, counts, changes, search', () => {
  const { store, article } = seen('ABACBD')
  seen('AB', store, 'The Post')
  const before = libraryDump(store)
  for (const label of ['1', '2', '4', '6']) {
    const { deletion } = remove(store, [revision(store, article, label)])!
    expect(labels(store, article)).not.toContain(label)
    expect(restore(store, deletion)).toEqual({ articles: [article], versions: 1 })
    expect(libraryDump(store)).toEqual(before)
  }
  const { deletion } = removeArticle(store, article)!
  expect(hits(store, 'zanderquill')).toBe(1)
  restore(store, deletion)
  expect(libraryDump(store)).toEqual(before)
})

const operation = fc.oneof(
  fc.record({
    kind: fc.constant('delete' as const),
    picks: fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 4 })
  }),
  fc.record({ kind: fc.constant('article' as const), pick: fc.nat({ max: 2 }) }),
  fc.record({ kind: fc.constant('restore' as const), pick: fc.nat({ max: 9 }) }),
  fc.record({ kind: fc.constant('version' as const), pick: fc.nat({ max: 20 }) })
)

test('whatever is deleted and restored in whatever order, undoing the rest leaves everything as it was', async () => {
  const stories = fc.array(fc.stringMatching(/^[ABCD][ABCD.]{0,6}$/), { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(stories, fc.array(operation, { maxLength: 8 }), async (letters, operations) => {
      const store = emptyStore()
      const articles = letters.map((story) => seen(story, store).article)
      const all = store.prepare('SELECT id FROM revision ORDER BY id').pluck().all() as number[]
      const before = libraryDump(store)
      for (const one of operations) {
        const acts = store.prepare('SELECT id FROM deletion ORDER BY id').pluck().all() as number[]
        if (one.kind === 'delete')
          remove(
            store,
            one.picks.map((pick) => all[pick % all.length]!)
          )
        else if (one.kind === 'article') removeArticle(store, articles[one.pick % articles.length]!)
        else if (one.kind === 'version') restoreRevision(store, all[one.pick % all.length]!)
        else if (acts.length > 0) restore(store, acts[one.pick % acts.length]!)
      }
      await expectWhole(store)
      for (const id of store.prepare('SELECT id FROM deletion').pluck().all() as number[]) restore(store, id)
      expect(libraryDump(store)).toEqual(before)
      store.close()
    }),
    { numRuns: 40 }
  )
})

test('an article of which the last version is deleted is deleted with it', () => {
  const { store, article } = seen('AB')
  remove(store, [revision(store, article, '1')])
  expect(remove(store, [revision(store, article, '2')])).toMatchObject({ articles: 1, versions: 0 })
  expect(recentlyDeleted(store)).toMatchObject({ articles: 1, versions: 0 })
  restore(store, 2)
  expect(labels(store, article)).toEqual(['2'])
  expect(recentlyDeleted(store).entries).toMatchObject([{ whole: false, versions: 1, first: '1', last: '1' }])
})

test('Recently deleted tells what waits, until when, the last deleted first', () => {
  const { store, article } = seen('ABACBDACBDAC')
  const other = seen('A', store, 'The Post').article
  remove(store, [revision(store, article, '2'), revision(store, article, '10'), revision(store, article, '9')])
  removeArticle(store, other, later(1))
  expect(recentlyDeleted(store).entries).toMatchObject([
    { article: other, whole: true, versions: 1, source: 'The Post', at: later(1).toISOString() },
    { article, whole: false, versions: 3, first: '2', last: '10', until: later(30).toISOString() }
  ])
})

test('after 30 days it is deleted for good, a day before it is not', async () => {
  const { store, article } = seen('ABC')
  remove(store, [revision(store, article, '2')])
  expect(counted(purgingExpired(store, later(29)))).toEqual({ articles: 0, versions: 0 })
  expect(gaps(store, article)).toEqual([['2', 'waits']])
  expect(counted(purgingExpired(store, later(30)))).toEqual({ articles: 0, versions: 1 })
  expect(gaps(store, article)).toEqual([['2', 'gone']])
  expect(labels(store, article)).toEqual(['1', '3'])
  expect(restore(store, 1)).toEqual({ articles: [], versions: 0 })
  await expectWhole(store)
})

test('deleting for good leaves the record that it was there, and the texts that others need', async () => {
  const { store, article } = seen('ABABD')
  const [hash] = store.prepare('SELECT hash FROM record WHERE seq = 2').pluck().all() as Buffer[]
  remove(store, [revision(store, article, '2')])
  empty(store)
  expect(store.prepare('SELECT kind, revision_id, hash FROM record WHERE seq = 2').get()).toEqual({
    kind: 'revision',
    revision_id: null,
    hash
  })
  const told = store.prepare("SELECT json FROM record WHERE kind = 'deletion'").pluck().get() as string
  expect(JSON.parse(told)).toMatchObject({ deletes: [2], reason: 'reader', at: now.toISOString() })
  expect(labels(store, article)).toEqual(['1', '3', '4', '5'])
  expect(hits(store, 'zanderquill')).toBe(1)
  remove(store, [revision(store, article, '4')])
  empty(store)
  expect(hits(store, 'zanderquill')).toBe(0)
  expect(libraryDump(store)).toMatchObject({ articles: [{ texts: [texts.A.blocks, texts.A.blocks, texts.D.blocks] }] })
  await expectWhole(store)
})

test('an article deleted for good leaves its chain alone; its address is free for a new one', async () => {
  const { store, article } = seen('AB')
  store.prepare('UPDATE article SET url = ? WHERE id = ?').run('https://courier.example/wall', article)
  removeArticle(store, article)
  expect(empty(store)).toEqual({ articles: 1, versions: 0 })
  const counts = ['capture', 'revision', 'tombstone', 'pack', 'block_key', 'listing', 'source', 'trash_article'].map(
    (table) => [table, store.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]
  )
  expect(counts.filter(([, n]) => n !== 0)).toEqual([])
  expect(store.prepare('SELECT articles, records FROM library').get()).toEqual({ articles: 1, records: 3 })
  const again = seen('A', store).article
  expect(
    store.prepare('UPDATE article SET url = ? WHERE id = ?').run('https://courier.example/wall', again).changes
  ).toBe(1)
  store.prepare('UPDATE article SET url = NULL WHERE id = ?').run(again)
  await expectWhole(store)
})

test.each([
  ['the newest', 'ABC', '3', 'D', '4'],
  ['the only one left', 'AB', '1', 'C', '3']
])('the name of %s is not given again', (_, letters, label, next, expected) => {
  const { store, article } = seen(letters)
  remove(store, [revision(store, article, label)])
  empty(store)
  expect(look(store, article, next, 20)).toBe('revision')
  expect(labels(store, article).at(-1)).toBe(expected)
})

test('nor is that of a version that came late', () => {
  const { store, article } = seen('AB')
  look(store, article, 'C', 0.5, 'old.txt')
  expect(labels(store, article)).toEqual(['1', '1a', '2'])
  remove(store, [revision(store, article, '1a')])
  empty(store)
  look(store, article, 'D', 0.6, 'older.txt')
  expect(labels(store, article)).toEqual(['1', '1b', '2'])
})

test('ids are not given again, so that no window shows an old text for a new one', () => {
  const { store, article } = seen('AB')
  const last = revision(store, article, '2')
  remove(store, [last])
  empty(store)
  look(store, article, 'C', 20)
  expect(revision(store, article, '3')).toBeGreaterThan(last)
})

test('a check that shows the deleted text again brings nothing back, be it deleted for good', () => {
  const { store, article } = seen('AB')
  remove(store, [revision(store, article, '2')])
  expect(look(store, article, 'B', 20)).toBe('deleted')
  expect(labels(store, article)).toEqual(['1'])
  empty(store)
  expect(look(store, article, 'B', 21)).toBe('deleted')
  expect(labels(store, article)).toEqual(['1'])
  expect(look(store, article, 'A', 22)).toBe('revision')
  expect(labels(store, article)).toEqual(['1', '3'])
})

test('what is new is compared with what stands, and what comes back with that', async () => {
  const { store, article } = seen('AB')
  const { deletion } = remove(store, [revision(store, article, '2')])!
  look(store, article, 'C', 20)
  expect(labels(store, article)).toEqual(['1', '3'])
  restore(store, deletion)
  expect(labels(store, article)).toEqual(['1', '2', '3'])
  await expectWhole(store)
})

test('a file with what was deleted says that it waits; once it is gone for good, the file brings it back', () => {
  const store = emptyStore()
  const article = newArticle(store)
  for (const [n, letter] of [...'AB'].entries()) look(store, article, letter, n, 'history.json')
  remove(store, [revision(store, article, '2')])
  expect(look(store, article, 'B', 1, 'history.json')).toBe('deleted')
  expect(look(store, article, 'A', 0, 'history.json')).toBe('known')
  empty(store)
  expect(look(store, article, 'B', 1, 'history.json')).toBe('revision')
  expect(look(store, article, 'B', 1, 'history.json')).toBe('known')
  expect(labels(store, article)).toEqual(['1', '3'])
})

test('a deleted article that is seen with a new text lives again; its versions stay deleted', async () => {
  const { store, article } = seen('AB')
  const { deletion } = removeArticle(store, article)!
  expect(look(store, article, 'B', 20)).toBe('deleted')
  expect(recentlyDeleted(store)).toMatchObject({ articles: 1, versions: 0 })
  expect(look(store, article, 'C', 21)).toBe('revision')
  expect(recentlyDeleted(store)).toMatchObject({ articles: 0, versions: 2 })
  expect([labels(store, article), gaps(store, article)]).toEqual([
    ['3'],
    [
      ['1', 'waits'],
      ['2', 'waits']
    ]
  ])
  expect(hits(store, 'zanderquill')).toBe(0)
  await expectWhole(store)
  restore(store, deletion)
  expect(labels(store, article)).toEqual(['1', '2', '3'])
  await expectWhole(store)
})

test.each(['waits', 'gone'])(
  'a late version inside a run that showed a deleted text (%s) does not bring it back',
  async (state) => {
    const { store, article } = seen('AB....')
    remove(store, [revision(store, article, '2')])
    if (state === 'gone') empty(store)
    expect(look(store, article, 'C', 3, 'late.txt')).toBe('revision')
    expect(labels(store, article)).toEqual(['1', '2a'])
    expect(gaps(store, article)).toEqual([
      ['2', state],
      [state === 'gone' ? '2' : '2b', state]
    ])
    await expectWhole(store)
  }
)

test('undo of what does not exist says so', () => {
  const { store } = seen('A')
  expect(() => restoreRevision(store, 99)).toThrow(
    expect.objectContaining<Partial<CallFailure>>({ failure: { code: 'not-found', detail: 'revision 99' } })
  )
  expect(() => doomedRevisions(store, [99])).toThrow('not-found')
  expect(() => doomedArticles(store, [99])).toThrow('not-found')
  expect(restore(store, 99)).toEqual({ articles: [], versions: 0 })
})

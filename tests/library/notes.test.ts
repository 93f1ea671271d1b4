import { beforeEach, expect, test } from 'vitest'
import { CallFailure } from '../../src/contract/failure.ts'
import type { NoteAbout } from '../../src/contract/notes.ts'
import { notesHandlers } from '../../src/library/notes.ts'
import { emptying } from '../../src/library/purge.ts'
import { rulingOver } from '../../src/library/retention.ts'
import { salvage } from '../../src/library/salvage.ts'
import { openStore, type Store } from '../../src/library/store/open.ts'
import { readTimemap } from '../../src/library/timemap.ts'
import { deleting, doomedArticles, doomedRevisions, restoring } from '../../src/library/trash.ts'
import { changed, pagesOf, scratch, threeHundred, withoutPage } from './damaged-library.ts'
import { contentOf, emptyStore, newArticle, see } from './stories.ts'

const hour = (n: number) => new Date(Date.UTC(2026, 2, 3) + n * 3_600_000).toISOString()
let clock = Date.UTC(2026, 2, 10)
const now = () => new Date((clock += 60_000))
const hash = '0123456789abcdef'

let store: Store
let article: number
let revisions: readonly number[]
let ask: ReturnType<typeof notesHandlers>
beforeEach(() => {
  store = emptyStore()
  article = newArticle(store)
  see(
    store,
    article,
    { at: hour(0), content: contentOf('Bridge to close', 'The bridge shuts 40 days.') },
    { at: hour(1), content: contentOf('Bridge to close', 'The bridge shuts 60 days.') }
  )
  revisions = readTimemap(store, article).revisions.map(({ id }) => id)
  ask = notesHandlers(store, now)
})

const notes = () => ask.notes({ article }) as { notes: readonly { text: string; about: NoteAbout }[] }
const texts = () => notes().notes.map(({ text }) => text)
const add = (text: string, about: NoteAbout = { kind: 'article' }, begunAt = now().toISOString()) =>
  ask.addNote({ article, about, text, begunAt }) as { id: number; createdAt: string }
/** Runs all steps at once. */
function done<T>(steps: Generator<void, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value
}
const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof CallFailure) return error.failure.code
    throw error
  }
  return 'none'
}

test('notes on an article, a version and a change are kept with their times, the oldest first', () => {
  add('to check')
  add('the day it changed', { kind: 'version', revision: revisions[1]! })
  const last = add('who said so?', { kind: 'change', hash })
  expect(notes().notes.map(({ text, about }) => [text, about.kind])).toEqual([
    ['to check', 'article'],
    ['the day it changed', 'version'],
    ['who said so?', 'change']
  ])
  const edited = ask.setNote({ note: last.id, text: 'who said so, and when?' }) as {
    createdAt: string
    updatedAt: string
  }
  expect(edited.createdAt).toBe(last.createdAt)
  expect(edited.updatedAt > last.createdAt).toBe(true)
})

test('a note that is sent twice is one; another begun on the same thing is another', () => {
  const begunAt = hour(100)
  const first = add('half', { kind: 'version', revision: revisions[0]! }, begunAt)
  expect(add('half a sentence', { kind: 'version', revision: revisions[0]! }, begunAt).id).toBe(first.id)
  expect(texts()).toEqual(['half a sentence'])
  add('half', { kind: 'article' }, begunAt)
  add('half', { kind: 'version', revision: revisions[0]! }, hour(101))
  expect(texts()).toEqual(['half a sentence', 'half', 'half'])
})

test('a note that is saved as it was keeps its time', () => {
  const note = add('same')
  expect(ask.setNote({ note: note.id, text: 'same' })).toEqual(note)
})

test('a change with a note is named by the version that made it', () => {
  const made = store.prepare('SELECT hash FROM edit_hash WHERE revision_id = ?').pluck().get(revisions[1]) as string
  add('40 or 60?', { kind: 'change', hash: made })
  expect(ask.notes({ article })).toMatchObject({
    changes: [{ hash: made, revision: revisions[1], label: '2', reason: expect.stringContaining('40 → 60') as string }]
  })
})

test('a deleted note comes back as it was, once', () => {
  const note = add('keep me')
  const was = ask.deleteNote({ note: note.id }) as Awaited<ReturnType<typeof ask.deleteNote>>
  expect(texts()).toEqual([])
  void ask.restoreNote({ article, note: was })
  void ask.restoreNote({ article, note: was })
  expect(notes().notes).toEqual([note])
})

test.each<[string, () => unknown]>([
  ['an article', () => ask.addNote({ article: 99, about: { kind: 'article' }, text: 'x', begunAt: hour(1) })],
  ['a version', () => add('x', { kind: 'version', revision: 99 })],
  ['a note that is set', () => ask.setNote({ note: 99, text: 'x' })],
  ['a note that is deleted', () => ask.deleteNote({ note: 99 })],
  ['an article that is reviewed', () => ask.review({ article: 99, hashes: [hash], reviewed: true })]
])('%s that is not there is not found', (_name, work) => {
  expect(codeOf(work)).toBe('not-found')
})

test('a note cannot be put on the version of another article', () => {
  const other = newArticle(store)
  see(store, other, { at: hour(0), content: contentOf('Other', 'Another text stands here.') })
  const about = { kind: 'version', revision: revisions[0]! } as const
  expect(codeOf(() => ask.addNote({ article: other, about, text: 'x', begunAt: hour(1) }))).toBe('not-found')
})

test('a reviewed change keeps the time of its first review; taking it back forgets it', () => {
  void ask.review({ article, hashes: [hash, 'f'.repeat(16)], reviewed: true })
  const first = ask.reviews({ article })
  void ask.review({ article, hashes: [hash], reviewed: true })
  expect(ask.reviews({ article })).toEqual(first)
  void ask.review({ article, hashes: [hash], reviewed: false })
  expect(ask.reviews({ article })).toMatchObject([{ hash: 'f'.repeat(16) }])
})

const act = { at: '2026-03-11T00:00:00.000Z', reason: 'reader' } as const
const counts = () => ['note', 'review'].map((table) => store.prepare(`SELECT count(*) FROM ${table}`).pluck().get())

test('an article that comes back from Recently deleted has its notes; emptied, nothing of them is left', () => {
  add('on the article')
  add('on v1', { kind: 'version', revision: revisions[0]! })
  void ask.review({ article, hashes: [hash], reviewed: true })
  const { deletion } = done(deleting(store, doomedArticles(store, [article]), act))!
  expect(counts()).toEqual([2, 1])
  done(restoring(store, deletion))
  expect([texts(), counts()]).toEqual([
    ['on the article', 'on v1'],
    [2, 1]
  ])
  done(deleting(store, doomedArticles(store, [article]), act))
  done(emptying(store, now()))
  expect(counts()).toEqual([0, 0])
})

test('a version that is deleted for good takes the notes on it along, and no other', () => {
  add('on the article')
  add('on v1', { kind: 'version', revision: revisions[0]! })
  done(deleting(store, doomedRevisions(store, [revisions[0]!]), act))
  expect(texts()).toEqual(['on the article', 'on v1'])
  done(emptying(store, now()))
  expect(texts()).toEqual(['on the article'])
})

test('no rule deletes a version with a note', () => {
  see(store, article, { at: hour(2), content: contentOf('Bridge to close', 'The bridge shuts 40 days.') })
  see(store, article, { at: hour(3), content: contentOf('Bridge to close', 'The bridge shuts 60 days.') })
  const rule = { kind: 'most', versions: 2, source: null } as const
  const doomed = () => done(rulingOver(store, rule, now())).preview.first.map(({ label }) => label)
  expect(doomed()).toEqual(['2', '3'])
  add('look at this', { kind: 'version', revision: revisions[1]! })
  expect(doomed()).toEqual(['3'])
})

test('a library made anew of a damaged one has its notes and reviews; one on a lost version stays with its article', () => {
  let on = 0
  const path = changed(threeHundred(), (damaged) => {
    const write = notesHandlers(damaged, now)
    on = readTimemap(damaged, 1).revisions[3]!.id
    void write.addNote({ article: 1, about: { kind: 'article' }, text: 'on the article', begunAt: hour(1) })
    void write.addNote({ article: 1, about: { kind: 'version', revision: on }, text: 'on v4', begunAt: hour(2) })
    void write.review({ article: 1, hashes: [hash], reviewed: true })
  })
  for (const from of [
    path,
    ...pagesOf(path, 'revision')
      .slice(0, 2)
      .map((page) => withoutPage(path, page))
  ]) {
    const into = scratch()
    salvage({ from, into, backups: [], now: now() })
    const made = openStore(into)
    const read = notesHandlers(made, now)
    const isThere = readTimemap(made, 1).revisions.some(({ id }) => id === on)
    expect(read.notes({ article: 1 })).toMatchObject({
      notes: [{ text: 'on the article' }, { text: 'on v4', about: { kind: isThere ? 'version' : 'article' } }]
    })
    expect(read.reviews({ article: 1 })).toMatchObject([{ hash }])
    made.close()
  }
})

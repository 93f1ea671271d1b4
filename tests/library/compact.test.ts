import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addStates } from '../../src/library/add.ts'
import { compacting, needsCompacting } from '../../src/library/compact.ts'
import { emptying } from '../../src/library/purge.ts'
import { makingSmaller, pagesOf } from '../../src/library/store/compact.ts'
import type { Store } from '../../src/library/store/open.ts'
import { deleting, doomedArticles, doomedRevisions } from '../../src/library/trash.ts'
import { verify } from '../../src/library/verify/run.ts'
import { contentOf, emptyStore, newArticle } from './stories.ts'

const now = new Date('2026-03-10T12:00:00.000Z')
const hour = (n: number) => new Date(Date.UTC(2026, 2, 3) + n * 3_600_000).toISOString()
const act = { at: now.toISOString(), reason: 'reader' } as const

function done<T>(steps: Generator<void, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value
}

/** Words that stand nowhere else, so that they can be looked for in the file. */
const words = (seed: string, most: number) =>
  Array.from(
    { length: most },
    (_, i) => `${seed}${createHash('sha256').update(`${seed} ${i}`).digest('hex').slice(0, 12)}`
  )

/** A version seen by a check that kept the page's bytes. */
function look(store: Store, article: number, n: number, seed: string) {
  const [headline, ...text] = words(seed, 120)
  const content = contentOf(`Headline ${headline}`, 'The harbour wall is closed.', text.join(' '))
  const body = Buffer.from(`<html>${words(`${seed}raw`, 300).join('\n')}</html>`)
  const state = {
    at: hour(n),
    until: hour(n),
    count: 1,
    outcome: 'changed',
    status: 200,
    error: null,
    content
  } as const
  const bodyHash = createHash('sha256').update(body).digest()
  const headers = { etag: `"${seed}etag"` }
  const from = { origin: null, body, bodyHash, headers, extractor: 'test/1' }
  store.transaction(() => addStates(store, article, [state], from)).immediate()
}

/** What of a library could tell of its texts to somebody who looks through the bytes of its file. */
function traces(store: Store): Map<string, Buffer> {
  const found = new Map<string, Buffer>()
  const pick = (name: string, sql: string) => {
    for (const [i, data] of (store.prepare(sql).pluck().all() as (Buffer | string)[]).entries()) {
      found.set(`${name} ${i}`, Buffer.from(data).subarray(-40))
    }
  }
  pick('pack', 'SELECT data FROM pack ORDER BY id')
  pick('body', 'SELECT data FROM body ORDER BY rowid')
  pick('headline', 'SELECT headline FROM listing ORDER BY article_id')
  pick('headers', 'SELECT headers FROM capture WHERE headers IS NOT NULL ORDER BY id')
  for (const seed of ['keep', 'gone']) found.set(`${seed} token`, token(seed))
  return found
}

/** Enough of a word to know it by; the index writes down only what differs from the word before. */
const token = (seed: string): Buffer => Buffer.from(words(seed, 120)[60]!.slice(-8))

/** The bytes of the file and its log. */
const bytesIn = (store: Store): Buffer =>
  Buffer.concat(
    ['', '-wal'].map((end) => store.name + end).map((path) => (existsSync(path) ? readFileSync(path) : Buffer.alloc(0)))
  )

function present(store: Store, looked: ReadonlyMap<string, Buffer>): string[] {
  const bytes = bytesIn(store)
  return [...looked].filter(([, trace]) => bytes.indexOf(trace) >= 0).map(([name]) => name)
}

/** 60 other articles around two of which one is deleted, so that neither lies at an end of the file. */
function library() {
  const store = emptyStore()
  for (let i = 0; i < 30; i++) look(store, newArticle(store), i, `before${i}`)
  const kept = newArticle(store)
  look(store, kept, 1, 'keep')
  const gone = newArticle(store, { source: 'Gone Gazette' })
  look(store, gone, 2, 'gone')
  for (let i = 0; i < 30; i++) look(store, newArticle(store), i, `after${i}`)
  return { store, kept, gone }
}

test('what was deleted for good is nowhere in the file once it is compacted', async () => {
  const { store, gone } = library()
  const before = traces(store)
  expect(present(store, before)).toEqual([...before.keys()])
  done(deleting(store, doomedArticles(store, [gone]), act))
  done(emptying(store, now))
  const left = traces(store)
  const lost = new Map([...before].filter(([, trace]) => ![...left.values()].some((other) => other.equals(trace))))
  lost.set('gone token', before.get('gone token')!)
  lost.set('source', Buffer.from('Gone Gazette'))
  left.delete('gone token')
  expect(lost.size).toBeGreaterThanOrEqual(5)
  expect(done(compacting(store, now)).after).toBeLessThan(3_000_000)
  expect(present(store, lost)).toEqual([])
  expect(present(store, left)).toEqual([...left.keys()])
  expect((await verify({ path: store.name, scope: 'all', now: () => now })).findings).toEqual([])
})

test('so is one version, whose page and paragraphs others do not need', () => {
  const { store, kept } = library()
  const before = traces(store)
  look(store, kept, 5, 'gone2')
  look(store, kept, 6, 'keep2')
  const second = new Map(
    [...traces(store)].filter(([, trace]) => ![...before.values()].some((one) => one.equals(trace)))
  )
  const [id] = store
    .prepare('SELECT id FROM revision WHERE article_id = ? AND number = 2')
    .pluck()
    .all(kept) as number[]
  done(deleting(store, doomedRevisions(store, [id!]), act))
  done(emptying(store, now))
  done(compacting(store, now))
  const bytes = bytesIn(store)
  expect(bytes.indexOf('gone2etag')).toBe(-1)
  expect(bytes.indexOf(token('gone2'))).toBe(-1)
  expect(bytes.indexOf('keep2etag')).toBeGreaterThan(0)
  expect(second.size).toBeGreaterThan(3)
})

test('the file becomes smaller, in steps of a few milliseconds', () => {
  const { store } = library()
  const all = store.prepare('SELECT article_id FROM listing').pluck().all() as number[]
  done(deleting(store, doomedArticles(store, all.slice(0, 55)), act))
  done(emptying(store, now))
  expect(needsCompacting(store)).toBe(true)
  const took: number[] = []
  const steps = makingSmaller(store)
  for (let at = performance.now(); steps.next().done !== true; at = performance.now()) took.push(performance.now() - at)
  expect(pagesOf(store).free).toBe(0)
  expect(took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)]).toBeLessThan(50)
  const { before, after } = done(compacting(store, now))
  expect(after).toBeLessThan(before)
  expect(needsCompacting(store)).toBe(false)
})

test('a file from before that could be done step by step is rewritten once', () => {
  const store = emptyStore()
  store.pragma('auto_vacuum = NONE')
  store.exec('VACUUM')
  look(store, newArticle(store), 1, 'keep')
  expect(store.pragma('auto_vacuum', { simple: true })).toBe(0)
  done(compacting(store, now))
  expect(store.pragma('auto_vacuum', { simple: true })).toBe(2)
  expect(store.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('while somebody reads an older state the log stays, and nobody waits for them', () => {
  const { store, gone } = library()
  done(compacting(store, now))
  const reader = new Database(store.name, { readonly: true })
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM article').get()
  done(deleting(store, doomedArticles(store, [gone]), act))
  done(emptying(store, new Date(now.getTime() + 1000)))
  const start = performance.now()
  done(compacting(store, now))
  expect(performance.now() - start).toBeLessThan(4000)
  expect(needsCompacting(store)).toBe(true)
  reader.close()
  done(compacting(store, new Date(now.getTime() + 2000)))
  expect(needsCompacting(store)).toBe(false)
})

import { createHash, randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addStates } from '../../src/library/add.ts'
import { keepingHandlers } from '../../src/library/keeping.ts'
import type { Store } from '../../src/library/store/open.ts'
import { bytesOf } from '../../src/library/store/sizes.ts'
import { contentOf, emptyStore, newArticle, see } from './stories.ts'

const now = new Date('2026-03-10T12:00:00.000Z')
const hour = (n: number) => new Date(Date.UTC(2026, 2, 3) + n * 3_600_000).toISOString()
const words = (most: number) =>
  randomBytes(most * 4)
    .toString('hex')
    .match(/.{8}/g)!
    .join(' ')

function library() {
  const store = emptyStore()
  return { store, ...keepingHandlers({ store, now: () => now, tell: () => undefined }) }
}

/** A check that kept the bytes of the page. */
function check(store: Store, article: number, n: number) {
  const body = Buffer.from(`<html>${words(400)}</html>`)
  const bodyHash = createHash('sha256').update(body).digest()
  const seen = { at: hour(n), until: hour(n), count: 1, outcome: 'changed', status: 200, error: null } as const
  const state = { ...seen, content: contentOf(`Headline ${n}`, words(200)) }
  store.transaction(() => addStates(store, article, [state], { origin: null, body, bodyHash, extractor: 'test/1' }))()
}

test('each source is as large as its texts and raw pages in the file, the largest first', async () => {
  const { store, storage } = library()
  const [courier, post] = ['The Courier', 'The Post'].map((source) => newArticle(store, { source }))
  see(store, courier!, { at: hour(0), content: contentOf('Small', 'Little text.') })
  for (const n of [0, 1, 2]) check(store, post!, n)
  const { sources, path, bytes, search } = await storage({})
  const inFile = (sql: string) => store.prepare(sql).pluck().get() as number
  expect(sources.map(({ name, articles }) => [name, articles])).toEqual([
    ['The Post', 1],
    ['The Courier', 1]
  ])
  expect(sources.reduce((sum, source) => sum + source.bytes, 0)).toBe(
    inFile('SELECT sum(length(data)) FROM pack') + inFile('SELECT sum(length(data)) FROM body')
  )
  expect(sources[0]!.bytes).toBeGreaterThan(5000)
  expect(path).toBe(store.name)
  expect(bytes).toBe(statSync(store.name).size + statSync(`${store.name}-wal`).size)
  expect(search).toBe(inFile('SELECT sum(length(block)) FROM search_data'))
})

test('the articles of a source, the largest first', async () => {
  const { store, articleSizes } = library()
  const [small, large] = [newArticle(store), newArticle(store)]
  see(store, small, { at: hour(0), content: contentOf('Small', 'Little text.') })
  check(store, large, 1)
  check(store, newArticle(store, { source: 'Another' }), 1)
  expect(await articleSizes({ source: 1 })).toEqual([
    { id: large, headline: 'Headline 1', versions: 1, bytes: bytesOf(store, large) },
    { id: small, headline: 'Small', versions: 1, bytes: bytesOf(store, small) }
  ])
})

test('what is deleted counts as deleted, until it is gone for good', async () => {
  const { store, storage, deleteArticles, emptyDeleted } = library()
  const [kept, gone] = [newArticle(store), newArticle(store, { source: 'The Post' })]
  check(store, kept, 0)
  check(store, gone, 1)
  const size = bytesOf(store, gone)
  await deleteArticles({ articles: [gone] })
  expect(await storage({})).toMatchObject({
    sources: [{ name: 'The Courier' }],
    deleted: { articles: 1, versions: 0, bytes: size }
  })
  expect(size).toBeGreaterThan(2000)
  await emptyDeleted({})
  expect(await storage({})).toMatchObject({ deleted: { articles: 0, versions: 0, bytes: 0 }, free: 0 })
  expect(bytesOf(store, gone)).toBe(0)
})

test('a preview says about how much deleting a version frees', async () => {
  const { store, previewRetention, applyRetention, emptyDeleted } = library()
  const article = newArticle(store)
  const texts = [words(300), words(300)].map((text) => contentOf('Same headline', text))
  for (const n of [0, 1, 2, 3]) see(store, article, { at: hour(n), content: texts[n % 2]! })
  const repeats = await previewRetention({ rule: { kind: 'most', versions: 2, source: null } })
  expect(repeats).toMatchObject({ versions: 2, bytes: 0 })
  await applyRetention({ rule: { kind: 'most', versions: 2, source: null }, digest: repeats.digest })
  const before = bytesOf(store, article)
  await emptyDeleted({})
  expect(bytesOf(store, article)).toBe(before)
})

test('a raw page that is packed anew because its base went is counted anew', async () => {
  const { store, deleteArticles, emptyDeleted, storage } = library()
  const [first, second] = [newArticle(store), newArticle(store)]
  const page = words(2000)
  for (const [n, article] of [first, second].entries()) {
    const body = Buffer.from(`<html>${page} ${n}</html>`)
    const bodyHash = createHash('sha256').update(body).digest()
    const seen = { at: hour(n), until: hour(n), count: 1, outcome: 'changed', status: 200, error: null } as const
    const state = { ...seen, content: contentOf(`Headline ${n}`, words(20)) }
    store.transaction(() => addStates(store, article, [state], { origin: null, body, bodyHash, extractor: 'test/1' }))()
  }
  expect((await storage({})).sources[0]!.bytes).toBeLessThan(16_000)
  const before = bytesOf(store, second)
  await deleteArticles({ articles: [first] })
  await emptyDeleted({})
  expect(bytesOf(store, second)).toBeGreaterThan(before * 4)
  expect((await storage({})).sources).toMatchObject([{ bytes: bytesOf(store, second) }])
})

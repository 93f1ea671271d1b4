import { expect, test } from 'vitest'
import type { SourcedRule } from '../../src/contract/keeping.ts'
import { keepingHandlers } from '../../src/library/keeping.ts'
import type { Store } from '../../src/library/store/open.ts'
import { readTimemap } from '../../src/library/timemap.ts'
import { contentOf, emptyStore, newArticle, see } from './stories.ts'
import { libraryDump } from './library-dump.ts'

const hour = (n: number) => new Date(Date.UTC(2026, 0, 3) + n * 3_600_000).toISOString()
const now = new Date('2026-06-10T12:00:00.000Z')
const wall = 'The wall at low tide was measured in February by the harbour office.'
const texts: Readonly<Record<string, ReturnType<typeof contentOf>>> = {
  A: contentOf('Council to move 40 households', wall),
  a: contentOf('Council to move 40 households', wall.replace('harbour office.', 'harbour office .')),
  B: contentOf('Council to move 60 households', wall, 'Ferries are not affected by the zanderquill.'),
  C: contentOf('Families will have a choice', wall, 'Tenants will not pay rent while they are away.')
}

function seen(store: Store, letters: string, source = 'The Courier') {
  const article = newArticle(store, { source })
  ;[...letters].forEach((letter, n) => see(store, article, { at: hour(n), content: texts[letter]! }))
  return article
}

function library() {
  const store = emptyStore()
  const told: unknown[] = []
  return { store, told, ...keepingHandlers({ store, now: () => now, tell: (...news) => void told.push(news) }) }
}

const labels = (store: Store, article: number) => readTimemap(store, article).revisions.map(({ label }) => label)
const idOf = (store: Store, article: number, label: string) =>
  readTimemap(store, article).revisions.find((one) => one.label === label)!.id
const most = (versions: number, source: number | null = null): SourcedRule => ({ kind: 'most', versions, source })
const minor = (months: number): SourcedRule => ({ kind: 'minor', months, source: null })

test('a preview says what would go and deletes nothing', async () => {
  const { store, previewRetention } = library()
  const article = seen(store, 'ABABC')
  seen(store, 'AB', 'The Post')
  const before = libraryDump(store)
  const preview = await previewRetention({ rule: most(3) })
  expect(preview).toMatchObject({
    articles: 1,
    versions: 2,
    sources: [{ name: 'The Courier', versions: 2 }],
    first: [
      { article, label: '2', at: hour(1), headline: 'Families will have a choice', source: 'The Courier' },
      { article, label: '3' }
    ],
    protects: { sole: 0 }
  })
  expect(libraryDump(store)).toEqual(before)
})

test('applying does what the preview said, and one undo takes it all back', async () => {
  const { store, previewRetention, applyRetention, restore, recentlyDeleted } = library()
  const articles = ['ABABAB', 'AaB', 'BCBCBC'].map((story) => seen(store, story))
  const before = libraryDump(store)
  const { digest, versions } = await previewRetention({ rule: most(3) })
  expect(versions).toBe(6)
  const result = await applyRetention({ rule: most(3), digest })
  expect(result).toEqual({ state: 'applied', deleted: { deletion: 1, articles: 0, versions: 6 } })
  expect(articles.map((article) => labels(store, article).length)).toEqual([3, 3, 3])
  expect((await recentlyDeleted({})).entries.map(({ reason }) => reason)).toEqual(['rule', 'rule'])
  expect(await restore({ deletion: 1 })).toEqual({ articles: [articles[0], articles[2]], versions: 6 })
  expect(libraryDump(store)).toEqual(before)
})

test('what changed since the preview is shown before it is deleted', async () => {
  const { store, previewRetention, applyRetention } = library()
  const article = seen(store, 'ABAB')
  const { digest } = await previewRetention({ rule: most(3) })
  see(store, article, { at: hour(9), content: texts['A']! })
  const result = await applyRetention({ rule: most(3), digest })
  expect(result).toMatchObject({ state: 'changed', preview: { versions: 2 } })
  expect(labels(store, article)).toHaveLength(5)
})

test('pinned, cited and exported versions stay, until that is taken back', async () => {
  const { store, keep, previewRetention } = library()
  const article = seen(store, 'ABABAB')
  const ids = ['2', '3', '4'].map((label) => idOf(store, article, label))
  for (const [i, reason] of (['pinned', 'cited', 'exported'] as const).entries()) {
    await keep({ revision: ids[i]!, reason, kept: true })
  }
  const kept = readTimemap(store, article).revisions.map((one) => one.kept.join())
  expect(kept).toEqual(['', 'pinned', 'cited', 'exported', '', ''])
  expect(await previewRetention({ rule: most(2) })).toMatchObject({
    versions: 2,
    protects: { pinned: 1, cited: 1, exported: 0 }
  })
  await keep({ revision: ids[0]!, reason: 'pinned', kept: false })
  expect(await previewRetention({ rule: most(2) })).toMatchObject({ versions: 3 })
})

test('A B C A trimmed to 3 keeps the newest readable, also once the rest is gone for good', async () => {
  const { store, previewRetention, applyRetention, emptyDeleted } = library()
  const article = seen(store, 'ABCA')
  const { digest } = await previewRetention({ rule: most(3) })
  await applyRetention({ rule: most(3), digest })
  expect(await emptyDeleted({})).toEqual({ articles: 0, versions: 1 })
  expect(labels(store, article)).toEqual(['2', '3', '4'])
  expect(libraryDump(store)).toMatchObject({
    articles: [{ texts: [texts['B']!.blocks, texts['C']!.blocks, texts['A']!.blocks] }]
  })
})

test('old minor changes go, of all sources or of one', async () => {
  const { store, previewRetention } = library()
  seen(store, 'AaB')
  seen(store, 'AaB', 'The Post')
  expect(await previewRetention({ rule: minor(1) })).toMatchObject({ articles: 2, versions: 2 })
  expect(await previewRetention({ rule: minor(12) })).toMatchObject({ articles: 0, versions: 0, first: [] })
  expect(await previewRetention({ rule: { ...minor(1), source: 2 } })).toMatchObject({
    sources: [{ id: 2, name: 'The Post', versions: 1 }]
  })
})

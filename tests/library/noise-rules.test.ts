import { expect, test } from 'vitest'
import type { NoiseScope } from '../../src/contract/noise.ts'
import type { NoiseRule } from '../../src/domain/noise-rule.ts'
import { compareRevisions } from '../../src/library/compare.ts'
import { readArticle } from '../../src/library/list.ts'
import { addRule, NoisePreviewer } from '../../src/library/noise.ts'
import { dropRule, rulesFor } from '../../src/library/store/noise-rules.ts'
import type { Store } from '../../src/library/store/open.ts'
import { readTimemap } from '../../src/library/timemap.ts'
import { contentOf, emptyStore, newArticle, see } from './stories.ts'

const wall = 'The wall was last strengthened after the storm of 1961, when eleven houses were lost.'
const teasers = ['seals return to the bay', 'ferries are late again', 'the choir sings on', 'bread is dear this week']
const at = (hour: number) => new Date(Date.UTC(2026, 2, 3, hour)).toISOString()
const made = '2026-03-10T12:00:00.000Z'

/** An article below which a teaser changes with every version; its last version changes a figure too. */
function withTeasers(store: Store, source: string, figure = 'twelve'): number {
  const article = newArticle(store, { source })
  teasers.forEach((teaser, hour) => {
    const text = hour === teasers.length - 1 ? wall.replace('eleven', figure) : wall
    see(store, article, { at: at(hour), content: contentOf('Sea wall', text, `Most read on our pages: ${teaser}`) })
  })
  return article
}

const begins: NoiseRule = { kind: 'begins', words: 'Most read', allow: [] }
const of = (article: number): NoiseScope => ({ kind: 'article', article })

test('a rule is tried on the versions that are stored before it holds', async () => {
  const store = emptyStore()
  const [article, other] = [withTeasers(store, 'Courier'), withTeasers(store, 'Courier')]
  const previewer = new NoisePreviewer(store)
  const one = await previewer.preview(of(article), begins)
  expect(one).toMatchObject({ versions: 3, articles: 1, looked: 3, more: false, held: 0 })
  expect(one?.samples[0]).toMatchObject({ article, headline: 'Sea wall', older: '3', newer: '4' })
  const { sourceId } = readArticle(store, other)
  const all = await previewer.preview({ kind: 'source', source: sourceId }, begins)
  expect(all).toMatchObject({ versions: 6, articles: 2, looked: 6 })
  const figures: NoiseRule = { kind: 'kind', edit: 'figure', allow: [] }
  expect(await previewer.preview(of(article), figures)).toMatchObject({ changes: 0, held: 1 })
  expect(await previewer.preview(of(article), { ...figures, allow: ['digits'] })).toMatchObject({ changes: 1, held: 0 })
})

test('a preview that another follows, or that is cancelled, ends without an answer', async () => {
  const store = emptyStore()
  const article = withTeasers(store, 'Courier')
  const previewer = new NoisePreviewer(store)
  const first = previewer.preview(of(article), begins)
  const second = previewer.preview(of(article), begins)
  expect([await first, (await second)?.articles]).toEqual([null, 1])
  const third = previewer.preview(of(article), begins)
  previewer.cancel()
  expect(await third).toBeNull()
})

test('a rule folds when versions are compared; what is stored of the change stays as it is', () => {
  const store = emptyStore()
  const article = withTeasers(store, 'Courier')
  const { revisions } = readTimemap(store, article)
  const pair = [revisions.at(-2)!.id, revisions.at(-1)!.id] as const
  const before = compareRevisions(store, ...pair)
  expect(before.folds).toEqual([])
  const rule = addRule(store, of(article), begins, made)
  const { comparison, folds } = compareRevisions(store, ...pair)
  expect(folds.map((fold) => fold.rule)).toEqual(folds.map(() => rule))
  expect(folds.length).toBeGreaterThan(0)
  for (const { edit } of folds) expect(comparison.edits[edit]).toMatchObject({ folded: true, rule: 'reader' })
  expect(comparison.edits.filter(({ folded }) => !folded).map(({ kinds }) => kinds[0])).toEqual(['figure'])
  expect(readTimemap(store, article).revisions).toEqual(revisions)
  expect(dropRule(store, rule.id)).toEqual(rule)
  expect(dropRule(store, rule.id)).toBeNull()
  expect(compareRevisions(store, ...pair).comparison).toEqual(before.comparison)
})

test('the rules of an article are its own and those of its source', () => {
  const store = emptyStore()
  const [article, other] = [withTeasers(store, 'Courier'), withTeasers(store, 'Echo')]
  const own = addRule(store, of(article), begins, made)
  const ofSource = addRule(store, { kind: 'source', source: readArticle(store, article).sourceId }, begins, made)
  const elsewhere = addRule(store, of(other), begins, made)
  expect(rulesFor(store, article)).toEqual([own, ofSource])
  expect([own.of, ofSource.of]).toEqual(['Sea wall', 'Courier'])
  expect(rulesFor(store, null)).toEqual([own, ofSource, elsewhere])
  expect(() => addRule(store, of(99), begins, made)).toThrow('not-found')
  expect(() => addRule(store, of(article), { kind: 'text', parts: ['', 'a', ''], allow: [] }, made)).toThrow('rule')
  store.prepare("INSERT INTO noise_rule (article_id, rule, created_at) VALUES (?, '{}', ?)").run(article, made)
  expect(rulesFor(store, article)).toEqual([own, ofSource])
})

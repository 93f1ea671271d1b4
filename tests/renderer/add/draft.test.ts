import { expect, test } from 'vitest'
import type { FoundArticle, FoundFeed, Looked } from '../../../src/contract/tracking.ts'
import { chosenIn, emptyDraft, foundIn, toggled, withAddresses, withFound } from '../../../src/renderer/add/draft.ts'

const article = (url: string, known: number | null = null): FoundArticle => ({
  kind: 'article',
  url,
  headline: 'A headline',
  site: 'The Courier',
  paragraphs: 3,
  words: 90,
  published: null,
  byline: null,
  known
})
const feed: FoundFeed = {
  kind: 'feed',
  url: 'https://a.example/feed',
  title: 'News',
  format: 'atom',
  entries: 9,
  daily: 3,
  known: null
}
const looked = (one: FoundArticle | null): Looked => ({ address: 'a', article: one, feeds: [feed], problem: null })
const urls = (found: readonly { readonly url: string }[]) => found.map(({ url }) => url)

test('a feed of two pages is found once, after the articles', () => {
  const all = foundIn([looked(article('https://a.example/1')), looked(article('https://a.example/2'))])
  expect(urls(all)).toEqual(['https://a.example/1', 'https://a.example/2', feed.url])
})

test('new articles are chosen; feeds and what is known already are not', () => {
  const draft = withFound({ ...emptyDraft, address: 'a' }, [
    looked(article('https://a.example/1')),
    looked(article('https://a.example/2', 7))
  ])
  expect(urls(chosenIn(draft))).toEqual(['https://a.example/1'])
  expect(urls(chosenIn({ ...draft, chosen: toggled(draft.chosen, feed.url) }))).toEqual([
    'https://a.example/1',
    feed.url
  ])
  expect(chosenIn({ ...draft, chosen: toggled(draft.chosen, 'https://a.example/1') })).toEqual([])
})

test('what was found at one address is not added for another', () => {
  const draft = withFound({ ...emptyDraft, address: 'a' }, [looked(article('https://a.example/1'))])
  expect(chosenIn({ ...draft, address: 'b' })).toEqual([])
})

test('dropped addresses stand one a line, and nothing of an earlier look stays', () => {
  const draft = withAddresses(withFound({ ...emptyDraft, tab: 'files', address: 'a' }, []), [
    'https://a.example/',
    'b.example'
  ])
  expect([draft.tab, draft.address, draft.found]).toEqual(['link', 'https://a.example/\nb.example', null])
})

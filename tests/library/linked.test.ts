import { expect, test } from 'vitest'
import { linkHandlers } from '../../src/library/linked.ts'
import { identityOf } from '../../src/library/store/articles.ts'
import { revisionsOf } from '../../src/library/store/revisions.ts'
import { readLink, type ArticleLink } from '../../src/contract/link.ts'
import { contentOf, emptyStore, newArticle, see } from './stories.ts'

const store = emptyStore()
const article = newArticle(store, { source: 'Courier' })
const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour)).toISOString()
see(store, article, ...['One', 'Two', 'Three'].map((text, i) => ({ at: at(i), content: contentOf(text, 'A text.') })))
const { uid } = identityOf(store, article)
const ids = revisionsOf(store, article).map(({ id }) => id)
const asked: string[] = []
const { linked, articleUid } = linkHandlers({
  store,
  articleAt: async (url) => {
    asked.push(url)
    return url === 'https://example.org/a' ? article : null
  }
})
const read = (link: string): ArticleLink => readLink(link)!

test('an article is found by its number, by what every library calls it, and by its address', async () => {
  const whole = { article, versions: null, missing: [] }
  expect(await linked({ link: read(`palimpsest://article/${article}`) })).toEqual(whole)
  expect(await linked({ link: read(`palimpsest://article/${uid}`) })).toEqual(whole)
  expect(await linked({ link: read('palimpsest://article?url=https%3A%2F%2Fexample.org%2Fa') })).toEqual(whole)
  expect(asked).toEqual(['https://example.org/a'])
  expect(articleUid({ article })).toBe(uid)
})

test('versions are found by their labels; what is missing is named', async () => {
  const pair = { older: ids[0], newer: ids[2] }
  expect(await linked({ link: read(`palimpsest://article/${uid}/1..3`) })).toMatchObject({
    versions: pair,
    missing: []
  })
  const one = { older: null, newer: ids[1] }
  expect(await linked({ link: read(`palimpsest://article/${uid}/2`) })).toMatchObject({ versions: one })
  const none = { versions: null, missing: ['9'] }
  expect(await linked({ link: read(`palimpsest://article/${uid}/1..9`) })).toMatchObject(none)
})

test('what is not in the library, or was deleted, is not found', async () => {
  expect(await linked({ link: read('palimpsest://article/999') })).toBeNull()
  expect(await linked({ link: read('palimpsest://article/00000000-0000-4000-8000-000000000000') })).toBeNull()
  expect(await linked({ link: read('palimpsest://article?url=https%3A%2F%2Fexample.org%2Fb') })).toBeNull()
  store.prepare('UPDATE listing SET deleted_at = ? WHERE article_id = ?').run(at(9), article)
  expect(await linked({ link: read(`palimpsest://article/${uid}`) })).toBeNull()
})

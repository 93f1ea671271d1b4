import { expect, test } from 'vitest'
import { deleting, doomedArticles } from '../../src/library/trash.ts'
import { emptying } from '../../src/library/purge.ts'
import { editsOf } from '../../src/library/store/changes.ts'
import type { Store } from '../../src/library/store/open.ts'
import { findTwins } from '../../src/library/twins.ts'
import { contentOf, emptyStore, newArticle, see } from './stories.ts'

const hour = (n: number) => new Date(Date.UTC(2026, 2, 3, n)).toISOString()
const wire = (dead: number) => `The death toll at the quay rose to ${dead}, officials said on Monday.`

/** An outlet's copy of the wire story, seen at two hours; returns the revision that has the new figure. */
function copy(
  store: Store,
  source: string,
  [from, to]: readonly [number, number]
): { article: number; revision: number } {
  const article = newArticle(store, { source })
  const own = `Readers of ${source} know the quay well, and many of them walk there.`
  see(store, article, { at: hour(from), content: contentOf(`${source}: quay`, own, wire(12)) })
  see(store, article, { at: hour(to), content: contentOf(`${source}: quay`, own, wire(14)) })
  const revision = store.prepare('SELECT max(id) FROM revision').pluck().get() as number
  return { article, revision }
}

test('the same edit in three papers is one, in the order of the windows in which they made it', () => {
  const store = emptyStore()
  const post = copy(store, 'Post', [1, 9])
  copy(store, 'Courier', [3, 5])
  copy(store, 'Herald', [4, 9])
  const other = newArticle(store)
  see(store, other, { at: hour(1), content: contentOf('Wall', 'They met for 12 weeks in the hall.') })
  see(store, other, { at: hour(2), content: contentOf('Wall', 'They met for 14 weeks in the hall.') })
  const twins = findTwins(store, { revision: post.revision })
  expect(twins).toMatchObject([{ kinds: ['figure'], articles: 3 }])
  const { hash, places } = twins[0]!
  expect(places.map(({ source, label, lastSeenBefore, at }) => [source, label, lastSeenBefore, at])).toEqual([
    ['Courier', '2', hour(3), hour(5)],
    ['Post', '2', hour(1), hour(9)],
    ['Herald', '2', hour(4), hour(9)]
  ])
  expect(findTwins(store, { hash })).toEqual(twins)
})

test('an edit that nobody else made has no twins; by its hash it is found all the same', () => {
  const store = emptyStore()
  const { revision } = copy(store, 'Post', [1, 2])
  expect(findTwins(store, { revision })).toEqual([])
  const [hash] = editsOf(store, revision).map((edit) => edit.hash)
  expect(findTwins(store, { hash: hash! })).toMatchObject([{ articles: 1, places: [{ source: 'Post' }] }])
  expect(findTwins(store, { hash: '0'.repeat(16) })).toEqual([])
})

test('what is deleted is no twin, and what is deleted for good leaves no hash', () => {
  const store = emptyStore()
  const [post, herald] = [copy(store, 'Post', [1, 2]), copy(store, 'Herald', [1, 2])]
  const act = { at: hour(3), reason: 'reader' } as const
  const hashes = () => store.prepare('SELECT count(*) FROM edit_hash').pluck().get()
  runToEnd(deleting(store, doomedArticles(store, [herald.article]), act))
  expect([findTwins(store, { revision: post.revision }), hashes()]).toEqual([[], 2])
  runToEnd(emptying(store, new Date(hour(4))))
  expect(hashes()).toBe(1)
})

function runToEnd(work: Generator<void>): void {
  while (work.next().done !== true) continue
}

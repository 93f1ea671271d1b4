import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { putSource } from '../../../src/library/store/articles.ts'
import { claim, dueAt } from '../../../src/library/store/claim.ts'
import { addFeed, dueFeeds } from '../../../src/library/store/feeds.ts'
import { openStore } from '../../../src/library/store/open.ts'

test('of two connections one claims what is due; left alone, it is due again in a while', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'palimpsest-claim-')), 'library.db')
  const [one, other] = [openStore(path), openStore(path)]
  const source_id = putSource(one, { name: 'News', homepage: null, folder: null })
  const { id } = addFeed(one, { url: 'https://a.example/feed', title: 'News', source_id, pace: 'usual', next_at: 1000 })
  const feed = { kind: 'feed', id } as const
  expect(claim(one, feed, { now: 999, until: 5000 })).toBe(false)
  expect(claim(one, feed, { now: 1000, until: 5000 })).toBe(true)
  expect(claim(other, feed, { now: 1000, until: 6000 })).toBe(false)
  expect([dueAt(other, feed), dueFeeds(other, 4999, 9).length, dueFeeds(other, 5000, 9).length]).toEqual([5000, 0, 1])
  one.close()
  other.close()
})

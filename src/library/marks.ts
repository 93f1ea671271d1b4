import { CallFailure } from '../contract/failure.ts'
import type { Marks } from '../contract/filing.ts'
import type { ReadMark } from '../contract/lists.ts'
import { inBatches } from './batches.ts'
import { findRevision } from './content.ts'
import { listedChanges } from './store/changes.ts'
import { refreshListing } from './store/listing.ts'
import { listedArticle, type ListedArticle } from './store/lists.ts'
import { asFailure, type Store } from './store/open.ts'
import { putReading, putStar, readUntil, seenBefore, setReading } from './store/reading.ts'

type ReadTo = 'all' | 'newest' | ReadMark

/** The reader has seen a revision and all before it. Answers its article, or null where that was known already. */
export function markRead(store: Store, id: number): number | null {
  const { article, at } = findRevision(store, id)
  return marking(store, article, () => putReading(store, article, at)) ? article : null
}

/**
 * Marks all of an article as read, or its newest change as unread (the newest that is more than minor, where there is
 * one), or puts the mark back to where it was; answers where it was. Throws `CallFailure` `not-found`.
 */
export function setRead(store: Store, article: number, to: ReadTo): ReadMark {
  const before = { until: readUntil(store, article) ?? null }
  marking(store, article, ({ changedAt }) => readTo(store, { id: article, changedAt }, to))
  return before
}

/** When the version before the newest change was first seen; undefined where nothing ever changed. */
function beforeNewest(store: Store, article: number): string | null | undefined {
  const changes = listedChanges(store, article)
  const last = changes.findLast(({ minor }) => !minor) ?? changes.at(-1)
  return last === undefined ? undefined : seenBefore(store, article, last.at)
}

/** Stars an article or takes the star away. Throws `CallFailure` `not-found`. */
export function star(store: Store, article: number, starred: boolean): void {
  marking(store, article, () => {
    putStar(store, article, starred)
    return true
  })
}

/**
 * Marks many articles, a few in each transaction, and answers what takes that back. Of those that already were so, and
 * of those that are not there, it says nothing.
 */
export function* markingMany(store: Store, { stars, reads }: Marks): Generator<void, Marks> {
  const back: { stars: Marks['stars']; reads: Marks['reads'] } = { stars: [], reads: [] }
  yield* inBatches(store, stars, ({ article, starred }) => {
    const row = listedArticle(store, article)
    if (row === undefined || (row.starred === 1) === starred) return
    putStar(store, article, starred)
    refreshListing(store, article)
    back.stars.push({ article, starred: !starred })
  })
  yield* inBatches(store, reads, ({ article, to }) => {
    const row = listedArticle(store, article)
    if (row === undefined || (to === 'all' && row.unseen === 0)) return
    const until = readUntil(store, article) ?? null
    if (readTo(store, row, to)) {
      refreshListing(store, article)
      back.reads.push({ article, to: { until } })
    }
  })
  return back
}

/** Puts the mark of what was read; answers whether it may have moved. */
function readTo(store: Store, { id, changedAt }: Pick<ListedArticle, 'id' | 'changedAt'>, to: ReadTo): boolean {
  if (to === 'all') return putReading(store, id, changedAt)
  const until = to === 'newest' ? beforeNewest(store, id) : to.until
  if (until !== undefined) setReading(store, id, until)
  return until !== undefined
}

/** Changes the reader's own state of an article, and its row in the lists with it; answers whether it changed. */
function marking(store: Store, article: number, change: (row: { readonly changedAt: string }) => boolean): boolean {
  const work = store.transaction(() => {
    const row = listedArticle(store, article)
    if (row === undefined) throw new CallFailure('not-found', `article ${article}`)
    const changed = change(row)
    if (changed) refreshListing(store, article)
    return changed
  })
  try {
    return work.immediate()
  } catch (error) {
    throw asFailure(error)
  }
}

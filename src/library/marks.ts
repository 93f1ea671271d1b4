import { CallFailure } from '../contract/failure.ts'
import type { ReadMark } from '../contract/lists.ts'
import { findRevision } from './content.ts'
import { listedChanges } from './store/changes.ts'
import { refreshListing } from './store/listing.ts'
import { listedArticle } from './store/lists.ts'
import { asFailure, type Store } from './store/open.ts'
import { putReading, putStar, readUntil, seenBefore, setReading } from './store/reading.ts'

/** The reader has seen a revision and all before it. Answers its article, or null where that was known already. */
export function markRead(store: Store, id: number): number | null {
  const { article, at } = findRevision(store, id)
  return marking(store, article, () => putReading(store, article, at)) ? article : null
}

/**
 * Marks all of an article as read, or its newest change as unread (the newest that is more than minor, where there is
 * one), or puts the mark back to where it was; answers where it was. Throws `CallFailure` `not-found`.
 */
export function setRead(store: Store, article: number, to: 'all' | 'newest' | ReadMark): ReadMark {
  const before = { until: readUntil(store, article) ?? null }
  marking(store, article, ({ changedAt }) => {
    if (to === 'all') return putReading(store, article, changedAt)
    const until = to === 'newest' ? beforeNewest(store, article) : to.until
    if (until !== undefined) setReading(store, article, until)
    return until !== undefined
  })
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

import { inBatches } from './batches.ts'
import { Damage } from './store/damage.ts'
import { refreshListing } from './store/listing.ts'
import type { Store } from './store/open.ts'
import { purgeArticle, purgeRevisions } from './store/purge.ts'
import { securely } from './store/secure.ts'
import { articlesDeletedBy, dropEmptyDeletions, waitingOf } from './store/trash.ts'
import { markUpkeep } from './store/upkeep.ts'
import { daysAfter, waitingDays } from './trash.ts'

interface Purged {
  readonly articles: number
  /** Versions of articles that stay. */
  readonly versions: number
}

/** What was deleted for good, and the ids of the articles that it was of. */
export interface PurgedOf extends Purged {
  readonly touched: readonly number[]
}

/** Deletes for good what has waited its 30 days, article by article. Throws `Damage` as `emptying` does. */
export function purgingExpired(store: Store, now: Date): Generator<void, PurgedOf> {
  return purging(store, daysAfter(now.toISOString(), -waitingDays), now.toISOString())
}

/**
 * Deletes for good everything that waits, a few articles in each transaction. A damaged article keeps no other from
 * being deleted; then `Damage` is thrown at the end.
 */
export function emptying(store: Store, now: Date): Generator<void, PurgedOf> {
  return purging(store, '~', now.toISOString())
}

function* purging(store: Store, upTo: string, at: string): Generator<void, PurgedOf> {
  let damage: Damage | undefined
  const touched: number[] = []
  const done = { articles: 0, versions: 0 }
  const purge = (article: number) => {
    try {
      const { articles, versions } = store.transaction(() => purgeWaiting(store, { article, upTo, at }))()
      done.articles += articles
      done.versions += versions
      if (articles + versions > 0) touched.push(article)
    } catch (error) {
      if (!(error instanceof Damage)) throw error
      damage ??= error
    }
  }
  yield* securely(store, inBatches(store, articlesDeletedBy(store, upTo), purge))
  dropEmptyDeletions(store)
  if (done.articles + done.versions > 0) markUpkeep(store, 'purged', { at, detail: JSON.stringify(done) })
  if (damage !== undefined) throw damage
  return { ...done, touched }
}

interface Waiting {
  readonly article: number
  readonly upTo: string
  readonly at: string
}

/** Looks again at what waits: the reader may have taken it back since. */
function purgeWaiting(store: Store, { article, upTo, at }: Waiting): Purged {
  const { whole, revisions } = waitingOf(store, article, upTo)
  if (whole !== null) {
    purgeArticle(store, article, { at, reason: whole })
    return { articles: 1, versions: 0 }
  }
  for (const [reason, members] of Map.groupBy(revisions, (one) => one.reason)) {
    const ids = members.map(({ revision }) => revision)
    purgeRevisions(store, article, ids, { at, reason })
  }
  if (revisions.length > 0) refreshListing(store, article)
  return { articles: 0, versions: revisions.length }
}

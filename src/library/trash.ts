import type { Deleted, DeletedEntry, RecentlyDeleted, Restored } from '../contract/keeping.ts'
import { CallFailure } from '../contract/failure.ts'
import { inBatches } from './batches.ts'
import { changeShown } from './shown.ts'
import { tallyOf } from './store/listing.ts'
import { listedArticle } from './store/lists.ts'
import type { Store } from './store/open.ts'
import { getRevision, revisionsOf } from './store/revisions.ts'
import {
  addDeletion,
  articlesIn,
  dropEmptyDeletions,
  isTrashed,
  trashArticle,
  trashedRows,
  trashRevision,
  untrash,
  untrashRevision,
  type Act,
  type TrashedRow
} from './store/trash.ts'

/** What is deleted waits so long in Recently deleted, in days, before it is deleted for good. */
export const waitingDays = 30

/** Revisions of one article that are to be deleted; null for the article with all of them. */
export interface Doomed {
  readonly article: number
  readonly revisions: readonly number[] | null
}

/** Articles by their ids. Throws `CallFailure` `not-found`. */
export function doomedArticles(store: Store, articles: readonly number[]): Doomed[] {
  return [...new Set(articles)].map((article) => {
    if (listedArticle(store, article) === undefined) throw new CallFailure('not-found', `article ${article}`)
    return { article, revisions: null }
  })
}

/** Revisions by their ids, article by article. Throws `CallFailure` `not-found`. */
export function doomedRevisions(store: Store, revisions: readonly number[]): Doomed[] {
  const rows = revisions.map((id) => {
    const row = getRevision(store, id)
    if (row === undefined) throw new CallFailure('not-found', `revision ${id}`)
    return row
  })
  return [...Map.groupBy(rows, ({ article }) => article)].map(([article, members]) => {
    return { article, revisions: members.map(({ id }) => id) }
  })
}

/**
 * Puts revisions and articles into Recently deleted as one act, a few articles in each transaction; what is there
 * already is left out. An article of which nothing would be left is put there whole. Answers null where
 * there was nothing to do.
 */
export function* deleting(store: Store, doomed: Iterable<Doomed>, act: Act): Generator<void, Deleted | null> {
  const deletion = addDeletion(store, act)
  const total = { articles: 0, versions: 0 }
  yield* inBatches(store, doomed, (one) => {
    const { whole, versions } = deleteOne(store, one, deletion)
    total.articles += Number(whole)
    total.versions += whole ? 0 : versions
  })
  if (total.articles + total.versions > 0) return { deletion, ...total }
  dropEmptyDeletions(store)
  return null
}

interface One {
  readonly whole: boolean
  readonly versions: number
}

function deleteOne(store: Store, { article, revisions }: Doomed, deletion: number): One {
  if (isTrashed(store, article)) return { whole: false, versions: 0 }
  const live = revisionsOf(store, article).map(({ id }) => id)
  const going = revisions === null ? live : live.filter((id) => revisions.includes(id))
  const whole = revisions === null || (going.length > 0 && going.length === live.length)
  if (!whole && going.length === 0) return { whole, versions: 0 }
  changeShown(store, article, () => {
    if (whole) trashArticle(store, article, deletion)
    else for (const id of going) trashRevision(store, id, deletion)
  })
  return { whole, versions: going.length }
}

/** Takes back what one act deleted (of one article, where that is given), as far as it is not gone for good. */
export function* restoring(store: Store, deletion: number, only?: number): Generator<void, Restored> {
  const articles = articlesIn(store, deletion).filter((article) => only === undefined || article === only)
  let versions = 0
  yield* inBatches(store, articles, (article) => {
    versions += restoreOne(store, article, deletion)
  })
  dropEmptyDeletions(store)
  return { articles, versions }
}

function restoreOne(store: Store, article: number, deletion: number): number {
  let versions = 0
  changeShown(store, article, () => (versions = untrash(store, article, deletion)))
  return versions
}

/** Takes one version back. Throws `CallFailure` `not-found` where it is gone for good. */
export function restoreRevision(store: Store, revision: number): Restored {
  const row = getRevision(store, revision)
  if (row === undefined) throw new CallFailure('not-found', `revision ${revision}`)
  let versions = 0
  store
    .transaction(() => {
      changeShown(store, row.article, () => (versions = Number(untrashRevision(store, revision))))
      dropEmptyDeletions(store)
    })
    .immediate()
  return { articles: [row.article], versions }
}

const mostEntries = 500

/** How many articles wait, and how many versions of others. */
export function waiting(store: Store): { readonly articles: number; readonly versions: number } {
  return { articles: tallyOf(store, 'deleted'), versions: tallyOf(store, 'trashed') }
}

/** What waits to be deleted for good, the last deleted first. */
export function recentlyDeleted(store: Store): RecentlyDeleted {
  return { entries: trashedRows(store, mostEntries).map(toEntry), ...waiting(store) }
}

function toEntry({ whole, ...row }: TrashedRow): DeletedEntry {
  return { ...row, whole: whole === 1, until: daysAfter(row.at, waitingDays) }
}

/** The same time of day so many days later. */
export function daysAfter(at: string, days: number): string {
  return new Date(Date.parse(at) + days * 86_400_000).toISOString()
}

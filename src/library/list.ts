import { CallFailure } from '../contract/failure.ts'
import {
  smartLists,
  type ArticlePage,
  type ArticleRow,
  type Counts,
  type ListChoice,
  type ListKey,
  type OpenedList
} from '../contract/lists.ts'
import { readBars } from './store/bars.ts'
import {
  countedSources,
  cursorOf,
  listedArticle,
  listedOrder,
  listedPage,
  smartCount,
  type ListedArticle,
  type PageOptions
} from './store/lists.ts'
import { madeFolders } from './store/filing.ts'
import type { Store } from './store/open.ts'
import { tallyOf } from './store/listing.ts'

/** One page of a list, the last changed first, and where the next begins. */
export function listArticles(store: Store, list: ListKey, options: PageOptions): ArticlePage {
  const page = listedPage(store, list, { ...options, limit: options.limit + 1 })
  const rows = page.slice(0, options.limit)
  const last = page.length > options.limit ? rows.at(-1) : undefined
  return { rows: rows.map(toRow), next: last === undefined ? null : cursorOf(list, last) }
}

interface Opening extends Omit<PageOptions, 'after'> {
  readonly choice?: ListChoice | undefined
}

/** The order of a whole list as it is now, with its first rows. */
export function openList(store: Store, list: ListKey, { limit, now, choice }: Opening): OpenedList {
  const ids = Int32Array.from(listedOrder(store, list, now, choice))
  return { ids, first: readArticles(store, [...ids.subarray(0, limit)]) }
}

/** The rows of these articles, in their order, deleted ones too; those that are not there are left out. */
export function readArticles(store: Store, articles: readonly number[]): ArticleRow[] {
  return articles.flatMap((article) => listedArticle(store, article) ?? []).map(toRow)
}

/** An article's row, also that of a deleted one. Throws `CallFailure` `not-found`. */
export function readArticle(store: Store, article: number): ArticleRow {
  const row = listedArticle(store, article)
  if (row === undefined) throw new CallFailure('not-found', `article ${article}`)
  return toRow(row)
}

/** How many articles each list has. */
export function readCounts(store: Store, now: Date): Counts {
  const smart = Object.fromEntries(smartLists.map((name) => [name, smartCount(store, name, now)]))
  return {
    smart: smart as Counts['smart'],
    deletedVersions: tallyOf(store, 'trashed'),
    versions: tallyOf(store, 'versions'),
    sources: countedSources(store),
    folders: madeFolders(store)
  }
}

function toRow(listed: ListedArticle): ArticleRow {
  return {
    ...listed,
    bars: readBars(listed.bars),
    minor: listed.minor === 1,
    headlineChanged: listed.headlineChanged === 1,
    silent: listed.silent === 1,
    starred: listed.starred === 1
  }
}

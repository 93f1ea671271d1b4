import type { Outcome } from '../domain/capture.ts'
import type { EditKind } from '../domain/diff/comparison.ts'
import type { Article } from '../domain/timemap.ts'

/** Lists that every article falls into by a rule, in the order in which they stand. */
export const smartLists = ['recent', 'unread', 'headline', 'silent', 'starred', 'all', 'deleted'] as const
export type SmartList = (typeof smartLists)[number]

/** A list by what makes it: a rule, a folder's name, a source's id. */
export type ListKey =
  | { readonly kind: 'smart'; readonly name: SmartList }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'source'; readonly source: number }

/** Kinds of change by which a list can be filtered, most telling first. */
export const filterKinds = [
  'headline',
  'quote',
  'figure',
  'negation',
  'hedge',
  'name',
  'attribution',
  'date',
  'correction-note',
  'removed',
  'added',
  'moved'
] as const satisfies readonly EditKind[]
type FilterKind = (typeof filterKinds)[number]

/** Which articles of a list are shown. */
export interface ListFilter {
  /** Leaves out what has changed in nothing but minor ways. */
  readonly hideMinor: boolean
  /** Only articles with a silent edit. */
  readonly silent: boolean
  /** Only articles in which such a change was made. */
  readonly kind: FilterKind | null
  readonly source: number | null
}

/** By what a list is ordered: the newest change, the most words changed at once, the first capture, the headline. */
export const listSorts = ['changed', 'size', 'first', 'title'] as const
export type ListSort = (typeof listSorts)[number]

/** What a list shows, and in which order. */
export interface ListChoice {
  readonly filter: ListFilter
  readonly sort: ListSort
}

/** Lists that by their rule hold nothing with only minor changes, until the reader wants to see those too. */
export const hidesMinor = (list: ListKey): boolean =>
  list.kind === 'smart' && (list.name === 'recent' || list.name === 'unread')

/** What a list shows until the reader chooses otherwise. */
export const usualChoice = (list: ListKey): ListChoice => ({
  filter: { hideMinor: hidesMinor(list), silent: false, kind: null, source: null },
  sort: 'changed'
})

/** Where a row stands in a list: its time there (ISO 8601 UTC) and its id. */
export interface Cursor {
  readonly at: string
  readonly article: number
}

/** A bar of the sparkline: one change, or in a long history all changes of a stretch of time. */
export interface Bar {
  /** ISO 8601 UTC, to the second. */
  readonly at: string
  readonly wordsAdded: number
  readonly wordsRemoved: number
  readonly minor: boolean
}

/** One row of the article list. */
export interface ArticleRow extends Article {
  readonly sourceId: number
  readonly folder: string | null
  /** First and last observation, ISO 8601 UTC: the ends of the sparkline. */
  readonly firstAt: string
  readonly lastAt: string
  /** When the newest revision was first seen. */
  readonly changedAt: string
  /** When the newest revision that is more than a minor change was first seen; null where there is none. */
  readonly tellingAt: string | null
  /** When it was deleted; null for one that was not. */
  readonly deletedAt: string | null
  /** Oldest first, 42 at most. */
  readonly bars: readonly Bar[]
  /** When the revision that changed most words was first seen; null for one revision. */
  readonly largestAt: string | null
  /** What the newest change is called, and whether it is minor. */
  readonly summary: string
  readonly minor: boolean
  readonly revisions: number
  /** How the newest observation ended. */
  readonly outcome: Outcome
  readonly status: number | null
  /** Changes newer than the last revision read, and those of them that are more than minor. */
  readonly unseen: number
  readonly unread: number
  /** The headline differs between any two revisions. */
  readonly headlineChanged: boolean
  /** At least one change is silent. */
  readonly silent: boolean
  readonly starred: boolean
}

/** Up to where an article was read: when the newest version that was is first seen, or null where none was. */
export interface ReadMark {
  readonly until: string | null
}

export interface ArticlePage {
  readonly rows: readonly ArticleRow[]
  /** What to give as `after` for the next page; null where this was the last. */
  readonly next: Cursor | null
}

/** A list as it was when it was opened. */
export interface OpenedList {
  /** The ids of all its articles in order. */
  readonly ids: Int32Array
  /** The rows of the first of them. */
  readonly first: readonly ArticleRow[]
}

export interface SourceCount {
  readonly id: number
  readonly name: string
  readonly folder: string | null
  readonly articles: number
  /** Articles with an unread change. */
  readonly unread: number
}

/** How many articles each list has. */
export interface Counts {
  readonly smart: Readonly<Record<SmartList, number>>
  /** Versions that wait in Recently deleted without their article. */
  readonly deletedVersions: number
  /** Versions of all that is not deleted. */
  readonly versions: number
  /** Every source with articles, in no order. */
  readonly sources: readonly SourceCount[]
  /** Folders that the reader made, whether or not anything lies in them. */
  readonly folders: readonly string[]
}

/** Rows that are asked for together: as many as a window shows a few times over. */
export const mostRows = 200

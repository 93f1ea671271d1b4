import type { SavedQuery } from '../../contract/saved.ts'
import type { SearchHit, SearchRequest, SearchScope, SearchSort, Since } from '../../contract/search.ts'
import type { Place } from '../app/place.ts'

export interface Filters {
  readonly source: number | null
  readonly since: Since
}

/** A hit that was chosen, and the query that it was found by: its marks and words stay true while another is typed. */
export interface Found {
  readonly hit: SearchHit
  readonly text: string
  /** Shown in the reader between its two versions, no longer by itself. */
  readonly compared: boolean
}

/** What the reader searches for. Pure; the window draws it. */
export interface Searching {
  readonly isOpen: boolean
  readonly text: string
  readonly scope: SearchScope
  readonly filters: Filters
  readonly sort: SearchSort
  /** The saved search that this is, by its id; null once anything of it is another. */
  readonly saved: number | null
  readonly found: Found | null
  /** Where the reader was before a hit led elsewhere. */
  readonly before: Place | null
}

export type SearchStep =
  | { readonly type: 'open' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'scope'; readonly scope: SearchScope }
  | { readonly type: 'filters'; readonly filters: Partial<Filters> }
  | { readonly type: 'sort'; readonly sort: SearchSort }
  /** A saved search is run, or what is searched for was saved. */
  | { readonly type: 'run'; readonly query: SavedQuery; readonly saved: number }
  | { readonly type: 'found'; readonly hit: SearchHit }
  | { readonly type: 'compared'; readonly before: Place }
  | { readonly type: 'close' }

export const noFilters: Filters = { source: null, since: 'any' }

export const notSearching: Searching = {
  isOpen: false,
  text: '',
  scope: 'anywhere',
  filters: noFilters,
  sort: 'best',
  saved: null,
  found: null,
  before: null
}

export function searchStep(searching: Searching, taken: SearchStep): Searching {
  switch (taken.type) {
    case 'open':
      return { ...searching, isOpen: true }
    case 'text':
      return { ...searching, isOpen: true, text: taken.text, saved: null }
    case 'scope':
      return { ...searching, scope: taken.scope, saved: null }
    case 'filters':
      return { ...searching, filters: { ...searching.filters, ...taken.filters }, saved: null }
    case 'sort':
      return { ...searching, sort: taken.sort, saved: null }
    case 'run':
      return run(searching, taken.query, taken.saved)
    case 'found':
      return { ...searching, found: { hit: taken.hit, text: searching.text, compared: false } }
    case 'compared':
      if (searching.found === null) return searching
      return {
        ...searching,
        found: { ...searching.found, compared: true },
        before: searching.before ?? taken.before
      }
    case 'close':
      return notSearching
  }
}

function run(searching: Searching, { text, scope, source, since, sort }: SavedQuery, saved: number): Searching {
  return { ...searching, isOpen: true, text, scope, filters: { source, since }, sort, saved }
}

/** What is kept of a search. */
export function queryOf({ text, scope, filters, sort }: Searching): SavedQuery {
  return { text: text.trim().slice(0, 1000), scope, ...filters, sort }
}

const days: Readonly<Record<Exclude<Since, 'any'>, number>> = { week: 7, month: 30, year: 365 }

const hitsAtOnce = 25

/** What the library is asked for. */
export function requestOf(
  { text, scope, filters, sort }: Pick<Searching, 'text' | 'scope' | 'filters' | 'sort'>,
  now: number
): SearchRequest {
  const { source, since } = filters
  return {
    text: text.slice(0, 1000),
    scope,
    limit: hitsAtOnce,
    ...(sort === 'best' ? {} : { sort }),
    ...(source === null ? {} : { source }),
    ...(since === 'any' ? {} : { from: new Date(now - days[since] * 86_400_000).toISOString() })
  }
}

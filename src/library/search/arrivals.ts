import { mostFresh, type SavedSearch } from '../../contract/saved.ts'
import { arrivals, type ScopedTerm, type SearchedBlock, type Turnover } from '../../domain/search/arrival.ts'
import { parseQuery } from '../../domain/search/query.ts'
import { Damage } from '../store/damage.ts'
import type { Store } from '../store/open.ts'
import { ArticleText } from '../store/packs.ts'
import { getRevision, type RevisionRow } from '../store/revisions.ts'
import { comparedWith, putSavedSearch, revisionsAfter, savedSearches } from '../store/saved-searches.ts'
import { searchOne } from './search.ts'

/**
 * The saved searches that a revision made its article match. The work is that of what changed: the blocks that went and
 * came are read once for all searches, and an article is judged whole only where one of a search's terms turned up.
 */
export function foundBy(store: Store, searches: readonly SavedSearch[], revision: number): SavedSearch[] {
  const row = searches.length === 0 ? undefined : getRevision(store, revision)
  // Read anew by a better reader: the page itself did not change.
  if (row === undefined || row.rebuilt) return []
  const asked = searches.map((search) => ({ search, terms: termsOf(search) }))
  const came = arrivals(
    asked.flatMap(({ terms }) => terms),
    turnoverOf(store, row)
  )
  let at = 0
  return asked.flatMap(({ search, terms }) => {
    const own = came.slice(at, (at += terms.length))
    return own.includes(true) && searchOne(store, requestOf(search), row.article) !== null ? [search] : []
  })
}

function termsOf({ query: { text, scope } }: SavedSearch): ScopedTerm[] {
  return parseQuery(text).terms.map((term) => ({ term, scope: term.scope ?? scope }))
}

/** A text that just came stands now, however far back is searched. */
const requestOf = ({ query: { text, scope, source } }: SavedSearch) => {
  return { text, scope, limit: 1, ...(source === null ? {} : { source }) }
}

function turnoverOf(store: Store, row: RevisionRow): Turnover {
  const against = comparedWith(store, row.id)
  const before = against === undefined ? undefined : getRevision(store, against)
  const text = new ArticleText(store, row.article)
  const [old, now] = [new Set(before?.blocks), new Set(row.blocks)]
  const read = (numbers: Iterable<number>): SearchedBlock[] =>
    Array.from(numbers, (number) => {
      return { text: text.block(number).text, isHeadline: number === row.headline || number === before?.headline }
    })
  return {
    gone: read([...old].filter((number) => !now.has(number))),
    fresh: read([...now].filter((number) => !old.has(number))),
    kept: read([...old].filter((number) => now.has(number))),
    isFirst: before === undefined
  }
}

/** Counts an article as not looked at yet in each of the searches. */
export function markFresh(store: Store, searches: readonly SavedSearch[], article: number): void {
  for (const search of searches) {
    if (search.fresh.includes(article) || search.fresh.length >= mostFresh) continue
    putSavedSearch(store, { ...search, fresh: [...search.fresh, article] })
  }
}

/** So many revisions are looked through in one transaction. */
const batch = 20

/** Looks through what was stored since, a batch a step; an answer says whether any search came to find something. */
export function* lookingThrough(store: Store, canWrite: () => boolean): Generator<void, boolean> {
  let found = false
  while (canWrite()) {
    const step = store.transaction(() => lookOn(store)).immediate()
    if (step === null) break
    found ||= step
    yield
  }
  return found
}

/** Null where nothing is left. */
function lookOn(store: Store): boolean | null {
  const searches = savedSearches(store)
  const from = Math.min(...searches.map(({ seen }) => seen))
  const revisions = searches.length === 0 ? [] : revisionsAfter(store, from, batch)
  const last = revisions.at(-1)
  if (last === undefined) return null
  let found = false
  for (const revision of revisions) {
    const unseen = savedSearches(store).filter(({ seen }) => seen < revision)
    const finding = foundReadable(store, unseen, revision)
    if (finding.length === 0) continue
    markFresh(store, finding, getRevision(store, revision)!.article)
    found = true
  }
  for (const search of savedSearches(store)) if (search.seen < last) putSavedSearch(store, { ...search, seen: last })
  return found
}

/** A damaged text is found by nothing; verifying tells of it. */
export function foundReadable(store: Store, searches: readonly SavedSearch[], revision: number): SavedSearch[] {
  try {
    return foundBy(store, searches, revision)
  } catch (error) {
    if (error instanceof Damage) return []
    throw error
  }
}

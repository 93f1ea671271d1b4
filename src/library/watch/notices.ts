import type { SavedSearch } from '../../contract/saved.ts'
import type { Notice, TrackingSettings } from '../../contract/tracking.ts'
import { noticesFor, type Happening } from '../../domain/notices.ts'
import { foundReadable, markFresh } from '../search/arrivals.ts'
import { getArticle } from '../store/articles.ts'
import { changesOf, editsOf } from '../store/changes.ts'
import type { Store } from '../store/open.ts'
import { ArticleText } from '../store/packs.ts'
import type { RevisionRow } from '../store/revisions.ts'
import { savedSearches } from '../store/saved-searches.ts'
import type { Recorded } from './record.ts'

interface Found {
  /** What a check stored and learnt; null of the first look at what a feed named. */
  readonly recorded: Recorded | null
  /** The saved searches that came to find the article, of which some may want no notice. */
  readonly searches: readonly SavedSearch[]
  readonly settings: TrackingSettings
  readonly now: Date
}

/** What a check found that the reader wants to be told of outside the window, at this time of their day. */
export function noticesOf(
  store: Store,
  article: number,
  { recorded, searches, settings, now }: Found
): readonly Notice[] {
  const changed = recorded === null ? null : happeningOf(store, article, recorded)
  const wanted = searches.filter(({ notify }) => notify).map(({ name }) => name)
  const { headline, source } = getArticle(store, article)!
  const [older, newer] = [recorded?.before?.id ?? null, recorded?.revision?.id ?? null]
  const happenings: Happening[] = [
    ...(changed === null ? [] : [changed]),
    ...(wanted.length === 0
      ? []
      : [{ article, source, headline, older, newer, what: 'found', searches: wanted } as const])
  ]
  return noticesFor(happenings, settings.notify, localTime(now))
}

/** The saved searches that a new revision made its article match; they count it from now on. */
export function foundNow(store: Store, revision: RevisionRow | null): readonly SavedSearch[] {
  const searches = revision === null ? [] : savedSearches(store)
  if (revision === null || searches.length === 0) return []
  const found = foundReadable(store, searches, revision.id)
  markFresh(store, found, revision.article)
  return found
}

const localTime = (now: Date): string => `${two(now.getHours())}:${two(now.getMinutes())}`
const two = (n: number): string => String(n).padStart(2, '0')

function happeningOf(store: Store, article: number, recorded: Recorded): Happening | null {
  const { headline, source } = getArticle(store, article)!
  const { revision, before, outcome, wasGone, again } = recorded
  const about = { article, source, headline, older: before?.id ?? null, newer: revision?.id ?? before?.id ?? null }
  if (outcome === 'gone') return again || wasGone ? null : { ...about, what: 'gone' }
  if (wasGone && recorded.shows) return { ...about, what: 'returned' }
  if (revision === null || before === undefined) return null
  const change = changesOf(store, article).get(revision.id)
  if (change === undefined) return null
  const headlineBefore = change.headlineChanged ? headlineOf(store, before) : null
  const { minor, silent } = change
  return { ...about, what: 'changed', minor, silent, headlineBefore, edits: editsOf(store, revision.id) }
}

const headlineOf = (store: Store, { article, headline }: RevisionRow): string | null =>
  headline === null ? null : new ArticleText(store, article).block(headline).text

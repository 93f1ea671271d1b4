import type { Notice, TrackingSettings } from '../../contract/tracking.ts'
import { noticesFor, type Happening } from '../../domain/notices.ts'
import { getArticle } from '../store/articles.ts'
import { changesOf, editsOf } from '../store/changes.ts'
import type { Store } from '../store/open.ts'
import { ArticleText } from '../store/packs.ts'
import type { RevisionRow } from '../store/revisions.ts'
import type { Recorded } from './record.ts'

/** What a check found that the reader wants to be told of outside the window, at this time of their day. */
export function noticesOf(
  store: Store,
  article: number,
  { recorded, settings, now }: { readonly recorded: Recorded; readonly settings: TrackingSettings; readonly now: Date }
): readonly Notice[] {
  const happening = happeningOf(store, article, recorded)
  return happening === null ? [] : noticesFor([happening], settings.notify, localTime(now))
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

import { CallFailure } from '../contract/failure.ts'
import type { Capture } from '../domain/capture.ts'
import type { RevisionInfo, Timemap } from '../domain/timemap.ts'
import { getArticle } from './store/articles.ts'
import { capturesOf } from './store/captures.ts'
import { changesOf, type ChangeRow } from './store/changes.ts'
import type { Store } from './store/open.ts'
import { revisionsOf, type RevisionRow } from './store/revisions.ts'

/** All revisions and captures of an article in order of time. Throws `CallFailure` `not-found`. */
export function readTimemap(store: Store, id: number): Timemap {
  const article = getArticle(store, id)
  if (article === undefined) throw new CallFailure('not-found', `article ${id}`)
  const captures = capturesOf(store, id)
  const changes = changesOf(store, id)
  const rows = revisionsOf(store, id)
  return {
    article,
    captures,
    revisions: rows.map((row, i) => describe(row, rows.slice(0, i), captures, changes.get(row.id)))
  }
}

function describe(
  row: RevisionRow,
  earlier: readonly RevisionRow[],
  captures: readonly Capture[],
  change: ChangeRow | undefined
): RevisionInfo {
  const { id, number, at, words, headline, imported } = row
  return {
    id,
    number,
    at,
    words,
    headline,
    imported,
    lastSeenBefore: earlier.length === 0 ? null : lastSeenBefore(at, captures),
    returnsTo: earlier.find(({ textHash }) => textHash.equals(row.textHash))?.number ?? null,
    change: change ?? null,
    noted: change?.noted ?? false
  }
}

const showsText = new Set(['changed', 'unchanged', 'not-modified'])

/** The newest observation before a time that showed the text as it then was; a failed check shows nothing. */
function lastSeenBefore(at: string, captures: readonly Capture[]): string | null {
  return captures.findLast((capture) => capture.at < at && showsText.has(capture.outcome))?.until ?? null
}

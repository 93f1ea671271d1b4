import type { Captured } from '../contract/captured.ts'
import { CallFailure } from '../contract/failure.ts'
import type { Content } from '../domain/revision.ts'
import { capturedOf } from './store/captured.ts'
import type { Store } from './store/open.ts'
import { ArticleText } from './store/packs.ts'
import { contentOf, getRevision, neighbours, type RevisionRow } from './store/revisions.ts'

/** A stored revision. Throws `CallFailure` `not-found`. */
export function findRevision(store: Store, id: number): RevisionRow {
  const row = getRevision(store, id)
  if (row === undefined) throw new CallFailure('not-found', `revision ${id}`)
  return row
}

/** The text of a revision. Throws `CallFailure` `not-found`. */
export function readContent(store: Store, revision: number): Content {
  const row = findRevision(store, revision)
  return contentOf(new ArticleText(store, row.article), row)
}

/** How a revision came here. Throws `CallFailure` `not-found`. */
export function readCaptured(store: Store, revision: number): Captured {
  const captured = capturedOf(store, revision)
  if (captured === undefined) throw new CallFailure('not-found', `revision ${revision}`)
  return captured
}

/** The text of an article's newest revision, or undefined where it has none. */
export function readNewest(store: Store, article: number): Content | undefined {
  const newest = neighbours(store, article, '~').before
  return newest === undefined ? undefined : contentOf(new ArticleText(store, article), newest)
}

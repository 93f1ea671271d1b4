import type { ComparisonAnswer } from '../contract/contract.ts'
import { CallFailure } from '../contract/failure.ts'
import { compare } from '../domain/diff/compare.ts'
import type { Content } from '../domain/revision.ts'
import type { Store } from './store/open.ts'
import { getContent, getRevision } from './store/revisions.ts'

/** Two stored revisions and what is to be said about them. Throws `CallFailure` `not-found`. */
export function compareRevisions(store: Store, older: number, newer: number): ComparisonAnswer {
  const [before, after] = [readContent(store, older), readContent(store, newer)]
  const lang = getRevision(store, newer)?.lang ?? null
  return { older: before, newer: after, comparison: compare(before, after, { lang }) }
}

/** The text of a revision. Throws `CallFailure` `not-found`. */
export function readContent(store: Store, revision: number): Content {
  const content = getContent(store, revision)
  if (content === undefined) throw new CallFailure('not-found', `revision ${revision}`)
  return content
}

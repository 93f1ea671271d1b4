import type { ComparisonAnswer } from '../contract/contract.ts'
import { compare } from '../domain/diff/compare.ts'
import type { Store } from './store/open.ts'
import { readContent } from './content.ts'
import { getRevision } from './store/revisions.ts'

/** Two stored revisions and what is to be said about them. Throws `CallFailure` `not-found`. */
export function compareRevisions(store: Store, older: number, newer: number): ComparisonAnswer {
  const [before, after] = [readContent(store, older), readContent(store, newer)]
  const lang = getRevision(store, newer)?.lang ?? null
  return { older: before, newer: after, comparison: compare(before, after, { lang }) }
}

import { CallFailure } from '../contract/failure.ts'
import type { Content } from '../domain/revision.ts'
import type { Store } from './store/open.ts'
import { getContent } from './store/revisions.ts'

/** The text of a revision. Throws `CallFailure` `not-found`. */
export function readContent(store: Store, revision: number): Content {
  const content = getContent(store, revision)
  if (content === undefined) throw new CallFailure('not-found', `revision ${revision}`)
  return content
}

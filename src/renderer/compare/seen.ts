import { t } from '../../catalogue/words.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { useBlame } from '../app/queries.ts'
import { cameIn, leftIn } from './lives.ts'
import type { Row } from './rows.ts'

/** In which version each added row was first seen and each removed one first missing; in words. */
export function useSeen(revisions: readonly RevisionInfo[], older: number, newer: number): (row: Row) => string {
  const far = newer - older > 1
  const after = useBlame(far ? revisions[newer]!.id : null).data
  const before = useBlame(far ? revisions[older]!.id : null).data
  const next = revisions[newer]!.label
  return ({ kind, key }) => {
    if (kind !== 'added' && kind !== 'removed') return ''
    if (!far) return t(kind === 'added' ? 'seen.first' : 'seen.gone', { v: next })
    const block = Number(key.slice(1))
    if (kind === 'added') return after === undefined ? '' : cameIn(after, block, newer, revisions)
    return before === undefined ? '' : leftIn(before, block, older, revisions)
  }
}

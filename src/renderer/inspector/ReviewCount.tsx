import type { Comparison } from '../../domain/diff/comparison.ts'
import { t } from '../../catalogue/words.ts'
import { keysOf } from './reviewKeys.ts'
import { useReviews } from './useReviews.ts'

interface Props {
  readonly comparison: Comparison
  /** The edits of each change. */
  readonly changes: readonly (readonly number[])[]
}

/** How many of the changes were looked at; nothing before the first was. */
export function ReviewCount({ comparison, changes }: Props) {
  const { isReviewed } = useReviews()
  const all = changes.map((edits) => keysOf(comparison, edits)).filter(({ length }) => length > 0)
  const done = all.filter(isReviewed).length
  if (done === 0) return null
  return <span className="review-count">{t('review.count', { done, total: all.length })}</span>
}

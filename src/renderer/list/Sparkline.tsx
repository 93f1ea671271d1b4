// A drawing made of marks is no picture file, which the native element asks for.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import type { ArticleRow } from '../../contract/lists.ts'
import { t } from '../../catalogue/words.ts'
import { clock } from '../ui/clock.ts'
import { marksOf, pathsOf, size } from './sparkline.ts'

/** How an article's versions lie between its first and last check. Three paths, because a list draws hundreds of bars. */
export function Sparkline({ row }: { readonly row: ArticleRow }) {
  const { up, down, minor } = pathsOf(marksOf(row))
  return (
    <svg className="spark" width={size.width} height={size.height} role="img" aria-label={described(row)}>
      <path d={`M0 ${size.middle}H${size.width}`} className="spark-line" />
      {minor !== '' && <path d={minor} className="spark-minor" />}
      {up !== '' && <path d={up} className="spark-up" />}
      {down !== '' && <path d={down} className="spark-down" />}
    </svg>
  )
}

function described({ revisions, largestAt }: ArticleRow): string {
  if (largestAt === null) return t('list.spark', { n: revisions })
  return t('list.spark.largest', { n: revisions, at: clock.spoken(largestAt) })
}

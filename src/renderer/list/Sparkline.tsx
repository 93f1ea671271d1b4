// A drawing made of marks is no picture file, which the native element asks for.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import type { ArticleRow } from '../../contract/lists.ts'
import { clock } from '../ui/clock.ts'
import { count } from '../ui/words.ts'
import { marksOf, size, type Mark } from './sparkline.ts'

/** How an article's versions lie between its first and last check. */
export function Sparkline({ row }: { readonly row: ArticleRow }) {
  return (
    <svg className="spark" width={size.width} height={size.height} role="img" aria-label={described(row)}>
      <path d={`M0 ${size.middle}H${size.width}`} className="spark-line" />
      {marksOf(row).map((mark) => (
        <BarMark key={mark.x} mark={mark} />
      ))}
    </svg>
  )
}

function BarMark({ mark }: { readonly mark: Mark }) {
  const { x, up, down, minor } = mark
  if (minor || (up === 0 && down === 0)) {
    return <rect x={x - 1} y={size.middle - 1.5} width={2} height={3} className="spark-minor" />
  }
  return (
    <>
      {up > 0 && <rect x={x - 1.75} y={size.middle - 0.75 - up} width={3.5} height={up} rx={1} className="spark-up" />}
      {down > 0 && <rect x={x - 1.75} y={size.middle + 0.75} width={3.5} height={down} rx={1} className="spark-down" />}
    </>
  )
}

function described({ revisions, largestAt }: ArticleRow): string {
  const versions = count(revisions, 'version')
  return largestAt === null ? versions : `${versions}; largest change ${clock.moment(largestAt)}`
}

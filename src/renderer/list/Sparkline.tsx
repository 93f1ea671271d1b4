// A drawing made of marks is no picture file, which the native element asks for.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import type { ArticleRow } from '../../contract/contract.ts'
import { clock } from '../ui/clock.ts'
import { count } from '../ui/words.ts'
import { barsOf, size, type Bar } from './sparkline.ts'

/** How an article's versions lie between its first and last check. */
export function Sparkline({ row }: { readonly row: ArticleRow }) {
  return (
    <svg className="spark" width={size.width} height={size.height} role="img" aria-label={described(row)}>
      <path d={`M0 ${size.middle}H${size.width}`} className="spark-line" />
      {barsOf(row).map((bar) => (
        <BarMark key={bar.x} bar={bar} />
      ))}
    </svg>
  )
}

function BarMark({ bar }: { readonly bar: Bar }) {
  const { x, up, down } = bar
  if (bar.minor || (up === 0 && down === 0)) {
    return <rect x={x - 1} y={size.middle - 1.5} width={2} height={3} className="spark-minor" />
  }
  return (
    <>
      {up > 0 && <rect x={x - 1.75} y={size.middle - 0.75 - up} width={3.5} height={up} rx={1} className="spark-up" />}
      {down > 0 && <rect x={x - 1.75} y={size.middle + 0.75} width={3.5} height={down} rx={1} className="spark-down" />}
    </>
  )
}

function described(row: ArticleRow): string {
  const largest = row.changes.toSorted((a, b) => words(b) - words(a))[0]
  const versions = count(row.revisions, 'version')
  return largest === undefined ? versions : `${versions}; largest change ${clock.moment(largest.at)}`
}

function words(change: { readonly wordsAdded: number; readonly wordsRemoved: number }): number {
  return change.wordsAdded + change.wordsRemoved
}

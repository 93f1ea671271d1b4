import { memo } from 'react'
import { t } from '../../catalogue/words.ts'
import { elapsed } from '../ui/time.ts'
import type { Stretch } from './axis.ts'
import { widthOf } from './labels.ts'
import { line } from './Mark.tsx'
import type { Blank, Drawing } from './model.ts'
import { blankWords } from './words.ts'

interface Props {
  readonly drawing: Drawing
  /** The time between the two versions that are compared; null where one is read. */
  readonly from: number | null
  readonly to: number | null
}

/** The line itself: its gaps with their cuts, where nobody looked, the ticks of checks, the days and now. */
export const AxisLine = memo(function AxisLine({ drawing, from, to }: Props) {
  const isInside = (at: number) => from !== null && to !== null && at >= from && at < to
  return (
    <>
      {drawing.ticks.map((x) => (
        <path key={x} d={`M${x.toFixed(1)} ${line + 6}v3.5`} className="axis-tick" />
      ))}
      {drawing.gaps.map((gap) => (
        <GapLine
          key={gap.from}
          gap={gap}
          look={drawing.now === null && gap.to === drawing.end ? 'open' : isInside(gap.at) ? 'inside' : 'line'}
          blanks={drawing.blanks}
        />
      ))}
      {drawing.blanks.map((blank) => (
        <BlankStretch key={blank.from} blank={blank} />
      ))}
      {drawing.days.map(({ x, text }) => (
        <text key={`${x} ${text}`} x={x} y={15}>
          {text}
        </text>
      ))}
      {drawing.now !== null && (
        <>
          <path d={`M${drawing.now} ${line - 6}v12`} className="axis-now" />
          <text x={drawing.now + 8} y={line + 4.5}>
            {t('timeline.now')}
          </text>
        </>
      )}
    </>
  )
})

/** Dots where the line would be: what happened then is not known. */
function BlankStretch({ blank }: { readonly blank: Blank }) {
  return (
    <g>
      <title>{blankWords(blank)}</title>
      <rect x={blank.x} y={line - 22} width={blank.width} height={44} className="mark-hit" />
      <path d={`M${blank.x + 3} ${line}h${Math.max(0, blank.width - 6)}`} className="axis-blank" />
    </g>
  )
}

interface GapLineProps {
  readonly gap: Drawing['gaps'][number]
  /** `open`: the last gap of a span that does not reach now. */
  readonly look: 'open' | 'inside' | 'line'
  readonly blanks: readonly Blank[]
}

function GapLine({ gap, look, blanks }: GapLineProps) {
  const { from, to } = gap
  if (!gap.broken) return <path d={lines({ from, to }, blanks)} className={`axis-${look}`} />
  const middle = (from + to) / 2
  const text = elapsed(gap.ms)
  const showsText = to - from >= 96 && widthOf(text) + 56 <= to - from
  const half = showsText ? widthOf(text) / 2 + 8 : 4
  const parts = [
    { from, to: middle - half },
    { from: middle + half, to }
  ]
  return (
    <>
      <path d={parts.map((part) => lines(part, blanks)).join('')} className={`axis-${look}`} />
      <rect x={middle - half} y={line - 5} width={2 * half} height={10} className="mark-ground" />
      <path d={`M${middle - half - 2} ${line + 5}l4 -10M${middle + half - 2} ${line + 5}l4 -10`} className="axis-cut" />
      {showsText && (
        <text x={middle} y={line + 4.5} textAnchor="middle">
          {text}
        </text>
      )}
    </>
  )
}

/** A stretch of the line without those in which nobody looked. */
function lines({ from, to }: Stretch, blanks: readonly Blank[]): string {
  const drawn: string[] = []
  let start = from
  for (const { x, width } of blanks) {
    if (x + width <= start || x >= to) continue
    if (x > start) drawn.push(`M${start} ${line}H${x}`)
    start = Math.max(start, x + width)
  }
  if (start < to) drawn.push(`M${start} ${line}H${to}`)
  return drawn.join('')
}

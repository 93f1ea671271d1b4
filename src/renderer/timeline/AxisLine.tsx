import { elapsed } from '../ui/time.ts'
import { widthOf } from './labels.ts'
import { line } from './Mark.tsx'
import type { Drawing } from './model.ts'

/** The line itself: its gaps with their cuts, the ticks of checks, the days and now. */
export function AxisLine({ drawing }: { readonly drawing: Drawing }) {
  return (
    <>
      {drawing.ticks.map((x) => (
        <path key={x} d={`M${x.toFixed(1)} ${line + 6}v3.5`} className="axis-tick" />
      ))}
      {drawing.gaps.map((gap) => (
        <GapLine key={gap.from} gap={gap} open={drawing.now === null && gap.to === drawing.end} />
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
            Now
          </text>
        </>
      )}
    </>
  )
}

interface GapLineProps {
  readonly gap: Drawing['gaps'][number]
  /** The last gap of a span that does not reach now. */
  readonly open: boolean
}

function GapLine({ gap, open }: GapLineProps) {
  const { from, to } = gap
  const look = open ? 'axis-open' : gap.inside ? 'axis-inside' : 'axis-line'
  if (!gap.broken) return <path d={`M${from} ${line}H${to}`} className={look} />
  const middle = (from + to) / 2
  const text = elapsed(gap.ms)
  const showsText = to - from >= 96 && widthOf(text) + 56 <= to - from
  const half = showsText ? widthOf(text) / 2 + 8 : 4
  return (
    <>
      <path d={`M${from} ${line}H${middle - half}M${middle + half} ${line}H${to}`} className={look} />
      <path d={`M${middle - half - 2} ${line + 5}l4 -10M${middle + half - 2} ${line + 5}l4 -10`} className="axis-cut" />
      {showsText && (
        <text x={middle} y={line + 4.5} textAnchor="middle">
          {text}
        </text>
      )}
    </>
  )
}

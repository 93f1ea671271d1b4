import { useState, type PointerEvent } from 'react'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { inset } from './axis.ts'
import { overviewBars, overviewX, spanMoved, type Span } from './overview.ts'
import type { Ends } from './pairs.ts'

interface Props {
  readonly revisions: readonly RevisionInfo[]
  readonly width: number
  readonly span: Span
  readonly ends: Ends
  readonly single: boolean
  readonly onSpan: (span: Span) => void
}

const middle = 22

/** Every version of a long history at equal steps, with the part that the axis shows. */
export function Overview({ revisions, width, span, ends, single, onSpan }: Props) {
  const [grab, setGrab] = useState<{ x: number; span: Span } | null>(null)
  const inner = width - inset.start - inset.end
  const versions = revisions.length
  const x = (index: number) => overviewX(index, versions, inset.start, inner)
  const perVersion = inner / Math.max(1, versions - 1)

  const down = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const at = (event.clientX - event.currentTarget.getBoundingClientRect().left - inset.start) / perVersion
    const isInside = at >= span.from - 1 && at <= span.to + 1
    const centred = Math.round(at - (span.from + span.to) / 2)
    const from = isInside ? span : spanMoved(span, centred, versions)
    if (!isInside) onSpan(from)
    setGrab({ x: event.clientX, span: from })
  }
  const dragged = (event: PointerEvent) => {
    if (grab !== null) onSpan(spanMoved(grab.span, Math.round((event.clientX - grab.x) / perVersion), versions))
  }
  return (
    <svg
      className="overview"
      width={width}
      height={46}
      viewBox={`0 0 ${width} 46`}
      aria-hidden="true"
      onPointerDown={down}
      onPointerMove={dragged}
      onPointerUp={() => setGrab(null)}
      onPointerCancel={() => setGrab(null)}
    >
      <rect x={0} y={0} width={width} height={46} className="mark-hit" />
      <path d={`M${inset.start} ${middle}H${inset.start + inner}`} className="axis-line" />
      <rect
        x={x(span.from) - 4}
        y={1}
        width={x(span.to) - x(span.from) + 8}
        height={42}
        rx={5}
        className="overview-window"
      />
      {overviewBars(revisions, inset.start, inner).map((bar) =>
        bar.minor || bar.up + bar.down === 0 ? (
          <rect key={bar.x} x={bar.x - 1} y={middle - 1.5} width={2} height={3} className="mark-minor" />
        ) : (
          <g key={bar.x}>
            <rect x={bar.x - 2} y={middle - bar.up} width={4} height={bar.up} rx={1} className="mark-added" />
            <rect x={bar.x - 2} y={middle + 1} width={4} height={bar.down} rx={1} className="mark-removed" />
          </g>
        )
      )}
      {(single ? [ends.newer] : [ends.older, ends.newer]).map((index) => (
        <path key={index} d={`M${x(index) - 4} 0h8l-4 6z`} className="overview-handle" />
      ))}
    </svg>
  )
}

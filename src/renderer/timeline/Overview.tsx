// The window of an overview and its edges are sliders that no native input can draw.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { memo, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { inset } from './axis.ts'
import { overviewBars, overviewX, roomOf, spanMoved, spanResized, type Span } from './overview.ts'
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
/** The window is wide enough to be taken hold of, however many versions there are. */
const narrowest = 24

type Part = 'window' | 'from' | 'to'

/** Every version of a long history at equal steps, with the part that the axis shows. */
export function Overview({ revisions, width, span, ends, single, onSpan }: Props) {
  const [grab, setGrab] = useState<{ part: Part; x: number; span: Span } | null>(null)
  const inner = width - inset.start - inset.end
  const versions = revisions.length
  const x = (index: number) => overviewX(index, versions, inset.start, inner)
  const perVersion = inner / Math.max(1, versions - 1)
  const room = { versions, most: roomOf(inner) }
  const moved = (part: Part, from: Span, by: number) =>
    onSpan(part === 'window' ? spanMoved(from, by, versions) : spanResized(from, part, from[part] + by, room))

  const down = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const part = partAt(event.target)
    const at = (event.clientX - event.currentTarget.getBoundingClientRect().x - inset.start) / perVersion
    const from = part ?? spanMoved(span, Math.round(at - (span.from + span.to) / 2), versions)
    if (typeof from !== 'string') onSpan(from)
    setGrab({ part: part ?? 'window', x: event.clientX, span: typeof from === 'string' ? span : from })
  }
  const dragged = (event: PointerEvent) => {
    if (grab !== null) moved(grab.part, grab.span, Math.round((event.clientX - grab.x) / perVersion))
  }
  const pressed = (part: Part) => (event: KeyboardEvent) => {
    const by = stepOf(event, part === 'window' ? span.to - span.from : 5)
    if (by === null) return
    event.preventDefault()
    event.stopPropagation()
    moved(part, span, Math.max(-versions, Math.min(versions, by)))
  }
  const size = Math.max(narrowest, x(span.to) - x(span.from) + 8)
  const start = Math.min((x(span.from) + x(span.to)) / 2 - size / 2, width - size)
  const name = (index: number) => revisions[index]?.label ?? ''
  const shown = t('timeline.shown', { from: name(span.from), to: name(span.to), versions })
  const slider = (part: Part, now: number, most: number) => ({
    role: 'slider',
    tabIndex: 0,
    'data-part': part,
    'aria-valuemin': 1,
    'aria-valuemax': most,
    'aria-valuenow': now + 1,
    'aria-valuetext': part === 'window' ? shown : `v${name(now)}`,
    onKeyDown: pressed(part)
  })
  return (
    <div
      className="overview"
      role="group"
      aria-label={t('timeline.overview')}
      onPointerDown={down}
      onPointerMove={dragged}
      onPointerUp={() => setGrab(null)}
      onPointerCancel={() => setGrab(null)}
    >
      <div
        {...slider('window', span.from, versions - (span.to - span.from))}
        className="brush"
        aria-label={t('timeline.window')}
        style={{ insetInlineStart: start, inlineSize: size }}
      />
      <svg width={width} height={46} viewBox={`0 0 ${width} 46`} aria-hidden="true">
        <Bars revisions={revisions} inner={inner} />
        {(single ? [ends.newer] : [ends.older, ends.newer]).map((index) => (
          <path key={index} d={`M${x(index) - 4} 0h8l-4 6z`} className="overview-handle" />
        ))}
      </svg>
      <div
        {...slider('from', span.from, span.to)}
        className="brush-edge brush-from"
        aria-label={t('timeline.firstShown')}
        style={{ insetInlineStart: start - 24 }}
      />
      <div
        {...slider('to', span.to, versions)}
        className="brush-edge brush-to"
        aria-label={t('timeline.lastShown')}
        style={{ insetInlineStart: start + size }}
      />
    </div>
  )
}

function partAt(target: EventTarget): Part | null {
  const part = target instanceof HTMLElement ? target.dataset['part'] : undefined
  return part === 'window' || part === 'from' || part === 'to' ? part : null
}

/** Arrows go one version, Page keys a page of them, Home and End all the way. */
function stepOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent, page: number): number | null {
  if (altKey || ctrlKey || metaKey || shiftKey) return null
  const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: page, PageDown: -page }
  return { ...steps, Home: -Infinity, End: Infinity }[key] ?? null
}

interface BarsProps {
  readonly revisions: readonly RevisionInfo[]
  readonly inner: number
}

const Bars = memo(function Bars({ revisions, inner }: BarsProps) {
  return (
    <>
      <path d={`M${inset.start} ${middle}H${inset.start + inner}`} className="axis-line" />
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
    </>
  )
})

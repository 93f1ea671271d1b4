import { useMemo, useState, type ReactNode } from 'react'
import type { Timemap } from '../../domain/timemap.ts'
import { useDeleting } from '../app/useDeleting.ts'
import { useNow } from '../ui/useNow.ts'
import { useWidth } from '../ui/useWidth.ts'
import { inset } from './axis.ts'
import { eventsOf } from './events.ts'
import { drawingOf } from './model.ts'
import { Overview } from './Overview.tsx'
import { defaultSpan, needsOverview, spanAround, spanMoved, type Span } from './overview.ts'
import type { Ends } from './pairs.ts'
import { TimelineHeader } from './TimelineHeader.tsx'
import { Track } from './Track.tsx'
import { observedWords } from './words.ts'

interface Props {
  readonly timemap: Timemap
  readonly ends: Ends
  readonly single: boolean
  readonly since: Ends | null
  readonly folded: boolean
  readonly onFold: (folded: boolean) => void
  readonly onEnds: (ends: Ends) => void
  /** Whether a pair can be shown at once; others wait until the handle is let go. */
  readonly isAtHand: (ends: Ends) => boolean
  /** Stands at the end of the header in place of the presets. */
  readonly legend?: ReactNode
}

/** Every version on one axis, and the one or two that are open. */
export function Timeline(props: Props) {
  const { timemap, ends, single, since, folded, onFold, onEnds, isAtHand, legend } = props
  const [width, box] = useWidth()
  const now = useNow()
  const [held, setHeld] = useState<Ends | null>(null)
  const shown = held ?? ends
  const { revisions } = timemap
  const inner = width - inset.start - inset.end
  const isLong = needsOverview(revisions.length, inner)
  const [span, setSpan] = useSpan(isLong, revisions.length, shown, since?.older ?? null, inner)
  const drawing = useMemo(
    () => (width === 0 ? null : drawingOf({ timemap, width, now, span, ends: shown, single })),
    [timemap, width, now, span, shown, single]
  )
  const { deleteVersion } = useDeleting()
  const remove = (index: number) => deleteVersion(timemap, index, shown)
  const moved = (next: Ends, done: boolean) => {
    setHeld(done ? null : next)
    if (done || isAtHand(next)) onEnds(next)
  }
  return (
    <section className={`timeline ${isLong ? 'timeline-long' : ''}`} aria-label="Timeline" data-folded={folded}>
      <TimelineHeader {...{ timemap, ends: shown, single, since, folded, legend, onEnds, onFold }} onDelete={remove} />
      <Observed timemap={timemap} />
      {/* A chart of time, which runs from left to right in every language. */}
      <div className="timeline-body" dir="ltr" ref={box} hidden={folded}>
        {span !== null && width > 0 && (
          <Overview {...{ revisions, width, span, ends: shown, single }} onSpan={setSpan} />
        )}
        {drawing !== null && (
          <Track
            {...{ timemap, drawing, width, ends: shown, single }}
            onEnds={moved}
            onDelete={remove}
            onWheel={(by) => span !== null && setSpan(spanMoved(span, Math.sign(by), revisions.length))}
          />
        )}
      </div>
    </section>
  )
}

/** What the marks between the versions say, for those who do not see them. */
function Observed({ timemap }: { readonly timemap: Timemap }) {
  const all = useMemo(
    () => eventsOf(timemap).flatMap((one) => (one.kind === 'failure' || one.kind === 'note' ? one : [])),
    [timemap]
  )
  if (all.length === 0) return null
  return (
    <ul className="hidden-text" aria-label="Checks that brought no version">
      {all.slice(-mostObserved).map((event) => (
        <li key={`${event.kind} ${event.iso}`}>{observedWords(event)}</li>
      ))}
    </ul>
  )
}

/** So many are read out; the activity of the article has them all. */
const mostObserved = 20

/** The part of a long history that the axis shows; it follows a handle that is moved out of it. */
function useSpan(isLong: boolean, versions: number, ends: Ends, lastRead: number | null, width: number) {
  const [chosen, setChosen] = useState<{ span: Span; ends: Ends } | null>(null)
  if (!isLong) return [null, setChosenSpan] as const
  let span = chosen?.span ?? spanAround(defaultSpan(versions, lastRead, width), ends.newer, versions)
  if (chosen !== null) {
    if (chosen.ends.newer !== ends.newer) span = spanAround(span, ends.newer, versions)
    if (chosen.ends.older !== ends.older) span = spanAround(span, ends.older, versions)
    if (chosen.ends.newer !== ends.newer || chosen.ends.older !== ends.older) setChosen({ span, ends })
  } else if (width > 0) setChosen({ span, ends })
  return [span, setChosenSpan] as const

  function setChosenSpan(next: Span) {
    setChosen({ span: next, ends })
  }
}

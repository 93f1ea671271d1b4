import { memo, useMemo, useState, type ReactNode } from 'react'
import type { Timemap } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { useDeleting } from '../app/useDeleting.ts'
import { keyed } from '../ui/keyed.ts'
import { useNow } from '../ui/useNow.ts'
import { useWidth } from '../ui/useWidth.ts'
import { inset } from './axis.ts'
import { blanksOf, checksOf, eventsOf, type TimelineEvent } from './events.ts'
import { drawingOf } from './model.ts'
import { Overview } from './Overview.tsx'
import { defaultSpan, needsOverview, spanAround, spanMoved, type Span } from './overview.ts'
import type { Ends } from './pairs.ts'
import { TimelineHeader } from './TimelineHeader.tsx'
import { Track } from './Track.tsx'
import { useSettled } from './useSettled.ts'
import { blankWords, observedWords } from './words.ts'

interface Props {
  readonly timemap: Timemap
  readonly ends: Ends
  readonly single: boolean
  readonly since: Ends | null
  readonly folded: boolean
  readonly onFold: (folded: boolean) => void
  readonly onEnds: (ends: Ends) => void
  /** A handle is held over other versions: they are shown where that can be done at once. Null: it was let go. */
  readonly onHeld: (ends: Ends | null) => void
  /** Stands at the end of the header in place of the presets. */
  readonly legend?: ReactNode
}

/** So many ticks a run of checks has at most. */
const mostTicks = 400

/** Every version on one axis, and the one or two that are open. */
export function Timeline(props: Props) {
  const { timemap, single, since, folded, onFold, onEnds, onHeld, legend } = props
  const [width, box] = useWidth()
  const now = useNow()
  const [held, setHeld] = useState<Ends | null>(null)
  const ends = held ?? props.ends
  const { timemap: settled, fresh } = useSettled(timemap, ends.newer)
  const { revisions } = settled
  const inner = width - inset.start - inset.end
  const isLong = needsOverview(revisions.length, inner)
  const [span, setSpan] = useSpan(isLong, revisions.length, ends, since?.older ?? null, inner)
  const events = useMemo(() => eventsOf(settled), [settled])
  const blanks = useMemo(() => blanksOf(settled, now), [settled, now])
  const checks = useMemo(() => checksOf(settled.captures, { most: mostTicks, blanks }), [settled, blanks])
  const drawing = useMemo(
    () => (width === 0 ? null : drawingOf({ timemap: settled, events, checks, blanks, width, now, span })),
    [settled, events, checks, blanks, width, now, span]
  )
  const { deleteVersion } = useDeleting()
  const remove = (index: number) => deleteVersion(timemap, index, ends)
  const moved = (next: Ends, done: boolean) => {
    setHeld(done ? null : next)
    if (done) onHeld(null)
    if (done) onEnds(next)
    else if (next.older !== ends.older || next.newer !== ends.newer) onHeld(next)
  }
  return (
    <section
      className={`timeline ${isLong ? 'timeline-long' : ''}`}
      aria-label={t('timeline.name')}
      data-folded={folded}
    >
      <TimelineHeader {...{ timemap, ends, single, since, folded, legend, fresh, onEnds, onFold }} onDelete={remove} />
      <Observed events={events} blanks={blanks} />
      {/* A chart of time, which runs from left to right in every language. */}
      <div className="timeline-body" dir="ltr" ref={box} hidden={folded}>
        {drawing !== null && (
          <Track
            {...{ timemap: settled, drawing, ends, single }}
            onEnds={moved}
            onDelete={remove}
            onWheel={(by) => span !== null && setSpan(spanMoved(span, Math.sign(by), revisions.length))}
          />
        )}
        {span !== null && width > 0 && <Overview {...{ revisions, width, span, ends, single }} onSpan={setSpan} />}
      </div>
    </section>
  )
}

interface ObservedProps {
  readonly events: readonly TimelineEvent[]
  readonly blanks: ReturnType<typeof blanksOf>
}

/** What the marks between the versions say, for those who do not see them, whatever the axis has room for. */
const Observed = memo(function Observed({ events, blanks }: ObservedProps) {
  const said = useMemo(() => {
    const marks = events.flatMap((one) =>
      one.kind === 'failure' || one.kind === 'note' ? [{ at: one.at, words: observedWords(one) }] : []
    )
    const stretches = blanks.map((blank) => ({ at: blank.from, words: `${blankWords(blank)}.` }))
    return [...marks, ...stretches].toSorted((a, b) => a.at - b.at).slice(-mostObserved)
  }, [events, blanks])
  if (said.length === 0) return null
  return (
    <ul className="hidden-text" aria-label={t('timeline.withoutVersion')}>
      {keyed(said, ({ words }) => words).map(({ key, item }) => (
        <li key={key}>{item.words}</li>
      ))}
    </ul>
  )
})

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

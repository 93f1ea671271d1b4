import { useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import type { Timemap } from '../../domain/timemap.ts'
import { AxisLine } from './AxisLine.tsx'
import { HandlePill } from './HandlePill.tsx'
import { line, Mark } from './Mark.tsx'
import { MarkButtons } from './MarkButtons.tsx'
import { chosenOf, type Drawing } from './model.ts'
import { between, clicked, inBounds, withNewer, withOlder, type Ends } from './pairs.ts'

interface Props {
  readonly timemap: Timemap
  readonly drawing: Drawing
  readonly ends: Ends
  readonly single: boolean
  /** `done` is false while a handle is still held. */
  readonly onEnds: (ends: Ends, done: boolean) => void
  readonly onWheel: (by: number) => void
  readonly onDelete: (index: number) => void
}

const height = 94

/** The axis with its marks and handles. */
export function Track({ timemap, drawing, ends, single, onEnds, onWheel, onDelete }: Props) {
  const { width, marks, dense } = drawing
  const versions = timemap.revisions.length
  const chosen = useMemo(() => chosenOf(drawing, { timemap, ends, single }), [drawing, timemap, ends, single])
  const indexAt = (x: number) => nearest(drawing, x)
  const moved = (which: 'older' | 'newer', index: number, done: boolean) => {
    if (single) return onEnds({ ...ends, newer: index }, done)
    onEnds(which === 'older' ? withOlder(ends, index) : withNewer(ends, index, versions), done)
  }
  const held = new Set(single ? [ends.newer] : [ends.older, ends.newer])
  return (
    <div className="track" onWheel={(event) => onWheel(event.deltaX === 0 ? event.deltaY : event.deltaX)}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <defs>
          <pattern id="timeline-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="2.7" height="4" className="mark-removed" />
          </pattern>
        </defs>
        <AxisLine drawing={drawing} from={chosen.inside?.from ?? null} to={chosen.inside?.to ?? null} />
        {chosen.handles.map(({ which, x, beyond }) =>
          beyond === null ? <path key={which} d={`M${x} ${line}V72`} className="handle-stem" /> : null
        )}
        {marks.map((mark) => (
          <Mark
            key={mark.event.kind === 'version' ? mark.event.revision.id : `${mark.event.kind} ${mark.event.iso}`}
            mark={mark}
            label={chosen.labels.get(mark.event) ?? null}
            dense={dense}
            selected={mark.event.kind === 'version' && held.has(mark.event.index)}
          />
        ))}
      </svg>
      {chosen.handles.map((handle) => (
        <HandlePill
          key={handle.which}
          handle={handle}
          width={drawing.pillWidth}
          revision={timemap.revisions[handle.index]!}
          versions={versions}
          single={single}
          least={single || handle.which === 'older' ? 0 : ends.older + 1}
          most={single || handle.which === 'newer' ? versions - 1 : ends.newer - 1}
          indexAt={indexAt}
          onDelete={() => onDelete(handle.index)}
          onMove={(index, done) => moved(handle.which, index, done)}
        />
      ))}
      <MarkButtons
        drawing={drawing}
        versions={versions}
        {...useChoosing({ drawing, ends, single, versions, onEnds })}
      />
    </div>
  )
}

interface Choosing extends Pick<Props, 'drawing' | 'ends' | 'single' | 'onEnds'> {
  readonly versions: number
}

/** What clicks on marks do; the same functions for as long as the axis is there, so that its marks need not be drawn anew. */
function useChoosing(given: Choosing) {
  const latest = useRef(given)
  useLayoutEffect(() => {
    latest.current = given
  })
  const anchor = useRef<number | null>(null)
  const choose = useCallback((index: number, both: boolean) => {
    const { drawing, ends, single, onEnds } = latest.current
    const pair = both && anchor.current !== null ? between(anchor.current, index) : null
    anchor.current = index
    if (single) onEnds({ ...ends, newer: index }, true)
    else onEnds(pair ?? clicked(ends, index, (of) => placeOf(drawing, of)), true)
  }, [])
  const withBefore = useCallback((index: number) => {
    const { single, versions, onEnds } = latest.current
    if (!single) onEnds(inBounds({ older: index - 1, newer: index }, versions), true)
  }, [])
  return { choose, withBefore }
}

type Versions = readonly { readonly index: number; readonly x: number }[]

const versionsOf = ({ marks }: Drawing): Versions =>
  marks.flatMap(({ event, x }) => (event.kind === 'version' ? [{ index: event.index, x }] : []))

const nearest = (drawing: Drawing, x: number): number =>
  versionsOf(drawing).reduce((best, mark) => (Math.abs(mark.x - x) < Math.abs(best.x - x) ? mark : best)).index

/** Where a version stands; one outside the span at its end. */
function placeOf(drawing: Drawing, index: number): number {
  const versions = versionsOf(drawing)
  return versions.find((one) => one.index === index)?.x ?? (index < (versions[0]?.index ?? 0) ? 0 : drawing.width)
}

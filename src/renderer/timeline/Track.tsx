import { useRef, useState, type MouseEvent } from 'react'
import type { Timemap } from '../../domain/timemap.ts'
import { AxisLine } from './AxisLine.tsx'
import { HandlePill } from './HandlePill.tsx'
import { line, Mark } from './Mark.tsx'
import type { Drawing } from './model.ts'
import { between, clicked, inBounds, withNewer, withOlder, type Ends } from './pairs.ts'

interface Props {
  readonly timemap: Timemap
  readonly drawing: Drawing
  readonly width: number
  readonly ends: Ends
  readonly single: boolean
  /** `done` is false while a handle is still held. */
  readonly onEnds: (ends: Ends, done: boolean) => void
  readonly onWheel: (by: number) => void
  readonly onDelete: (index: number) => void
}

const height = 94

/** The axis with its marks and handles. */
export function Track({ timemap, drawing, width, ends, single, onEnds, onWheel, onDelete }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [anchor, setAnchor] = useState<number | null>(null)
  const versions = timemap.revisions.length
  const marks = drawing.marks.flatMap(({ event, x }) => (event.kind === 'version' ? [{ index: event.index, x }] : []))
  const xOf = (index: number) =>
    marks.find((mark) => mark.index === index)?.x ?? (index < (marks[0]?.index ?? 0) ? 0 : width)

  const indexAt = (clientX: number) => {
    const x = clientX - (box.current?.getBoundingClientRect().left ?? 0)
    return marks.reduce((best, mark) => (Math.abs(mark.x - x) < Math.abs(best.x - x) ? mark : best), marks[0]!).index
  }
  const chosen = (event: MouseEvent) => {
    const hit = event.target instanceof Element ? event.target.closest('[data-version]') : null
    return hit === null ? null : Number(hit.getAttribute('data-version'))
  }
  const click = (event: MouseEvent) => {
    const index = chosen(event)
    if (index === null) return
    const both = event.shiftKey && anchor !== null ? between(anchor, index) : null
    setAnchor(index)
    if (single) onEnds({ ...ends, newer: index }, true)
    else onEnds(both ?? clicked(ends, index, xOf), true)
  }
  const doubleClick = (event: MouseEvent) => {
    const index = chosen(event)
    if (index !== null && !single) onEnds(inBounds({ older: index - 1, newer: index }, versions), true)
  }
  const held = new Set(single ? [ends.newer] : [ends.older, ends.newer])
  return (
    <div className="track" ref={box} onWheel={(event) => onWheel(event.deltaX === 0 ? event.deltaY : event.deltaX)}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
        onClick={click}
        onDoubleClick={doubleClick}
      >
        <defs>
          <pattern id="timeline-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="2.7" height="4" className="mark-removed" />
          </pattern>
        </defs>
        <AxisLine drawing={drawing} />
        {drawing.handles.map((handle) =>
          handle.beyond === null ? (
            <path key={handle.which} d={`M${xOf(handle.index)} ${line}V72`} className="handle-stem" />
          ) : null
        )}
        {drawing.marks.map((mark) => (
          <Mark
            key={mark.event.kind === 'version' ? mark.event.revision.id : `${mark.event.kind} ${mark.event.iso}`}
            mark={mark}
            dense={drawing.dense}
            hit={drawing.dense ? 24 : 40}
            selected={mark.event.kind === 'version' && held.has(mark.event.index)}
          />
        ))}
      </svg>
      {drawing.handles.map((handle) => (
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
          onMove={(index, done) => {
            if (single) onEnds({ ...ends, newer: index }, done)
            else onEnds(handle.which === 'older' ? withOlder(ends, index) : withNewer(ends, index, versions), done)
          }}
        />
      ))}
    </div>
  )
}

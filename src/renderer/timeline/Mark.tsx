import { memo, useId } from 'react'
import type { Change } from '../../domain/timemap.ts'
import type { Mark as MarkModel } from './model.ts'

export const line = 46
const labelLine = 84.5

interface Props {
  readonly mark: MarkModel
  readonly label: string | null
  readonly selected: boolean
  readonly dense: boolean
}

/** One version or failed check on the axis. `MarkButtons` says the same, and takes the pointer and the keys. */
export const Mark = memo(function Mark({ mark, label, selected, dense }: Props) {
  const { event, x } = mark
  return (
    <g>
      {event.kind === 'failure' ? (
        <FailureMark x={x} mark={event.mark} />
      ) : event.kind === 'note' ? (
        <NoteMark x={x} mark={event.mark} />
      ) : event.kind === 'gap' ? (
        <GapMark x={x} />
      ) : (
        <VersionMark mark={mark} selected={selected} dense={dense} />
      )}
      {label !== null && <Label x={x} text={label} />}
    </g>
  )
})

function Label({ x, text }: { readonly x: number; readonly text: string }) {
  const [name, time] = text.split('\u2002')
  return (
    <text x={x} y={labelLine} textAnchor="middle">
      {time === undefined ? (
        <tspan className={/^v\d/u.test(text) ? 'mark-name' : undefined}>{text}</tspan>
      ) : (
        <>
          <tspan className="mark-name">{name}</tspan>
          {'\u2002'}
          {time}
        </>
      )}
    </text>
  )
}

const signs = {
  gone: (x: number) => `M${x - 2.8} ${line - 2.8}l5.6 5.6m0 -5.6l-5.6 5.6`,
  failed: (x: number) => `M${x} ${line - 3.2}v3.6M${x} ${line + 3}v.2`,
  held: (x: number) => `M${x - 1.8} ${line - 2.6}v5.2M${x + 1.8} ${line - 2.6}v5.2`
} as const

function FailureMark({ x, mark }: { readonly x: number; readonly mark: keyof typeof signs }) {
  return (
    <>
      <circle cx={x} cy={line} r={7} className={mark === 'gone' ? 'mark-gone' : 'mark-failed'} />
      <path d={signs[mark](x)} className="mark-sign" />
    </>
  )
}

/** No edit: a short stroke across the line where the reader improved, a ring with a tick where a page came back. */
function NoteMark({ x, mark }: { readonly x: number; readonly mark: 'improved' | 'returned' }) {
  if (mark === 'improved') return <path d={`M${x} ${line - 6}v12`} className="mark-improved" />
  return (
    <>
      <circle cx={x} cy={line} r={7} className="mark-gone" />
      <path d={`M${x - 3} ${line + 0.2}l2.2 2.4l3.8 -4.8`} className="mark-sign" />
    </>
  )
}

/** The line stops where a version was taken out, between two brackets. */
function GapMark({ x }: { readonly x: number }) {
  return (
    <>
      <rect x={x - 6} y={line - 3} width={12} height={6} className="mark-ground" />
      <path d={`M${x - 3} ${line - 7}h-4v14h4M${x + 3} ${line - 7}h4v14h-4`} className="mark-bracket" />
    </>
  )
}

function radiusOf(change: Change | null, dense: boolean): number {
  if (change === null) return 5
  if (change.minor) return 4
  return Math.min(dense ? 9 : 13, 4 + (dense ? 0.75 : 0.92) * Math.sqrt(change.wordsAdded + change.wordsRemoved))
}

function VersionMark({ mark, selected, dense }: Omit<Props, 'label'>) {
  const { event, x } = mark
  if (event.kind !== 'version') return null
  const { change, noted, imported } = event.revision
  const r = radiusOf(change, dense)
  return (
    <>
      {change === null ? (
        <circle cx={x} cy={line} r={5} className="mark-first" />
      ) : change.minor ? (
        <circle cx={x} cy={line} r={4} className="mark-minor" />
      ) : (
        <Split x={x} r={r} change={change} />
      )}
      {imported && !selected && <circle cx={x} cy={line} r={r + 2.75} className="mark-imported" />}
      {selected && <circle cx={x} cy={line} r={r + 3.5} className="mark-ring" />}
      {change?.headlineChanged === true && <Flag x={dense ? x - 8.5 : x + r + 3} y={line - r - (dense ? 19 : 8)} />}
      {noted && <Note x={selected ? x + 4 : x - 4} y={line + r + 3.5} />}
    </>
  )
}

/** The removed share hatched below, the added share solid above. */
function Split({ x, r, change }: { readonly x: number; readonly r: number; readonly change: Change }) {
  const clip = useId()
  const share = change.wordsRemoved / Math.max(1, change.wordsAdded + change.wordsRemoved)
  const y = line + r - 2 * r * share
  return (
    <>
      <clipPath id={clip}>
        <circle cx={x} cy={line} r={r} />
      </clipPath>
      <circle cx={x} cy={line} r={r + 2.5} className="mark-ground" />
      <g clipPath={`url(#${clip})`}>
        <rect x={x - r} y={line - r} width={2 * r} height={2 * r} className="mark-added" />
        <rect x={x - r} y={y} width={2 * r} height={2 * r * share} className="mark-ground" />
        <rect x={x - r} y={y} width={2 * r} height={2 * r * share} fill="url(#timeline-hatch)" />
        {share > 0.02 && share < 0.98 && (
          <rect x={x - r} y={y - 0.75} width={2 * r} height={1.5} className="mark-ground" />
        )}
      </g>
    </>
  )
}

function Flag({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width={17} height={15} rx={3.5} className="mark-flag" />
      <text x={8.5} y={11.8} textAnchor="middle" className="mark-flag-letter">
        H
      </text>
    </g>
  )
}

/** The page's own note changed in this version. */
function Note({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path d="M.5 .5h7v5l-2 2h-5z" className="mark-note" />
      <path d="M2.25 2.75h3.5M2.25 4.75h2" className="mark-note-line" />
    </g>
  )
}

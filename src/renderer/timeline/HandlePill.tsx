// Two native range inputs cannot share one track without lying over each other.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { RevisionInfo } from '../../domain/timemap.ts'
import type { Handle } from './model.ts'
import { valueText } from './words.ts'

interface Props {
  readonly handle: Handle
  readonly width: number
  readonly revision: RevisionInfo
  readonly versions: number
  /** The version numbers this handle may stand on. */
  readonly least: number
  readonly most: number
  readonly single: boolean
  /** The version nearest to a place on the screen. */
  readonly indexAt: (clientX: number) => number
  readonly onMove: (index: number, done: boolean) => void
  /** Deletes the version it stands on. */
  readonly onDelete: () => void
}

/** A pill that is dragged along the axis, and a slider over version numbers. */
export function HandlePill(props: Props) {
  const { handle, width, revision, versions, least, most, single, indexAt, onMove, onDelete } = props
  const [dragging, setDragging] = useState(false)
  const label = single ? 'Version' : handle.which === 'older' ? 'Older version' : 'Newer version'
  const within = (index: number) => Math.min(most, Math.max(least, index))

  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Delete') {
      event.preventDefault()
      return onDelete()
    }
    const target =
      event.altKey || event.ctrlKey || event.metaKey || event.shiftKey ? null : targetOf(event.key, handle.index)
    if (target === null) return
    event.preventDefault()
    event.stopPropagation()
    onMove(within(target), true)
  }
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setDragging(true)
  }
  const dragged = (event: PointerEvent, done: boolean) => {
    if (!dragging) return
    if (done) setDragging(false)
    onMove(within(indexAt(event.clientX)), done)
  }
  return (
    <div
      role="slider"
      tabIndex={0}
      className={`handle ${dragging ? 'handle-dragging' : ''} ${handle.beyond === null ? '' : 'handle-beyond'}`}
      style={{ left: handle.pill - width / 2, width }}
      aria-label={label}
      aria-valuemin={least + 1}
      aria-valuemax={most + 1}
      aria-valuenow={handle.index + 1}
      aria-valuetext={valueText(revision, handle.index, versions)}
      aria-orientation="horizontal"
      aria-keyshortcuts="Delete"
      onKeyDown={pressed}
      onPointerDown={down}
      onPointerMove={(event) => dragged(event, false)}
      onPointerUp={(event) => dragged(event, true)}
      onPointerCancel={(event) => dragged(event, true)}
    >
      <span className="handle-grip" aria-hidden="true" />
      {handle.text}
    </div>
  )
}

/** Arrows go one version, Page keys five, Home and End to the end of what is allowed. */
function targetOf(key: string, index: number): number | null {
  const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 5, PageDown: -5 }[key]
  if (by !== undefined) return index + by
  if (key === 'Home') return -Infinity
  return key === 'End' ? Infinity : null
}

// Two native range inputs cannot share one track without lying over each other.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
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
  /** The version nearest to a place on the axis. */
  readonly indexAt: (x: number) => number
  readonly onMove: (index: number, done: boolean) => void
  /** Deletes the version it stands on. */
  readonly onDelete: () => void
}

/** Where the pointer took hold: the place of the version against that of the pointer. */
interface Grab {
  readonly from: number
  readonly x: number
  readonly moved: boolean
}

/** A pill that is dragged along the axis, and a slider over version numbers. */
export function HandlePill(props: Props) {
  const { handle, width, revision, versions, least, most, single, indexAt, onMove, onDelete } = props
  const [grab, setGrab] = useState<Grab | null>(null)
  const label = t(single ? 'timeline.version' : handle.which === 'older' ? 'timeline.older' : 'timeline.newer')
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
    setGrab({ from: event.clientX, x: handle.beyond === null ? handle.x : handle.pill, moved: false })
  }
  const dragged = (event: PointerEvent, done: boolean) => {
    if (grab === null) return
    const by = event.clientX - grab.from
    const isMoved = grab.moved || Math.abs(by) > 3
    setGrab(done ? null : isMoved === grab.moved ? grab : { ...grab, moved: true })
    if (isMoved) onMove(within(indexAt(grab.x + by)), done)
  }
  const limit = handle.index <= least ? 'start' : handle.index >= most ? 'end' : undefined
  return (
    <div
      role="slider"
      tabIndex={0}
      className={`handle ${grab === null ? '' : 'handle-dragging'} ${handle.beyond === null ? '' : 'handle-beyond'}`}
      style={{ insetInlineStart: handle.pill - width / 2, inlineSize: width }}
      data-limit={limit}
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

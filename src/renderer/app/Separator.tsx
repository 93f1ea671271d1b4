// A separator that is dragged has a value, which the native rule has not.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { direction } from '../../catalogue/words.ts'
import { arrowsAlong } from '../ui/arrows.ts'

export interface Limits {
  readonly least: number
  readonly most: number
  readonly usual: number
}

interface Props {
  readonly label: string
  readonly width: number
  readonly limits: Limits
  readonly onWidth: (width: number) => void
}

const stride = 16

/** Which way the pointer goes where a pane grows: panes stand from the side where a line begins. */
const towards = () => (direction() === 'rtl' ? -1 : 1)

/** The hairline between two panes: dragged, moved by arrows, put back by a double click. */
export function Separator({ label, width, limits, onWidth }: Props) {
  const [grab, setGrab] = useState<{ x: number; width: number } | null>(null)
  const set = (wanted: number) => onWidth(Math.round(Math.min(limits.most, Math.max(limits.least, wanted))))
  const pressed = (event: KeyboardEvent) => {
    const { back, onward } = arrowsAlong()
    const target = {
      [back]: width - stride,
      [onward]: width + stride,
      Home: limits.least,
      End: limits.most,
      Enter: limits.usual
    }[event.key]
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    set(target)
  }
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setGrab({ x: event.clientX, width })
  }
  return (
    <div
      role="separator"
      className="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemin={limits.least}
      aria-valuemax={limits.most}
      aria-valuenow={width}
      tabIndex={0}
      onKeyDown={pressed}
      onPointerDown={down}
      onPointerMove={(event) => grab !== null && set(grab.width + towards() * (event.clientX - grab.x))}
      onPointerUp={() => setGrab(null)}
      onPointerCancel={() => setGrab(null)}
      onDoubleClick={() => set(limits.usual)}
    />
  )
}

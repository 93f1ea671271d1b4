import { useLayoutEffect, useRef } from 'react'
import { useAfter } from '../compare/LoadingText.tsx'
import type { TimelineEvent } from './events.ts'
import { markTitle } from './words.ts'

interface Props {
  readonly event: TimelineEvent
  readonly near: HTMLElement
}

/** What is known about a mark, with its time in UTC, below what has the pointer or the focus. */
export function MarkTip({ event, near }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const shown = useAfter(near === document.activeElement ? 0 : 400)
  useLayoutEffect(() => {
    const tip = box.current
    if (tip === null || !shown) return
    tip.showPopover()
    const at = near.getBoundingClientRect()
    const middle = at.x + at.width / 2 - tip.offsetWidth / 2
    tip.style.insetInlineStart = `${Math.max(8, Math.min(middle, innerWidth - tip.offsetWidth - 8))}px`
    tip.style.insetBlockStart = `${at.bottom + 30}px`
  }, [near, shown])
  return (
    <div ref={box} popover="manual" className="tip timeline-tip" role="tooltip">
      {markTitle(event)}
    </div>
  )
}

import { memo, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react'
import { t } from '../../catalogue/words.ts'
import type { Drawing, Mark } from './model.ts'
import { MarkTip } from './MarkTip.tsx'
import { markName } from './words.ts'

interface Props {
  readonly drawing: Drawing
  readonly versions: number
  /** A version was chosen; `both`: together with the one that was chosen before. */
  readonly choose: (index: number, both: boolean) => void
  /** Compares a version with the one before. */
  readonly withBefore: (index: number) => void
}

/** Every mark of the axis as a button with a name: one tab stop, arrows go from mark to mark. */
export const MarkButtons = memo(function MarkButtons({ drawing, versions, choose, withBefore }: Props) {
  const { marks, dense } = drawing
  const [stop, setStop] = useState<number | null>(null)
  const [told, setTold] = useState<{ mark: Mark; element: HTMLElement } | null>(null)
  const tab = Math.min(marks.length - 1, stop ?? marks.length - 1)
  const size = dense ? 24 : 40
  const moved = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape' && told !== null) {
      event.stopPropagation()
      return setTold(null)
    }
    const to = targetOf(event.key, tab)
    if (to === null || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    const next = Math.min(marks.length - 1, Math.max(0, to))
    setStop(next)
    event.currentTarget.querySelectorAll<HTMLElement>('.mark-button')[next]?.focus()
  }
  const tell = (mark: Mark) => (event: FocusEvent<HTMLElement> | MouseEvent<HTMLElement>) =>
    setTold({ mark, element: event.currentTarget })
  return (
    // One of the buttons in it is always a tab stop.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div role="toolbar" aria-label={t('timeline.marks')} className="mark-buttons" onKeyDown={moved}>
      {marks.map((mark, n) => {
        const { event, x } = mark
        const index = event.kind === 'version' ? event.index : null
        return (
          <button
            key={event.kind === 'version' ? event.revision.id : `${event.kind} ${event.iso}`}
            type="button"
            className="mark-button"
            tabIndex={n === tab ? 0 : -1}
            aria-label={markName(event, versions)}
            aria-disabled={index === null}
            data-version={index ?? undefined}
            style={{ insetInlineStart: x - size / 2, inlineSize: size }}
            onFocus={(focused) => {
              setStop(n)
              if (focused.currentTarget.matches(':focus-visible')) tell(mark)(focused)
            }}
            onBlur={() => setTold(null)}
            onMouseEnter={tell(mark)}
            onMouseLeave={() => setTold(null)}
            onClick={(clicked) => index !== null && choose(index, clicked.shiftKey)}
            onDoubleClick={() => index !== null && withBefore(index)}
          />
        )
      })}
      {told !== null && <MarkTip event={told.mark.event} near={told.element} />}
    </div>
  )
})

function targetOf(key: string, from: number): number | null {
  const by = { ArrowRight: 1, ArrowLeft: -1, PageDown: -5, PageUp: 5 }[key]
  if (by !== undefined) return from + by
  if (key === 'Home') return 0
  return key === 'End' ? Infinity : null
}

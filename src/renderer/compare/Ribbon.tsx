import { direction } from '../../catalogue/words.ts'
import { useLayoutEffect, useRef, useState, type PointerEvent, type RefObject } from 'react'
import { elementOf } from './keepPlace.ts'
import type { Row } from './rows.ts'

interface Props {
  readonly box: RefObject<HTMLElement | null>
  readonly stops: readonly Row[]
  /** What the text is drawn from: the marks are measured anew when it changes. */
  readonly drawn: string
  /** What a mark says when the pointer is over it. */
  readonly nameOf: (row: Row) => string
}

interface Mark {
  readonly key: string
  readonly kind: Row['kind']
  readonly top: number
  readonly height: number
}

/** The whole text at a glance: a mark for each change and the part that shows. Keys do the same elsewhere. */
export function Ribbon({ box, stops, drawn, nameOf }: Props) {
  const track = useRef<HTMLDivElement>(null)
  const shown = useRef<HTMLDivElement>(null)
  const [marks, setMarks] = useState<readonly Mark[]>([])
  const grab = useRef<number | null>(null)
  const [hovered, setHovered] = useState({ key: '', drawn })

  useLayoutEffect(() => {
    const scroller = box.current
    const content = scroller?.firstElementChild
    if (scroller === null || content === null || content === undefined) return
    const measured = () => {
      setMarks(measure(scroller, stops))
      showPart(scroller, shown.current)
    }
    const scrolled = () => showPart(scroller, shown.current)
    const observer = new ResizeObserver(measured)
    observer.observe(content)
    observer.observe(scroller)
    scroller.addEventListener('scroll', scrolled, { passive: true })
    measured()
    return () => {
      observer.disconnect()
      scroller.removeEventListener('scroll', scrolled)
    }
    // The stops are new objects at each drawing; `drawn` says when they are other ones.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [box, drawn])

  const shareAt = (event: PointerEvent) => {
    const at = track.current?.getBoundingClientRect()
    return at === undefined ? 0 : (event.clientY - at.top) / at.height
  }
  const down = (event: PointerEvent) => {
    const scroller = box.current
    if (event.button !== 0 || scroller === null) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const share = shareAt(event)
    const top = scroller.scrollTop / scroller.scrollHeight
    const part = scroller.clientHeight / scroller.scrollHeight
    if (share < top || share > top + part) scroller.scrollTop = (share - part / 2) * scroller.scrollHeight
    grab.current = share - scroller.scrollTop / scroller.scrollHeight
  }
  const dragged = (event: PointerEvent) => {
    const over = event.target instanceof HTMLElement ? (event.target.dataset.mark ?? '') : ''
    if (over !== hovered.key || drawn !== hovered.drawn) setHovered({ key: over, drawn })
    if (grab.current !== null && box.current !== null) {
      box.current.scrollTop = (shareAt(event) - grab.current) * box.current.scrollHeight
    }
  }
  const done = () => {
    grab.current = null
  }
  return (
    <div
      className="ribbon"
      aria-hidden="true"
      ref={track}
      onPointerDown={down}
      onPointerMove={dragged}
      onPointerUp={done}
      onPointerCancel={done}
      onPointerLeave={() => setHovered({ key: '', drawn })}
    >
      {marks.map((mark) => (
        <div
          key={mark.key}
          className={`ribbon-mark ribbon-${mark.kind}`}
          data-mark={mark.key}
          style={{ top: `${mark.top * 100}%`, height: `max(5px, ${mark.height * 100}% - 2px)` }}
        />
      ))}
      <div className="ribbon-part" ref={shown} />
      <Label
        mark={marks.find(({ key }) => key === hovered.key && drawn === hovered.drawn)}
        stops={stops}
        nameOf={nameOf}
      />
    </div>
  )
}

interface LabelProps extends Pick<Props, 'stops' | 'nameOf'> {
  readonly mark: Mark | undefined
}

/** What the mark under the pointer stands for. */
function Label({ mark, stops, nameOf }: LabelProps) {
  const row = stops.find(({ key }) => key === mark?.key)
  const name = row === undefined ? '' : nameOf(row)
  if (mark === undefined || name === '') return null
  return (
    <span className="ribbon-label" style={{ top: `${(mark.top + mark.height / 2) * 100}%` }} dir={direction()}>
      {name}
    </span>
  )
}

function measure(scroller: HTMLElement, stops: readonly Row[]): readonly Mark[] {
  const top = scroller.getBoundingClientRect().top - scroller.scrollTop
  return stops.flatMap(({ key, kind }) => {
    const at = elementOf(scroller, key)?.getBoundingClientRect()
    if (at === undefined) return []
    return { key, kind, top: (at.top - top) / scroller.scrollHeight, height: at.height / scroller.scrollHeight }
  })
}

function showPart(scroller: HTMLElement, part: HTMLElement | null): void {
  if (part === null) return
  part.style.display = scroller.scrollHeight <= scroller.clientHeight ? 'none' : 'block'
  part.style.top = `${(scroller.scrollTop / scroller.scrollHeight) * 100}%`
  part.style.height = `${(scroller.clientHeight / scroller.scrollHeight) * 100}%`
}

import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { views, type View } from '../app/place.ts'
import { t } from '../../catalogue/words.ts'
import { Menu } from '../ui/Menu.tsx'
import { StarButton } from './StarButton.tsx'
import type { Stops } from './useStops.ts'

interface Props {
  readonly article: number
  readonly view: View
  /** Why a view cannot be chosen, or null. */
  readonly unavailable: (view: View) => string | null
  readonly onView: (view: View) => void
  readonly stops: Stops | null
  readonly onBack: (() => void) | null
  readonly lead: ReactNode
  /** What can be done about the article on the web. */
  readonly menu: ReactNode
  /** What stands at the very end. */
  readonly end: ReactNode
}

const nameOf = (view: View): string => t(`view.${view}`)

export function ReaderHeader({ article, view, unavailable, onView, stops, onBack, lead, menu, end }: Props) {
  return (
    <div className="bar reader-bar">
      {lead}
      {onBack === null ? (
        <Tabs {...{ view, unavailable, onView }} />
      ) : (
        <>
          <button type="button" className="icon-button" aria-label="Back to list" title="Back to list" onClick={onBack}>
            <ArrowLeft className="icon icon-lg" strokeWidth={1.75} aria-hidden="true" />
          </button>
          <Menu
            label="View"
            current={view}
            choices={views.map((key) => {
              return { key, content: nameOf(key), disabled: unavailable(key) !== null }
            })}
            onChoose={(key) => onView(views.find((one) => one === key) ?? view)}
          >
            <b>{nameOf(view)}</b>
          </Menu>
        </>
      )}
      <span className="grow" />
      {stops !== null && <Stepper stops={stops} />}
      {stops !== null && <span className="bar-divider" />}
      <StarButton article={article} />
      {menu}
      {end}
    </div>
  )
}

function Tabs({ view, unavailable, onView }: Pick<Props, 'view' | 'unavailable' | 'onView'>) {
  const moved = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const there = views.filter((one) => unavailable(one) === null)
    const by = event.key === 'ArrowRight' ? 1 : -1
    const other = there[(there.indexOf(view) + by + there.length) % there.length]!
    onView(other)
    document.getElementById(`view-${other}`)?.focus()
  }
  return (
    <div className="segmented" role="tablist" aria-label="View">
      {views.map((one) => {
        const why = unavailable(one)
        return (
          <button
            key={one}
            id={`view-${one}`}
            type="button"
            role="tab"
            aria-selected={one === view}
            aria-controls="reader-text"
            tabIndex={one === view ? 0 : -1}
            disabled={why !== null}
            title={why ?? `${nameOf(one)} (${views.indexOf(one) + 1})`}
            onClick={() => onView(one)}
            onKeyDown={moved}
          >
            {nameOf(one)}
          </button>
        )
      })}
    </div>
  )
}

function Stepper({ stops }: { readonly stops: Stops }) {
  const { current, total } = stops
  return (
    <fieldset className="stepper" aria-label="Changes">
      <button
        type="button"
        className="icon-button"
        aria-label="Previous change"
        title="Previous change (P)"
        disabled={total === 0}
        onClick={stops.previous}
      >
        <ChevronUp className="icon icon-lg" strokeWidth={1.75} aria-hidden="true" />
      </button>
      <span>{total === 0 ? 'No changes' : `${current} of ${total}`}</span>
      <button
        type="button"
        className="icon-button"
        aria-label="Next change"
        title="Next change (N)"
        disabled={total === 0}
        onClick={stops.next}
      >
        <ChevronDown className="icon icon-lg" strokeWidth={1.75} aria-hidden="true" />
      </button>
    </fieldset>
  )
}

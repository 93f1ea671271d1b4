import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { views, type View } from '../app/place.ts'
import { t } from '../../catalogue/words.ts'
import { Menu } from '../ui/Menu.tsx'
import { useWidth } from '../ui/useWidth.ts'
import { StarButton } from './StarButton.tsx'
import type { Stops } from './useStops.ts'

interface Props {
  readonly article: number
  readonly view: View
  /** Why a view cannot be chosen, or null. */
  readonly unavailable: (view: View) => string | null
  readonly onView: (view: View) => void
  readonly stops: HeaderStops | null
  readonly onBack: (() => void) | null
  readonly lead: ReactNode
  /** What can be done about the article on the web. */
  readonly menu: ReactNode
  /** What stands at the very end. */
  readonly end: ReactNode
}

interface HeaderStops extends Stops {
  /** How many changes are hidden because they are minor. */
  readonly hidden: number
}

/** Where the header is narrower, in pixels, the views are a menu: their names are longer in some languages. */
const roomForTabs = () => 340 + 7.4 * views.map(nameOf).join('').length

const nameOf = (view: View): string => t(`view.${view}`)

export function ReaderHeader({ article, view, unavailable, onView, stops, onBack, lead, menu, end }: Props) {
  const [width, follow] = useWidth()
  return (
    <div className="bar reader-bar" ref={follow}>
      {lead}
      {onBack !== null && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('reader.back')}
          title={t('reader.back')}
          onClick={onBack}
        >
          <ArrowLeft className="icon icon-lg mirrored" strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
      {onBack === null && width >= roomForTabs() ? (
        <Tabs {...{ view, unavailable, onView }} />
      ) : (
        <Menu
          label={t('reader.view')}
          current={view}
          choices={views.map((key) => {
            return { key, content: nameOf(key), disabled: unavailable(key) !== null }
          })}
          onChoose={(key) => onView(views.find((one) => one === key) ?? view)}
        >
          <b>{nameOf(view)}</b>
        </Menu>
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
    <div className="segmented" role="tablist" aria-label={t('reader.view')}>
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
            title={why ?? t('reader.key', { name: nameOf(one), key: views.indexOf(one) + 1 })}
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

function Stepper({ stops }: { readonly stops: HeaderStops }) {
  const { current, total, hidden } = stops
  return (
    <fieldset className="stepper" aria-label={t('reader.changes')}>
      <button
        type="button"
        className="icon-button"
        aria-label={t('reader.previous')}
        title={t('reader.key', { name: t('reader.previous'), key: 'P' })}
        disabled={total === 0}
        onClick={stops.previous}
      >
        <ChevronUp className="icon icon-lg" strokeWidth={1.75} aria-hidden="true" />
      </button>
      <span>{total === 0 ? t('compare.noChanges') : t('reader.of', { n: current, total })}</span>
      <button
        type="button"
        className="icon-button"
        aria-label={t('reader.next')}
        title={t('reader.key', { name: t('reader.next'), key: 'N' })}
        disabled={total === 0}
        onClick={stops.next}
      >
        <ChevronDown className="icon icon-lg" strokeWidth={1.75} aria-hidden="true" />
      </button>
      {hidden > 0 && <small>{t('summary.minorHidden', { n: hidden })}</small>}
    </fieldset>
  )
}

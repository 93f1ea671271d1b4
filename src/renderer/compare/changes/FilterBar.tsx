import { direction, t } from '../../../catalogue/words.ts'
import { useReadingPreferences } from '../../ui/reading.ts'
import { filters, passes, type Filter, type Item } from './items.ts'

interface Props {
  readonly items: readonly Item[]
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  /** How many are hidden because they are minor. */
  readonly hidden: number
}

/** How many changes there are, and which of them are listed. */
export function FilterBar({ items, filter, onFilter, hidden }: Props) {
  const [{ hideMinor }, change] = useReadingPreferences()
  const countOf = (one: Filter) => items.filter((item) => passes(item, one)).length
  return (
    <div className="change-filters" data-not-text dir={direction()}>
      <b>{t('changes.count', { n: items.length })}</b>
      <fieldset aria-label={t('changes.filter')}>
        {filters.map((one) => (
          <button key={one} type="button" className="chip" aria-pressed={one === filter} onClick={() => onFilter(one)}>
            {t(`changes.${one}`, { n: countOf(one) })}
          </button>
        ))}
      </fieldset>
      <span className="grow" />
      {hideMinor && hidden > 0 && <span className="change-hidden">{t('summary.minorHidden', { n: hidden })}</span>}
      <label className="change-minor">
        <input
          type="checkbox"
          role="switch"
          checked={hideMinor}
          aria-checked={hideMinor}
          onChange={(event) => change({ hideMinor: event.target.checked })}
        />
        {t('changes.hideMinor')}
      </label>
    </div>
  )
}

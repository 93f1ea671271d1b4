import { SearchX } from 'lucide-react'
import { t } from '../../catalogue/words.ts'
import { useOpenPalette } from '../palette/PaletteContext.tsx'
import { shortened } from '../ui/words.ts'
import { useSearch } from './SearchContext.tsx'
import { noFilters } from './searching.ts'

/** Nothing was found: where else to look. */
export function NoHits() {
  const { searching, take } = useSearch()
  const openPalette = useOpenPalette()
  const { text, scope, filters } = searching
  const isFiltered = filters.source !== null || filters.since !== 'any'
  const isWord = !/[*"“„«「]/u.test(text)
  return (
    <div className="words">
      <SearchX className="icon" strokeWidth={1.5} aria-hidden="true" />
      <h2>{t(`search.none.${scope}`, { text: shortened(text.trim(), 60) })}</h2>
      {isWord && <p>{t('search.none.words')}</p>}
      <div className="search-actions">
        {scope !== 'anywhere' && (
          <button type="button" className="button" onClick={() => take({ type: 'scope', scope: 'anywhere' })}>
            {t('search.none.anywhere.do')}
          </button>
        )}
        <button type="button" className="button" onClick={() => openPalette(text.trim())}>
          {t('search.none.headlines.do')}
        </button>
        {isFiltered && (
          <button type="button" className="button" onClick={() => take({ type: 'filters', filters: noFilters })}>
            {t('search.none.filters.do')}
          </button>
        )}
      </div>
    </div>
  )
}

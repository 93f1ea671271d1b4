import { SearchX } from 'lucide-react'
import type { SearchScope } from '../../contract/search.ts'
import { shortened } from '../ui/words.ts'
import { useSearch } from './SearchContext.tsx'
import { noFilters } from './searching.ts'

const where: Readonly<Record<SearchScope, string>> = {
  anywhere: 'No version',
  removed: 'No removed text',
  current: 'No newest version',
  headline: 'No headline',
  added: 'No added text'
}

/** Nothing was found: where else to look. */
export function NoHits() {
  const { searching, take } = useSearch()
  const { text, scope, filters } = searching
  const isFiltered = filters.source !== null || filters.since !== 'any'
  const isWord = !/[*"“„«「]/u.test(text)
  return (
    <div className="words">
      <SearchX className="icon" strokeWidth={1.5} aria-hidden="true" />
      <h2>
        {where[scope]} contains “{shortened(text.trim(), 60)}”.
      </h2>
      {isWord && <p>Whole words are searched for. A star finds how a word begins: hous* finds house and housing.</p>}
      <div className="search-actions">
        {scope !== 'anywhere' && (
          <button type="button" className="button" onClick={() => take({ type: 'scope', scope: 'anywhere' })}>
            Search anywhere
          </button>
        )}
        {isFiltered && (
          <button type="button" className="button" onClick={() => take({ type: 'filters', filters: noFilters })}>
            Clear filters
          </button>
        )}
      </div>
    </div>
  )
}

import { SlidersHorizontal } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { Counts } from '../../contract/lists.ts'
import type { SearchHit } from '../../contract/search.ts'
import { useAnnounce } from '../app/announce.tsx'
import { usePlace } from '../app/PlaceContext.tsx'
import { TextError } from '../compare/TextError.tsx'
import { count } from '../ui/words.ts'
import { FilterRow } from './FilterRow.tsx'
import { HitList } from './HitList.tsx'
import { NoHits } from './NoHits.tsx'
import { ScopeTabs } from './ScopeTabs.tsx'
import { SearchField } from './SearchField.tsx'
import { useSearch } from './SearchContext.tsx'
import { foundWords } from './words.ts'
import { useHits, type Hits } from './useHits.ts'

interface Props {
  readonly counts: Counts
  readonly lead: ReactNode
  /** Where no sidebar stands beside the list, the field is here. */
  readonly hasField: boolean
  readonly opensOnMove: boolean
  readonly edge: ReactNode
}

/** What was found, in place of the list. */
export function SearchResults({ counts, lead, hasField, opensOnMove, edge }: Props) {
  const { searching, take } = useSearch()
  const { go } = usePlace()
  const { found, error, retry } = useHits(searching)
  const { source, since } = searching.filters
  const [isFiltering, setFiltering] = useState(source !== null || since !== 'any')
  useAnnounced(found)
  const open = (hit: SearchHit, show: boolean) => {
    take({ type: 'found', hit })
    if (show) go({ type: 'pane', pane: 'reader' })
  }
  // Alone in the window, the list is its main part.
  const [Pane, Title] = opensOnMove ? (['section', 'h2'] as const) : (['main', 'h1'] as const)
  return (
    <Pane className="list results" aria-label="Search results" data-pane="list">
      <div className="bar list-bar">
        {lead}
        <Title>{found === null ? 'Search' : foundWords(found)}</Title>
        {found !== null && <span className="count">{count(found.searched, 'version')} searched</span>}
        <span className="grow" />
        <button
          type="button"
          className="icon-button"
          aria-label="Filters"
          aria-expanded={isFiltering}
          title="Filters"
          onClick={() => setFiltering(!isFiltering)}
        >
          <SlidersHorizontal className="icon" strokeWidth={1.75} aria-hidden="true" />
        </button>
      </div>
      {hasField && <SearchField />}
      <ScopeTabs />
      {isFiltering && <FilterRow sources={counts.sources} />}
      {found !== null && found.waiting > 0 && <Waiting articles={found.waiting} />}
      {found !== null && found.damaged > 0 && <Damaged articles={found.damaged} />}
      {error !== null && <TextError error={error} onRetry={retry} inline={found !== null} />}
      {found !== null && found.hits.length > 0 && (
        <HitList {...{ found, opensOnMove }} open={searching.found?.hit.article.id ?? null} onOpen={open} />
      )}
      {found?.isEmpty === true && <NoHits />}
      {edge}
    </Pane>
  )
}

function Waiting({ articles }: { readonly articles: number }) {
  return (
    <p className="search-waiting">
      {count(articles, 'article')} cannot be searched yet. {articles === 1 ? 'It is' : 'They are'} being made ready in
      the background.
    </p>
  )
}

function Damaged({ articles }: { readonly articles: number }) {
  return (
    <p className="search-waiting">
      {count(articles, 'article')} that {articles === 1 ? 'has' : 'have'} these words cannot be shown: the stored text
      is damaged. File, Verify library tells what is safe.
    </p>
  )
}

/** How many were found, said once nobody types any more. */
function useAnnounced(found: Hits | null): void {
  const say = useAnnounce()
  const words = found === null || found.isOld ? null : found.isEmpty ? 'Nothing found' : `${foundWords(found)} found`
  useEffect(() => {
    if (words === null) return
    const timer = setTimeout(() => say(words), 600)
    return () => clearTimeout(timer)
  }, [say, words])
}

import { Bookmark, SlidersHorizontal } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { t } from '../../catalogue/words.ts'
import type { Counts } from '../../contract/lists.ts'
import type { SearchHit } from '../../contract/search.ts'
import { useAnnounce } from '../app/announce.tsx'
import { useWhere } from '../app/PlaceContext.tsx'
import { TextError } from '../compare/TextError.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { FilterRow } from './FilterRow.tsx'
import { HitList } from './HitList.tsx'
import { NoHits } from './NoHits.tsx'
import { SaveForm } from './SaveForm.tsx'
import { ScopeTabs } from './ScopeTabs.tsx'
import { SearchField } from './SearchField.tsx'
import { SearchHelp } from './SearchHelp.tsx'
import { useSearch } from './SearchContext.tsx'
import { SortMenu } from './SortMenu.tsx'
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
  const { go } = useWhere()
  const { found, error, retry } = useHits(searching)
  const { source, since } = searching.filters
  const [opened, setOpened] = useState<'filters' | 'save' | null>(source !== null || since !== 'any' ? 'filters' : null)
  useAnnounced(found)
  const toggle = (part: 'filters' | 'save') => setOpened(opened === part ? null : part)
  const isSavable = searching.text.trim() !== '' && searching.saved === null
  const open = (hit: SearchHit, show: boolean) => {
    take({ type: 'found', hit })
    if (show) go({ type: 'pane', pane: 'reader' })
  }
  // Alone in the window, the list is its main part.
  const [Pane, Title] = opensOnMove ? (['section', 'h2'] as const) : (['main', 'h1'] as const)
  return (
    <Pane className="list results" aria-label={t('search.results')} data-pane="list">
      <div className="bar list-bar">
        {lead}
        <Title>{found === null ? t('search.title') : foundWords(found)}</Title>
        {found !== null && <span className="count">{t('search.searched', { n: found.searched })}</span>}
        <span className="grow" />
        <IconButton
          icon={Bookmark}
          label={t('search.save')}
          isDisabled={!isSavable}
          aria-expanded={opened === 'save' && isSavable}
          onPress={() => toggle('save')}
        />
        <IconButton
          icon={SlidersHorizontal}
          label={t('search.filters')}
          aria-expanded={opened === 'filters'}
          onPress={() => toggle('filters')}
        />
        <SortMenu />
        <SearchHelp />
      </div>
      {hasField && <SearchField />}
      <ScopeTabs />
      {opened === 'filters' && <FilterRow sources={counts.sources} />}
      {opened === 'save' && isSavable && <SaveForm sources={counts.sources} onClose={() => setOpened(null)} />}
      {found !== null && found.waiting > 0 && (
        <p className="search-waiting">{t('search.waiting', { n: found.waiting })}</p>
      )}
      {found !== null && found.damaged > 0 && (
        <p className="search-waiting">{t('search.damaged', { n: found.damaged })}</p>
      )}
      {error !== null && <TextError error={error} onRetry={retry} inline={found !== null} />}
      {found !== null && found.hits.length > 0 && (
        <HitList {...{ found, opensOnMove }} open={searching.found?.hit.article.id ?? null} onOpen={open} />
      )}
      {found?.isEmpty === true && <NoHits />}
      {edge}
    </Pane>
  )
}

/** How many were found, said once nobody types any more. */
function useAnnounced(found: Hits | null): void {
  const say = useAnnounce()
  const words =
    found === null || found.isOld
      ? null
      : found.isEmpty
        ? t('search.found.nothing')
        : t('search.found.said', { found: foundWords(found) })
  useEffect(() => {
    if (words === null) return
    const timer = setTimeout(() => say(words), 600)
    return () => clearTimeout(timer)
  }, [say, words])
}

import { PanelLeft, Plus } from 'lucide-react'
import { useDeferredValue, useRef, type ReactNode } from 'react'
import type { Counts, ListKey, SourceCount } from '../../contract/lists.ts'
import { t } from '../../catalogue/words.ts'
import { useWhere } from '../app/PlaceContext.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useRoving } from '../ui/useRoving.ts'
import { SearchField } from '../search/SearchField.tsx'
import { SavedList } from '../search/SavedList.tsx'
import { useSearch } from '../search/SearchContext.tsx'
import { StatusRow } from '../tracking/StatusRow.tsx'
import { FeedList } from './FeedList.tsx'
import { FolderTree } from './FolderTree.tsx'
import { SmartLists } from './SmartLists.tsx'

interface Props {
  readonly counts: Counts
  readonly onHide: () => void
  readonly onAdd: () => void
  readonly onChosen: () => void
  /** What widens it, where it stands beside the list. */
  readonly edge: ReactNode
}

const none: readonly SourceCount[] = []

export function Sidebar({ counts, onHide, onAdd, onChosen, edge }: Props) {
  const { place, go } = useWhere()
  const { searching, take } = useSearch()
  // The articles are painted first: names in many scripts can each cost a search for a font.
  const settled = useDeferredValue(counts.sources, none)
  const nav = useRef<HTMLDivElement>(null)
  useRoving(nav)
  const current = searching.text === '' ? place.list : null
  const choose = (list: ListKey) => {
    take({ type: 'close' })
    go({ type: 'list', list })
    onChosen()
  }
  return (
    <nav className="side" aria-label={t('side.name')} data-pane="sidebar">
      <div className="bar side-bar">
        <span className="side-name">Palimpsest</span>
        <span className="grow" />
        <IconButton icon={PanelLeft} label={t('side.hide')} onPress={onHide} />
        <IconButton icon={Plus} large label={t('side.add')} keys="Ctrl N" onPress={onAdd} />
      </div>
      {counts.smart.all > 0 && <SearchField onLeft={onChosen} />}
      <div className="nav scroller" ref={nav}>
        <SmartLists counts={counts} current={current} onChoose={choose} />
        <SavedList onChosen={onChosen} />
        {counts.sources.length + counts.folders.length === 0 ? (
          <>
            <h2 className="nav-title">{t('side.folders')}</h2>
            <p className="nav-empty">{t('side.none')}</p>
          </>
        ) : (
          <FolderTree sources={settled} made={counts.folders} current={current} scroller={nav} onChoose={choose} />
        )}
        <FeedList sources={settled} current={current} onChoose={choose} />
      </div>
      <StatusRow />
      {edge}
    </nav>
  )
}

import { PanelLeft, Search } from 'lucide-react'
import { Suspense, useEffect, useRef, useState, type CSSProperties } from 'react'
import { t } from '../../catalogue/words.ts'
import type { ArticleRow, Counts } from '../../contract/lists.ts'
import { Reader } from '../compare/Reader.tsx'
import { useInspector } from '../inspector/InspectorContext.tsx'
import { Inspector } from '../inspector/whenNeeded.ts'
import { ArticleList } from '../list/ArticleList.tsx'
import { Sidebar } from '../list/Sidebar.tsx'
import { FoundReader, SearchResults } from '../search/whenNeeded.ts'
import { useSearchPanes } from '../search/useSearchPanes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Welcome } from '../welcome/Welcome.tsx'
import { useKeys } from './keys.ts'
import { useKeyHint } from './actions.ts'
import { useRoom } from './media.ts'
import { SideOverlay } from './SideOverlay.tsx'
import { useWhere } from './PlaceContext.tsx'
import { useArticle } from './queries.ts'
import { Separator, type Limits } from './Separator.tsx'
import { useMarks } from './useMarks.ts'
import { focusPane, sideLimits, useSidebar, useSideWidth, useWidth } from './usePanes.ts'

interface Props {
  readonly counts: Counts
  readonly onAdd: () => void
}

const listLimits: Limits = { least: 280, most: 460, usual: 336 }
const resultsLimits: Limits = { least: 360, most: 640, usual: 500 }

/** Sidebar, list and reader, as many as there is room for. */
export function Panes({ counts, onAdd }: Props) {
  const { place, go } = useWhere()
  const { panes, tall } = useRoom()
  const sidebar = useSidebar(panes)
  const [sideWidth, setSideWidth] = useSideWidth()
  const [listWidth, setListWidth] = useWidth('listWidth', listLimits)
  const [resultsWidth, setResultsWidth] = useWidth('resultsWidth', resultsLimits)
  const [folded, setFolded] = useState<boolean | null>(null)
  const nextUnread = useRef<() => void>(null)
  useKeys({ F6: () => focusPane(1), 'Shift+F6': () => focusPane(-1) })

  const isEmpty = counts.smart.all + counts.smart.deleted === 0
  const search = useSearchPanes({ isEmpty, hasSidebar: sidebar.beside })
  const article = useArticle(place.article)
  const open = place.article === null ? null : (article.data ?? (article.isError ? null : undefined))
  useTitle(open ?? null)
  useMarks(search.found?.hit.article.id ?? place.article)
  const one = panes === 1 && !isEmpty
  const showsList = !isEmpty && (!one || place.pane === 'list' || (open === null && search.found === null))
  const showsReader = !isEmpty && (!one || !showsList)
  const { isOpen, room } = useInspector()
  const inspected = isOpen && showsReader && search.found === null ? (open ?? null) : null
  const sideEdge = sidebar.beside && (
    <Separator label={t('app.sidebarWidth')} width={sideWidth} limits={sideLimits} onWidth={setSideWidth} />
  )
  const [width, limits, setWidth] = search.isShown
    ? [resultsWidth, resultsLimits, setResultsWidth]
    : [listWidth, listLimits, setListWidth]
  const listEdge = showsList && showsReader && (
    <Separator label={t('app.listWidth')} width={width} limits={limits} onWidth={setWidth} />
  )
  const side = <Sidebar counts={counts} onHide={sidebar.hide} onAdd={onAdd} onChosen={sidebar.chosen} edge={sideEdge} />
  const lead = sidebar.beside ? null : <Lead onSidebar={sidebar.show} onSearch={search.isShown ? null : search.open} />
  const sizes = { '--w-side': `${sideWidth}px`, '--w-list': `${width}px` } as CSSProperties
  const onBack = one ? () => go({ type: 'pane', pane: 'list' }) : null
  return (
    <div
      className="window"
      style={sizes}
      data-side={sidebar.beside}
      data-panes={one ? 1 : panes}
      data-empty={isEmpty}
      data-searching={search.isShown}
      data-inspector={inspected === null ? 'none' : room}
    >
      {sidebar.beside && side}
      {isEmpty && <Welcome onAdd={onAdd} onShowSidebar={sidebar.beside ? null : sidebar.show} />}
      {showsList && search.isShown && (
        <Suspense fallback={<div className="list" />}>
          <SearchResults {...{ counts, lead }} hasField={!sidebar.beside} opensOnMove={!one} edge={listEdge} />
        </Suspense>
      )}
      {showsList && !search.isShown && (
        <ArticleList {...{ counts, lead, nextUnread, onAdd }} opensOnMove={!one} edge={listEdge} />
      )}
      {showsReader && search.found !== null && (
        <Suspense fallback={<main className="reader" />}>
          <FoundReader found={search.found} onBack={onBack} />
        </Suspense>
      )}
      {showsReader && search.found === null && (
        <Reader
          row={open}
          folded={folded ?? !tall}
          onFold={setFolded}
          onBack={onBack}
          lead={null}
          onPastEnd={() => nextUnread.current?.()}
        />
      )}
      {inspected !== null && (
        <Suspense fallback={<div className="inspector" data-room={room} />}>
          <Inspector row={inspected} />
        </Suspense>
      )}
      {sidebar.over && <SideOverlay onClose={sidebar.hide}>{side}</SideOverlay>}
    </div>
  )
}

interface LeadProps {
  readonly onSidebar: () => void
  /** Null while something is searched for: then the field is there. */
  readonly onSearch: (() => void) | null
}

/** What stands before the list's title where there is no sidebar. */
function Lead({ onSidebar, onSearch }: LeadProps) {
  const key = useKeyHint('search') ?? undefined
  return (
    <>
      <IconButton icon={PanelLeft} className="pane-lead" label={t('app.showSidebar')} onPress={onSidebar} />
      {onSearch !== null && <IconButton icon={Search} label={t('app.search')} keys={key} onPress={onSearch} />}
    </>
  )
}

function useTitle(open: ArticleRow | null): void {
  const headline = open?.headline
  useEffect(() => {
    document.title = headline === undefined ? t('app.name') : t('app.title', { headline })
  }, [headline])
}

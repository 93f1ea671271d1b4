import { PanelLeft } from 'lucide-react'
import { useEffect, useRef, useState, type CSSProperties } from 'react'
import type { ArticleRow, Counts } from '../../contract/lists.ts'
import { Reader } from '../compare/Reader.tsx'
import { ArticleList } from '../list/ArticleList.tsx'
import { Sidebar } from '../list/Sidebar.tsx'
import { useStored } from '../ui/stored.ts'
import { Welcome } from '../welcome/Welcome.tsx'
import { useKeys } from './keys.ts'
import { useRoom } from './media.ts'
import { SideOverlay } from './SideOverlay.tsx'
import { usePlace } from './PlaceContext.tsx'
import { useArticle } from './queries.ts'
import { Separator, type Limits } from './Separator.tsx'
import { useMarks } from './useMarks.ts'
import { focusPane, useSidebar } from './usePanes.ts'

interface Props {
  readonly counts: Counts
  readonly onAdd: () => void
}

const sideLimits: Limits = { least: 200, most: 320, usual: 240 }
const listLimits: Limits = { least: 280, most: 460, usual: 336 }
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** Sidebar, list and reader, as many as there is room for. */
export function Panes({ counts, onAdd }: Props) {
  const { place, go } = usePlace()
  const { panes, tall } = useRoom()
  const sidebar = useSidebar(panes)
  const [sideWidth, setSideWidth] = useStored('sideWidth', sideLimits.usual, isNumber)
  const [listWidth, setListWidth] = useStored('listWidth', listLimits.usual, isNumber)
  const [folded, setFolded] = useState<boolean | null>(null)
  const nextUnread = useRef<() => void>(null)
  useKeys({ F6: () => focusPane(1), 'Shift+F6': () => focusPane(-1) })

  const article = useArticle(place.article)
  const open = place.article === null ? null : (article.data ?? (article.isError ? null : undefined))
  useTitle(open ?? null)
  useMarks(place.article)
  const isEmpty = counts.smart.all + counts.smart.deleted === 0
  const one = panes === 1 && !isEmpty
  const showsList = !isEmpty && (!one || place.pane === 'list' || open === null)
  const showsReader = !isEmpty && (!one || !showsList)
  const sideEdge = sidebar.beside && (
    <Separator label="Width of the sidebar" width={sideWidth} limits={sideLimits} onWidth={setSideWidth} />
  )
  const listEdge = showsList && showsReader && (
    <Separator label="Width of the list" width={listWidth} limits={listLimits} onWidth={setListWidth} />
  )
  const side = <Sidebar counts={counts} onHide={sidebar.hide} onAdd={onAdd} onChosen={sidebar.chosen} edge={sideEdge} />
  const lead = sidebar.beside ? null : <ShowSidebar onShow={sidebar.show} />
  const sizes = { '--w-side': `${sideWidth}px`, '--w-list': `${listWidth}px` } as CSSProperties
  return (
    <div className="window" style={sizes} data-side={sidebar.beside} data-panes={one ? 1 : panes} data-empty={isEmpty}>
      {sidebar.beside && side}
      {isEmpty && <Welcome onAdd={onAdd} onShowSidebar={sidebar.beside ? null : sidebar.show} />}
      {showsList && <ArticleList {...{ counts, lead, nextUnread }} opensOnMove={!one} edge={listEdge} />}
      {showsReader && (
        <Reader
          row={open}
          folded={folded ?? !tall}
          onFold={setFolded}
          onBack={one ? () => go({ type: 'pane', pane: 'list' }) : null}
          lead={null}
          onPastEnd={() => nextUnread.current?.()}
        />
      )}
      {sidebar.over && <SideOverlay onClose={sidebar.hide}>{side}</SideOverlay>}
    </div>
  )
}

function ShowSidebar({ onShow }: { readonly onShow: () => void }) {
  return (
    <button
      type="button"
      className="icon-button pane-lead"
      aria-label="Show sidebar"
      title="Show sidebar"
      onClick={onShow}
    >
      <PanelLeft className="icon" strokeWidth={1.75} aria-hidden="true" />
    </button>
  )
}

function useTitle(open: ArticleRow | null): void {
  const headline = open?.headline
  useEffect(() => {
    document.title = headline === undefined ? 'Palimpsest' : `${headline} · Palimpsest`
  }, [headline])
}

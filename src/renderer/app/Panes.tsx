import { PanelLeft } from 'lucide-react'
import { useEffect, useRef, useState, type CSSProperties } from 'react'
import type { ArticleRow } from '../../contract/contract.ts'
import { Reader } from '../compare/Reader.tsx'
import { ArticleList } from '../list/ArticleList.tsx'
import { Sidebar } from '../list/Sidebar.tsx'
import { useStored } from '../ui/stored.ts'
import { Welcome } from '../welcome/Welcome.tsx'
import { useKeys } from './keys.ts'
import { useRoom } from './media.ts'
import { SideOverlay } from './SideOverlay.tsx'
import { usePlace } from './PlaceContext.tsx'
import { Separator, type Limits } from './Separator.tsx'
import { focusPane, useSidebar } from './usePanes.ts'

interface Props {
  readonly rows: readonly ArticleRow[]
  readonly onAdd: () => void
}

const sideLimits: Limits = { least: 200, most: 320, usual: 240 }
const listLimits: Limits = { least: 280, most: 460, usual: 336 }
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** Sidebar, list and reader, as many as there is room for. */
export function Panes({ rows, onAdd }: Props) {
  const { place, go } = usePlace()
  const { panes, tall } = useRoom()
  const sidebar = useSidebar(panes)
  const [sideWidth, setSideWidth] = useStored('sideWidth', sideLimits.usual, isNumber)
  const [listWidth, setListWidth] = useStored('listWidth', listLimits.usual, isNumber)
  const [folded, setFolded] = useState<boolean | null>(null)
  const nextUnread = useRef<() => void>(null)
  useKeys({ F6: () => focusPane(1), 'Shift+F6': () => focusPane(-1) })

  const open = rows.find((row) => row.id === place.article) ?? null
  useTitle(open)
  const one = panes === 1 && rows.length > 0
  const showsList = rows.length > 0 && (!one || place.pane === 'list' || open === null)
  const showsReader = rows.length > 0 && (!one || !showsList)
  const sideEdge = sidebar.beside && (
    <Separator label="Width of the sidebar" width={sideWidth} limits={sideLimits} onWidth={setSideWidth} />
  )
  const listEdge = showsList && showsReader && (
    <Separator label="Width of the list" width={listWidth} limits={listLimits} onWidth={setListWidth} />
  )
  const side = <Sidebar rows={rows} onHide={sidebar.hide} onAdd={onAdd} onChosen={sidebar.chosen} edge={sideEdge} />
  const lead = sidebar.beside ? null : <ShowSidebar onShow={sidebar.show} />
  const sizes = { '--w-side': `${sideWidth}px`, '--w-list': `${listWidth}px` } as CSSProperties
  return (
    <div
      className="window"
      style={sizes}
      data-side={sidebar.beside}
      data-panes={one ? 1 : panes}
      data-empty={rows.length === 0}
    >
      {sidebar.beside && side}
      {rows.length === 0 && <Welcome onAdd={onAdd} onShowSidebar={sidebar.beside ? null : sidebar.show} />}
      {showsList && <ArticleList {...{ rows, lead, nextUnread }} opensOnMove={!one} edge={listEdge} />}
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

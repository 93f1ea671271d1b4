import { PanelLeft, Plus } from 'lucide-react'
import { useDeferredValue, useRef, type ReactNode } from 'react'
import type { ArticleRow } from '../../contract/contract.ts'
import { usePlace } from '../app/PlaceContext.tsx'
import type { ListKey } from '../app/place.ts'
import { useNow } from '../ui/useNow.ts'
import { useRoving } from '../ui/useRoving.ts'
import { foldersOf } from './folders.ts'
import { FolderTree } from './FolderTree.tsx'
import { SmartLists } from './SmartLists.tsx'

interface Props {
  readonly rows: readonly ArticleRow[]
  readonly onHide: () => void
  readonly onAdd: () => void
  readonly onChosen: () => void
  /** What widens it, where it stands beside the list. */
  readonly edge: ReactNode
}

const none: readonly ArticleRow[] = []

export function Sidebar({ rows, onHide, onAdd, onChosen, edge }: Props) {
  const { place, go } = usePlace()
  const now = useNow()
  // The articles are painted first: names in many scripts can each cost a search for a font.
  const settled = useDeferredValue(rows, none)
  const nav = useRef<HTMLDivElement>(null)
  useRoving(nav)
  const choose = (list: ListKey) => {
    go({ type: 'list', list })
    onChosen()
  }
  return (
    <nav className="side" aria-label="Library" data-pane="sidebar">
      <div className="bar side-bar">
        <span className="side-name">Palimpsest</span>
        <span className="grow" />
        <button type="button" className="icon-button" aria-label="Hide sidebar" title="Hide sidebar" onClick={onHide}>
          <PanelLeft className="icon" strokeWidth={1.75} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label="Add to library"
          title="Add to library"
          onClick={onAdd}
        >
          <Plus className="icon icon-lg" strokeWidth={1.75} aria-hidden="true" />
        </button>
      </div>
      <div className="nav scroller" ref={nav}>
        <SmartLists rows={rows} now={now} current={place.list} onChoose={choose} />
        {rows.length === 0 ? (
          <>
            <h2 className="nav-title">Folders</h2>
            <p className="nav-empty">Articles you add appear here.</p>
          </>
        ) : (
          <FolderTree folders={foldersOf(settled)} current={place.list} onChoose={choose} />
        )}
      </div>
      <div className="side-status">
        <span className="side-dot" aria-hidden="true" />
        No checks scheduled
      </div>
      {edge}
    </nav>
  )
}

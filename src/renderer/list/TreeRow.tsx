import { ChevronDown, ChevronRight, Rss } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Tile } from '../ui/Tile.tsx'
import type { TreeItem } from './treeItems.ts'

interface Props {
  readonly item: TreeItem
  readonly index: number
  /** Its distance from the top of the tree, in pixels. */
  readonly start: number
  readonly selected: boolean
  readonly measure: (element: HTMLElement | null) => void
  readonly onPress: () => void
  readonly onToggle: (open: boolean) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocus: () => void
}

/** A folder or a source, with how many of its articles are unread. */
export function TreeRow({ item, index, start, selected, measure, onPress, onToggle, onKeyDown, onFocus }: Props) {
  const { name, open, level, unread, position, siblings, feed } = item
  const Chevron = open === true ? ChevronDown : ChevronRight
  return (
    <div
      ref={measure}
      role="treeitem"
      className={`nav-item ${level === 2 ? 'nav-sub' : ''}`}
      style={{ transform: `translateY(${start}px)` }}
      data-roving
      data-index={index}
      tabIndex={-1}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={selected}
      {...(open === null ? {} : { 'aria-expanded': open })}
      onClick={onPress}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      {open === null ? (
        <Tile name={name} />
      ) : (
        <span
          className="nav-chevron"
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation()
            onToggle(!open)
          }}
        >
          <Chevron className="icon icon-sm mirrored" strokeWidth={1.75} />
        </span>
      )}
      <span className="nav-name" dir="auto">
        {name}
      </span>
      {feed && <Rss className="icon icon-sm feed-mark" strokeWidth={1.75} aria-hidden="true" />}
      {feed && <span className="hidden-text">Feed</span>}
      {unread > 0 && (
        <span className="count">
          {unread.toLocaleString()}
          <span className="hidden-text"> unread</span>
        </span>
      )}
    </div>
  )
}

import { ChevronDown, ChevronRight, Ellipsis, FolderInput, Pencil, Rss, Share, Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { t } from '../../catalogue/words.ts'
import { listId } from '../app/place.ts'
import { useExports } from '../export/ExportContext.tsx'
import { ActionMenu } from '../ui/ActionMenu.tsx'
import { Tile } from '../ui/Tile.tsx'
import { startSource } from './dragging.ts'
import type { TreeActs } from './Tree.tsx'
import type { TreeItem } from './treeItems.ts'
import { TreeName } from './TreeName.tsx'
import { useDrop } from './useDrop.ts'

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
  readonly acts: TreeActs
}

/** A folder or a source, with how many of its articles are unread. */
export function TreeRow(props: Props) {
  const { item, index, start, selected, measure, onPress, onToggle, onKeyDown, onFocus, acts } = props
  const { name, open, level, unread, position, siblings, feed, list } = item
  const Chevron = open === true ? ChevronDown : ChevronRight
  const drop = useDrop((dragged) => acts.onDrop(dragged, acts.folderOf(item)))
  const naming = acts.naming === listId(list)
  return (
    <div
      ref={measure}
      role="treeitem"
      className={`nav-item nav-filed ${level === 2 ? 'nav-sub' : ''}`}
      style={{ transform: `translateY(${start}px)` }}
      data-roving
      data-list={listId(list)}
      data-index={index}
      tabIndex={-1}
      draggable={list.kind === 'source' && !naming}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={selected}
      {...(open === null ? {} : { 'aria-expanded': open })}
      {...drop}
      onDragStart={(event) => list.kind === 'source' && startSource(event.dataTransfer, list.source)}
      onClick={onPress}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget) onKeyDown(event)
      }}
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
      {naming ? (
        <TreeName name={name} onNamed={(text) => acts.onNamed(item, text)} />
      ) : (
        <span className="nav-name" dir="auto">
          {name}
        </span>
      )}
      {feed && <Rss className="icon icon-sm feed-mark" strokeWidth={1.75} aria-hidden="true" />}
      {feed && <span className="hidden-text">{t('side.feed')}</span>}
      {unread > 0 && !naming && (
        <span className="count" aria-label={t('side.unread', { n: unread })}>
          {unread.toLocaleString()}
        </span>
      )}
      {!naming && <RowMenu item={item} acts={acts} />}
    </div>
  )
}

/** What can be done to a folder or a source; it shows with the pointer or the focus on its line. */
function RowMenu({ item, acts }: Pick<Props, 'item' | 'acts'>) {
  const { exportList } = useExports()
  const rename = { key: 'rename', icon: Pencil, label: t('filing.rename'), act: () => acts.onRename(item) }
  const take = { key: 'export', icon: Share, label: t('filing.export'), act: () => exportList(item.list, item.name) }
  const other =
    item.list.kind === 'folder'
      ? { key: 'delete', icon: Trash2, label: t('filing.delete'), act: () => acts.onDelete(item) }
      : { key: 'move', icon: FolderInput, label: t('filing.move'), act: () => acts.onMove(item) }
  return (
    <span className="nav-menu" role="presentation" onClick={(event) => event.stopPropagation()}>
      <ActionMenu label={t('filing.acts', { name: item.name })} icon={Ellipsis} actions={[rename, take, other]} />
    </span>
  )
}

import { ChevronDown, ChevronRight } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { listId, sameList, type ListKey } from '../app/place.ts'
import { useStored } from '../ui/stored.ts'
import { Tile } from '../ui/Tile.tsx'
import type { FolderNode } from './folders.ts'

interface Props {
  readonly folders: readonly FolderNode[]
  readonly current: ListKey
  readonly onChoose: (list: ListKey) => void
}

interface Item {
  readonly list: ListKey
  readonly name: string
  readonly unread: number
  readonly level: 1 | 2
  readonly folder: string | null
}

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string')

/** Folders with their sources under them, and the sources that lie in no folder, as one tree. */
export function FolderTree({ folders, current, onChoose }: Props) {
  const [closed, setClosed] = useStored('closedFolders', [], isNames)
  const setOpen = (folder: string, open: boolean) =>
    setClosed(open ? closed.filter((name) => name !== folder) : [...closed, folder])
  const items = folders.flatMap((node) => itemsOf(node, closed))
  const inFolders = items.filter((item) => item.folder !== null)
  const loose = items.filter((item) => item.folder === null)

  const pressed = (event: KeyboardEvent, item: Item) => {
    if (event.key === 'Enter' || event.key === ' ') onChoose(item.list)
    else if (event.key === 'ArrowLeft' && item.level === 1 && item.folder !== null) setOpen(item.folder, false)
    else if (event.key === 'ArrowRight' && item.level === 1 && item.folder !== null) setOpen(item.folder, true)
    else return
    event.preventDefault()
  }
  const draw = (item: Item) => (
    <TreeItem
      key={listId(item.list)}
      item={item}
      open={item.level === 1 && item.folder !== null ? !closed.includes(item.folder) : null}
      selected={sameList(item.list, current)}
      onPress={() => onChoose(item.list)}
      onToggle={(open) => item.folder !== null && setOpen(item.folder, open)}
      onKeyDown={(event) => pressed(event, item)}
    />
  )
  return (
    <>
      {inFolders.length > 0 && <Tree title="Folders">{inFolders.map(draw)}</Tree>}
      {loose.length > 0 && <Tree title="Sources">{loose.map(draw)}</Tree>}
    </>
  )
}

function Tree({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <>
      <h2 className="nav-title">{title}</h2>
      <div role="tree" aria-label={title}>
        {children}
      </div>
    </>
  )
}

function itemsOf(node: FolderNode, closed: readonly string[]): readonly Item[] {
  const { name: folder } = node
  const sources = node.sources.map(({ name, unread }): Item => {
    return { list: { kind: 'source', folder, source: name }, name, unread, level: folder === null ? 1 : 2, folder }
  })
  if (folder === null) return sources
  const self: Item = { list: { kind: 'folder', folder }, name: folder, unread: node.unread, level: 1, folder }
  return closed.includes(folder) ? [self] : [self, ...sources]
}

interface TreeItemProps {
  readonly item: Item
  /** Null for what cannot be opened. */
  readonly open: boolean | null
  readonly selected: boolean
  readonly onPress: () => void
  readonly onToggle: (open: boolean) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function TreeItem({ item, open, selected, onPress, onToggle, onKeyDown }: TreeItemProps) {
  const Chevron = open === true ? ChevronDown : ChevronRight
  return (
    <div
      role="treeitem"
      className={`nav-item ${item.level === 2 ? 'nav-sub' : ''}`}
      data-roving
      tabIndex={-1}
      aria-level={item.level}
      aria-selected={selected}
      {...(open === null ? {} : { 'aria-expanded': open })}
      onClick={onPress}
      onKeyDown={onKeyDown}
    >
      {open === null ? (
        <Tile name={item.name} />
      ) : (
        <span
          className="nav-chevron"
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation()
            onToggle(!open)
          }}
        >
          <Chevron className="icon icon-sm" strokeWidth={1.75} />
        </span>
      )}
      <span className="nav-name" dir="auto">
        {item.name}
      </span>
      {item.unread > 0 && (
        <span className="count">
          {item.unread}
          <span className="hidden-text"> unread</span>
        </span>
      )}
    </div>
  )
}

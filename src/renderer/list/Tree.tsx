import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject
} from 'react'
import type { ListKey } from '../../contract/lists.ts'
import { listId, sameList } from '../app/place.ts'
import { arrowsAlong } from '../ui/arrows.ts'
import type { Dragged } from './dragging.ts'
import { TreeRow } from './TreeRow.tsx'
import { useDrop } from './useDrop.ts'
import type { TreeItem } from './treeItems.ts'

interface Props {
  readonly title: string
  /** What stands beside the title. */
  readonly head: ReactNode
  /** Whether letting go on the title takes sources out of their folders. */
  readonly into: 'out' | null
  readonly items: readonly TreeItem[]
  /** Null while something is searched for. */
  readonly current: ListKey | null
  readonly scroller: RefObject<HTMLElement | null>
  readonly onChoose: (list: ListKey) => void
  readonly onOpen: (item: TreeItem, open: boolean) => void
  readonly acts: TreeActs
}

/** What can be done to the lines of the tree. */
export interface TreeActs {
  /** The line whose name is being changed, as `listId` names it. */
  readonly naming: string | null
  readonly onRename: (item: TreeItem) => void
  /** The name that was typed; the one it has where that was given up. */
  readonly onNamed: (item: TreeItem, name: string) => void
  readonly onDelete: (item: TreeItem) => void
  readonly onMove: (item: TreeItem) => void
  readonly onDrop: (dragged: Dragged, folder: string | null) => void
  /** The folder that a line is, or lies in. */
  readonly folderOf: (item: TreeItem) => string | null
}

/** Single keys are words of their own only without others held. */
const isBare = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => !ctrlKey && !metaKey && !altKey

/** The folder tree or a part of it, of which only the lines in view are drawn: there may be thousands of sources. */
export function Tree({ title, head, into, items, current, scroller, onChoose, onOpen, acts }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [moved, setMoved] = useState<number | null>(null)
  // Whatever was drawn anew, what stands above may have grown or shrunk; the same height again changes nothing.
  // oxlint-disable-next-line react/exhaustive-deps
  useLayoutEffect(() => setTop(box.current?.offsetTop ?? 0))
  const chosen = items.findIndex(({ list }) => sameList(list, current))
  const keyAt = useCallback((index: number) => listId(items[index]!.list), [items])
  // oxlint-disable-next-line react/incompatible-library -- No compiler memoizes here.
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    getItemKey: keyAt,
    estimateSize: () => 30,
    scrollMargin: top,
    overscan: 6,
    useFlushSync: false,
    // What arrows and Tab lead to is there, wherever the tree is scrolled to.
    rangeExtractor: (drawn) =>
      [...new Set([0, ...defaultRangeExtractor(drawn), chosen, moved ?? 0, items.length - 1])]
        .filter((index) => index >= 0 && index < items.length)
        .toSorted((a, b) => a - b)
  })
  useEffect(() => {
    if (moved !== null) box.current?.querySelector<HTMLElement>(`[data-index="${moved}"]`)?.focus()
  }, [moved])

  const pressed = (event: KeyboardEvent, index: number) => {
    const arrows = arrowsAlong()
    const item = items[index]!
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: items.length - 1 }[event.key]
    if (event.key === 'Enter' || event.key === ' ') onChoose(item.list)
    else if (event.key === 'F2') acts.onRename(item)
    else if (event.key === 'Delete' && item.list.kind === 'folder') acts.onDelete(item)
    else if (event.key.toLowerCase() === 'f' && item.list.kind === 'source' && isBare(event)) acts.onMove(item)
    else if (event.key === arrows.back && item.open !== null) onOpen(item, false)
    else if (event.key === arrows.onward && item.open !== null) onOpen(item, true)
    else if (target !== undefined && target !== index && items[target] !== undefined) setMoved(target)
    // At its ends the tree hands on to what stands above and below it.
    else return
    event.preventDefault()
  }
  const titleDrop = useDrop((dragged) => acts.onDrop(dragged, null))
  return (
    <>
      <div className="nav-head" {...(into === 'out' ? titleDrop : {})}>
        <h2 className="nav-title">{title}</h2>
        {head}
      </div>
      <div
        ref={box}
        role="tree"
        hidden={items.length === 0}
        aria-label={title}
        className="nav-tree"
        style={{ blockSize: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map(({ key, index, start }) => (
          <TreeRow
            key={key}
            item={items[index]!}
            index={index}
            start={start - top}
            selected={index === chosen}
            measure={rows.measureElement}
            onPress={() => onChoose(items[index]!.list)}
            onToggle={(open) => onOpen(items[index]!, open)}
            onKeyDown={(event) => pressed(event, index)}
            onFocus={() => setMoved(index)}
            acts={acts}
          />
        ))}
      </div>
    </>
  )
}

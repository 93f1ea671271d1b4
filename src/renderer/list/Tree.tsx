import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { ListKey } from '../../contract/lists.ts'
import { listId, sameList } from '../app/place.ts'
import { arrowsAlong } from '../ui/arrows.ts'
import { TreeRow } from './TreeRow.tsx'
import type { TreeItem } from './treeItems.ts'

interface Props {
  readonly title: string
  readonly items: readonly TreeItem[]
  /** Null while something is searched for. */
  readonly current: ListKey | null
  readonly scroller: RefObject<HTMLElement | null>
  readonly onChoose: (list: ListKey) => void
  readonly onOpen: (item: TreeItem, open: boolean) => void
}

/** The folder tree or a part of it, of which only the lines in view are drawn: there may be thousands of sources. */
export function Tree({ title, items, current, scroller, onChoose, onOpen }: Props) {
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
    else if (event.key === arrows.back && item.open !== null) onOpen(item, false)
    else if (event.key === arrows.onward && item.open !== null) onOpen(item, true)
    else if (target !== undefined && target !== index && items[target] !== undefined) setMoved(target)
    // At its ends the tree hands on to what stands above and below it.
    else return
    event.preventDefault()
  }
  return (
    <>
      <h2 className="nav-title">{title}</h2>
      <div ref={box} role="tree" aria-label={title} className="nav-tree" style={{ blockSize: rows.getTotalSize() }}>
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
          />
        ))}
      </div>
    </>
  )
}

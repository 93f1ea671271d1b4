// A native list box holds lines of text, not rows; its options take the focus in turn.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events */
import { useQueryClient } from '@tanstack/react-query'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject
} from 'react'
import type { ArticleRow } from '../../contract/lists.ts'
import { useKeys } from '../app/keys.ts'
import { useWhere } from '../app/PlaceContext.tsx'
import { keys } from '../app/queries.ts'
import { useBeingChecked } from '../tracking/queries.ts'
import { useNow } from '../ui/useNow.ts'
import { ArticleOption } from './ArticleOption.tsx'
import { pageSize } from './order.ts'
import { startArticles } from './dragging.ts'
import { useSelection } from './SelectionContext.tsx'
import { stillShown } from './selection.ts'
import { tabStop, useMoves } from './useMoves.ts'
import { useRows, type Opened } from './useOpenedList.ts'

interface Props {
  readonly opened: Opened
  readonly name: string
  readonly opensOnMove: boolean
  readonly nextUnread: RefObject<(() => void) | null>
  /** True where the reader has just sorted the list anew: then it is shown from its top, with the focus. */
  readonly sorted: RefObject<boolean>
  /** Told how many rows are shown. */
  readonly onShown: (shown: { readonly opening: number; readonly length: number }) => void
}

/** So many rows above and below those in view are drawn; a list that came whole with its opening is drawn whole. */
const overscan = (rows: number): number => (rows <= pageSize ? rows : 6)

/** A row with a headline of two lines; every row is measured once it is drawn. */
const usualHeight = 103

/** The rows of the open list: of however many there are, those in view and a few around them are drawn. */
export function ArticleRows({ opened, name, opensOnMove, nextUnread, sorted, onShown }: Props) {
  const { place, go } = useWhere()
  const queries = useQueryClient()
  const now = useNow()
  const box = useRef<HTMLDivElement>(null)
  const [range, setRange] = useState<readonly [number, number]>([0, 0])
  const [focused, setFocused] = useState<number | null>(null)
  const checking = useBeingChecked()
  const { order, rowOf, load } = useRows(opened, range, [focused, place.article])
  const { shown } = order
  const open = (row: ArticleRow, show: boolean) => {
    queries.setQueryData(keys.article(row.id), row)
    go({ type: 'open', article: row.id, unseen: row.unseen, show })
  }
  const at = place.article === null ? -1 : shown.indexOf(place.article)
  const active = tabStop(shown, focused, at)
  // The same function from one drawing to the next: another would have every row's place worked out anew.
  const keyAt = useCallback((index: number) => shown[index] ?? -index, [shown])
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    getItemKey: keyAt,
    estimateSize: () => usualHeight,
    overscan: overscan(shown.length),
    useFlushSync: false,
    // The row that holds the tab stop stays, wherever the list is scrolled to.
    rangeExtractor: (drawn) => [...new Set([...defaultRangeExtractor(drawn), active])].toSorted((a, b) => a - b),
    onChange: ({ range: seen }) =>
      setRange((last) =>
        seen === null || (last[0] === seen.startIndex && last[1] === seen.endIndex)
          ? last
          : [seen.startIndex, seen.endIndex]
      )
  })
  const reveal = (position: number) => rows.scrollToIndex(position)
  const moves = useMoves({ shown, at, rowOf, load, focused, setFocused, box, open, reveal, nextUnread })
  useEffect(() => {
    if (sorted.current) box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    else if (at > 0) rows.scrollToIndex(at)
    sorted.current = false
    // oxlint-disable-next-line react/exhaustive-deps -- Where the list begins is decided once, when it is opened.
  }, [])

  const { selection: chosen, choose, clear } = useSelection()
  const selection = stillShown(chosen, shown)
  const many = selection.articles.size > 0
  // What was chosen in another list, or in this one in another order, is chosen no more.
  useEffect(() => clear, [clear, opened.opening])
  const isChosen = (id: number) => (many ? selection.articles.has(id) : id === place.article)
  useKeys({ 'Ctrl+a': () => choose({ type: 'all', shown }), ...(many ? { Escape: clear } : {}) })

  const { opening } = opened
  useEffect(() => onShown({ opening, length: shown.length }), [onShown, opening, shown.length])

  const pressed = (event: KeyboardEvent) => {
    const target = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: shown.length - 1 }[event.key]
    const article = shown[Math.min(shown.length - 1, Math.max(0, target ?? active))]
    if (article === undefined) return
    if (target !== undefined && event.shiftKey) {
      choose({ type: 'to', article, shown, open: shown[active] ?? place.article })
      moves.to(target, false)
    } else if (target !== undefined && (event.ctrlKey || event.metaKey)) moves.to(target, false)
    else if (event.key === ' ' && (event.ctrlKey || event.metaKey)) {
      choose({ type: 'toggle', article, open: place.article })
    } else if (target !== undefined) {
      choose({ type: 'only', article })
      moves.to(target, opensOnMove)
    } else if (event.key === 'Enter' || event.key === ' ') {
      choose({ type: 'only', article })
      moves.openAt(active)
    } else return
    event.preventDefault()
  }
  const clicked = (event: MouseEvent) => {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-article]') : null
    if (option === null) return
    const [index, article] = [Number(option.dataset['index']), Number(option.dataset['article'])]
    if (event.shiftKey) choose({ type: 'to', article, shown, open: place.article })
    else if (event.ctrlKey || event.metaKey) choose({ type: 'toggle', article, open: place.article })
    else {
      choose({ type: 'only', article })
      return moves.openAt(index)
    }
    moves.to(index, false)
  }
  const dragged = (event: DragEvent) => {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-article]') : null
    if (option === null) return
    const article = Number(option.dataset['article'])
    startArticles(event.dataTransfer, many && selection.articles.has(article) ? [...selection.articles] : [article])
  }
  return (
    <div
      ref={box}
      className="articles scroller"
      role="listbox"
      aria-label={name}
      aria-multiselectable="true"
      hidden={shown.length === 0}
      onClick={clicked}
      onKeyDown={pressed}
      onDragStart={dragged}
    >
      <div className="articles-all" role="presentation" style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const id = shown[index]
          return (
            id !== undefined && (
              <ArticleOption
                key={id}
                id={id}
                row={rowOf(id)}
                now={now}
                selected={isChosen(id)}
                checking={checking.has(id)}
                tabbable={index === active}
                index={index}
                total={shown.length}
                start={start}
                measure={rows.measureElement}
              />
            )
          )
        })}
      </div>
    </div>
  )
}

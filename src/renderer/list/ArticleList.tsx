// A native list box holds lines of text, not rows; its options take the focus in turn.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus */
import { Inbox } from 'lucide-react'
import { useImperativeHandle, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import type { ArticleRow } from '../../contract/contract.ts'
import { useKeys } from '../app/keys.ts'
import { usePlace } from '../app/PlaceContext.tsx'
import { useNow } from '../ui/useNow.ts'
import { ArticleOption } from './ArticleOption.tsx'
import { emptyWords } from './phrases.ts'
import { listName } from './smartLists.ts'
import { useRows } from './useRows.ts'

interface Props {
  readonly rows: readonly ArticleRow[]
  /** What stands before the title: the button that shows the sidebar. */
  readonly lead: ReactNode
  /** Where there is room for one pane, moving along the list does not open articles. */
  readonly opensOnMove: boolean
  /** What widens it, where it stands beside the reader. */
  readonly edge: ReactNode
  /** Opens the next unread article below the open one. */
  readonly nextUnread: Ref<() => void>
}

const step = 200

export function ArticleList({ rows: all, lead, opensOnMove, edge, nextUnread }: Props) {
  const { place, go } = usePlace()
  const now = useNow()
  const { shown, waiting } = useRows(place, all, now)
  const box = useRef<HTMLDivElement>(null)
  const [limit, setLimit] = useState(step)
  const [focused, setFocused] = useState<number | null>(null)
  const open = (row: ArticleRow, show = true) => go({ type: 'open', article: row.id, unseen: row.unseen, show })

  const at = shown.findIndex((row) => row.id === place.article)
  const active = shown.some((row) => row.id === focused) ? focused : (shown[Math.max(at, 0)]?.id ?? null)

  const moveTo = (index: number, opens: boolean) => {
    const row = shown[Math.min(shown.length - 1, Math.max(0, index))]
    if (row === undefined) return
    if (index >= limit) setLimit(index + step)
    setFocused(row.id)
    if (opens) open(row, false)
    const inside = box.current?.contains(document.activeElement) ?? false
    requestAnimationFrame(() => {
      const option = box.current?.querySelector<HTMLElement>(`[data-article="${row.id}"]`)
      option?.scrollIntoView({ block: 'nearest' })
      if (inside) option?.focus({ preventScroll: true })
    })
  }
  useKeys({ j: () => moveTo(at + 1, true), k: () => moveTo(at < 0 ? 0 : at - 1, true) })
  useImperativeHandle(nextUnread, () => () => {
    const after = shown.findIndex((row, index) => index > at && row.unseen > 0)
    if (after >= 0) moveTo(after, true)
  })

  const pressed = (event: KeyboardEvent) => {
    const here = shown.findIndex((row) => row.id === active)
    const target = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: shown.length - 1 }[event.key]
    const row = shown[here]
    if (target !== undefined) moveTo(target, opensOnMove)
    else if ((event.key === 'Enter' || event.key === ' ') && row !== undefined) open(row)
    else return
    event.preventDefault()
  }

  // Alone in the window, the list is its main part.
  const [Pane, Title] = opensOnMove ? (['section', 'h2'] as const) : (['main', 'h1'] as const)
  return (
    <Pane className="list" aria-label="Articles" data-pane="list">
      <div className="bar list-bar">
        {lead}
        <Title dir="auto">{listName(place.list)}</Title>
        <span className="count">{shown.length > 0 && shown.length}</span>
        <span className="grow" />
        {waiting > 0 && (
          <button type="button" className="button list-new" onClick={() => go({ type: 'sort' })}>
            {waiting} new
          </button>
        )}
      </div>
      {shown.length === 0 ? (
        <Empty articles={all.length} />
      ) : (
        <div
          ref={box}
          className="articles scroller"
          role="listbox"
          aria-label={listName(place.list)}
          onScroll={(event) => {
            const { scrollTop, clientHeight, scrollHeight } = event.currentTarget
            if (scrollTop + clientHeight * 2 > scrollHeight && limit < shown.length) setLimit(limit + step)
          }}
        >
          {shown.slice(0, limit).map((row, index) => (
            <ArticleOption
              key={row.id}
              row={row}
              now={now}
              selected={row.id === place.article}
              tabbable={row.id === active}
              position={index + 1}
              total={shown.length}
              onOpen={open}
              onKey={pressed}
            />
          ))}
        </div>
      )}
      {edge}
    </Pane>
  )
}

function Empty({ articles }: { readonly articles: number }) {
  const { place, go } = usePlace()
  const { title, text } = emptyWords(place.list, articles)
  const isRecent = place.list.kind === 'smart' && place.list.name === 'recent'
  return (
    <div className="words">
      <Inbox className="icon" strokeWidth={1.5} aria-hidden="true" />
      <h2>{title}</h2>
      <p>{text}</p>
      <button
        type="button"
        className="button"
        onClick={() =>
          go({ type: 'list', list: { kind: 'smart', name: isRecent || articles === 0 ? 'all' : 'recent' } })
        }
      >
        {isRecent || articles === 0 ? 'Show all articles' : 'Show changed recently'}
      </button>
    </div>
  )
}

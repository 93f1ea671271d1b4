import { Inbox } from 'lucide-react'
import { useRef, useState, type ReactNode, type RefObject } from 'react'
import type { Counts } from '../../contract/lists.ts'
import { usePlace } from '../app/PlaceContext.tsx'
import { TextError } from '../compare/TextError.tsx'
import { ArticleRows } from './ArticleRows.tsx'
import { DeletedList, EmptyButton } from './DeletedList.tsx'
import { emptyWords } from './phrases.ts'
import { listName } from './smartLists.ts'
import { useOpenedList, useWaiting } from './useOpenedList.ts'

interface Props {
  readonly counts: Counts
  /** What stands before the title: the button that shows the sidebar. */
  readonly lead: ReactNode
  /** Where there is room for one pane, moving along the list does not open articles. */
  readonly opensOnMove: boolean
  /** What widens it, where it stands beside the reader. */
  readonly edge: ReactNode
  /** Opens the next unread article below the open one. */
  readonly nextUnread: RefObject<(() => void) | null>
}

export function ArticleList({ counts, lead, opensOnMove, edge, nextUnread }: Props) {
  const { place, go } = usePlace()
  const opened = useOpenedList(place)
  const waiting = useWaiting(opened.data)
  const sorted = useRef(false)
  const sort = () => {
    sorted.current = true
    go({ type: 'sort' })
  }
  const name = listName(place.list, counts.sources)
  const isDeleted = place.list.kind === 'smart' && place.list.name === 'deleted'
  const stored = opened.data?.ids.length ?? 0
  // What was deleted since the list was opened is not counted.
  const [shown, setShown] = useState({ opening: 0, length: 0 })
  const articles = shown.opening === opened.data?.opening ? shown.length : stored
  const length = isDeleted ? counts.smart.deleted + counts.deletedVersions : articles

  // Alone in the window, the list is its main part.
  const [Pane, Title] = opensOnMove ? (['section', 'h2'] as const) : (['main', 'h1'] as const)
  return (
    <Pane className="list" aria-label="Articles" data-pane="list">
      <div className="bar list-bar">
        {lead}
        <Title dir="auto">{name}</Title>
        <span className="count">{length > 0 && length.toLocaleString()}</span>
        <span className="grow" />
        {isDeleted && length > 0 && <EmptyButton />}
        {!isDeleted && waiting > 0 && length > 0 && (
          <button type="button" className="button list-new" onClick={sort}>
            {waiting > 99 ? '99+' : waiting} new
          </button>
        )}
      </div>
      {isDeleted && length > 0 && <DeletedList />}
      {!isDeleted && stored > 0 && opened.data !== undefined && (
        <ArticleRows
          key={opened.data.opening}
          opened={opened.data}
          {...{ name, opensOnMove, nextUnread, sorted }}
          onShown={setShown}
        />
      )}
      {opened.data !== undefined && length === 0 && <Empty articles={counts.smart.all} />}
      {opened.error !== null && (
        <TextError error={opened.error} onRetry={() => void opened.refetch()} inline={length > 0} />
      )}
      {edge}
    </Pane>
  )
}

function Empty({ articles }: { readonly articles: number }) {
  const { place, go } = usePlace()
  const { title, text } = emptyWords(place.list, articles)
  const isRecent = place.list.kind === 'smart' && place.list.name === 'recent'
  const other = isRecent || articles === 0 ? 'all' : 'recent'
  return (
    <div className="words">
      <Inbox className="icon" strokeWidth={1.5} aria-hidden="true" />
      <h2>{title}</h2>
      <p>{text}</p>
      <button
        type="button"
        className="button"
        onClick={() => go({ type: 'list', list: { kind: 'smart', name: other } })}
      >
        {other === 'all' ? 'Show all articles' : 'Show changed recently'}
      </button>
    </div>
  )
}

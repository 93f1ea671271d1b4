import { Inbox } from 'lucide-react'
import { useRef, useState, type ReactNode, type RefObject } from 'react'
import { usualChoice, type Counts, type ListChoice } from '../../contract/lists.ts'
import { t } from '../../catalogue/words.ts'
import { useWhere } from '../app/PlaceContext.tsx'
import { TextError } from '../compare/TextError.tsx'
import { useChecks } from '../tracking/queries.ts'
import { clock } from '../ui/clock.ts'
import { useNow } from '../ui/useNow.ts'
import { ArticleRows } from './ArticleRows.tsx'
import { choiceOf, isUnfiltered, rememberChoice } from './choices.ts'
import { ChosenBar } from './ChosenBar.tsx'
import { DeletedList, EmptyButton } from './DeletedList.tsx'
import { FilterButton } from './FilterButton.tsx'
import { OfflineBanner } from './OfflineBanner.tsx'
import { emptyWords } from './phrases.ts'
import { useSelection } from './SelectionContext.tsx'
import { listName } from './smartLists.ts'
import { SortButton } from './SortButton.tsx'
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
  readonly onAdd: () => void
}

export function ArticleList({ counts, lead, opensOnMove, edge, nextUnread, onAdd }: Props) {
  const { place, go } = useWhere()
  const { selection } = useSelection()
  const opened = useOpenedList(place)
  const waiting = useWaiting(opened.data)
  const sorted = useRef(false)
  const sort = () => {
    sorted.current = true
    go({ type: 'sort' })
  }
  const choice = choiceOf(place.list)
  const choose = (part: Partial<ListChoice>) => {
    rememberChoice(place.list, { ...choice, ...part })
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
    <Pane className="list" aria-label={t('list.articles')} data-pane="list">
      {selection.articles.size > 1 && <ChosenBar />}
      <div className="bar list-bar" hidden={selection.articles.size > 1}>
        {lead}
        <Title dir="auto">{name}</Title>
        <span className="count">{length > 0 && length.toLocaleString()}</span>
        <span className="grow" />
        {isDeleted && length > 0 && <EmptyButton />}
        {!isDeleted && waiting > 0 && (
          <button type="button" className="button list-new" onClick={sort}>
            {t('list.new', { n: waiting > 99 ? '99+' : String(waiting) })}
          </button>
        )}
        {!isDeleted && (
          <>
            <FilterButton
              list={place.list}
              choice={choice}
              sources={counts.sources}
              onFilter={(filter) => choose({ filter })}
            />
            <SortButton sort={choice.sort} onSort={(by) => choose({ sort: by })} />
          </>
        )}
      </div>
      <OfflineBanner versions={counts.versions} />
      {isDeleted && length > 0 && <DeletedList />}
      {!isDeleted && stored > 0 && opened.data !== undefined && (
        <ArticleRows
          key={opened.data.opening}
          opened={opened.data}
          {...{ name, opensOnMove, nextUnread, sorted }}
          onShown={setShown}
        />
      )}
      {opened.data !== undefined && length === 0 && (
        <Empty
          articles={counts.smart.all}
          onAdd={onAdd}
          onClear={isUnfiltered(place.list, choice) ? null : () => choose({ filter: usualChoice(place.list).filter })}
        />
      )}
      {opened.error !== null && (
        <TextError error={opened.error} onRetry={() => void opened.refetch()} inline={length > 0} />
      )}
      {edge}
    </Pane>
  )
}

interface EmptyProps {
  readonly articles: number
  readonly onAdd: () => void
  /** Null where nothing is filtered. */
  readonly onClear: (() => void) | null
}

/** What a list without articles says, and what can be done about that. */
function Empty({ articles, onAdd, onClear }: EmptyProps) {
  const { place, go } = useWhere()
  const checks = useChecks()
  const now = useNow()
  const { list } = place
  const lastAt = checks?.lastAt ?? null
  const ago = lastAt === null ? null : clock.relative(lastAt, now)
  const { title, text } =
    onClear === null
      ? emptyWords(list, { articles, ago })
      : { title: t('list.empty.filtered'), text: t('list.empty.filteredText') }
  const isRecent = list.kind === 'smart' && list.name === 'recent'
  const other = isRecent || articles === 0 ? 'all' : 'recent'
  const [words, act] =
    onClear !== null
      ? [t('list.filter.clear'), onClear]
      : list.kind === 'folder'
        ? [t('list.empty.add'), onAdd]
        : [
            t(other === 'all' ? 'list.empty.showAll' : 'list.empty.showRecent'),
            () => go({ type: 'list', list: { kind: 'smart', name: other } })
          ]
  return (
    <div className="words">
      <Inbox className="icon" strokeWidth={1.5} aria-hidden="true" />
      <h2>{title}</h2>
      <p>{text}</p>
      <button type="button" className="button" onClick={act}>
        {words}
      </button>
    </div>
  )
}

import { CirclePause, CirclePlay, Ellipsis, Rss, X } from 'lucide-react'
import type { ListKey, SourceCount } from '../../contract/lists.ts'
import type { FeedRow } from '../../contract/tracking.ts'
import { t } from '../../catalogue/words.ts'
import { sameList } from '../app/place.ts'
import { feedWords } from '../tracking/feedWords.ts'
import { useFeeds } from '../tracking/queries.ts'
import { useChecking } from '../tracking/useChecking.ts'
import { ActionMenu } from '../ui/ActionMenu.tsx'
import { clock } from '../ui/clock.ts'
import { useNow } from '../ui/useNow.ts'

interface Props {
  readonly sources: readonly SourceCount[]
  /** Null while something is searched for. */
  readonly current: ListKey | null
  readonly onChoose: (list: ListKey) => void
}

/** The feeds that are followed, each with what can be done about it. */
export function FeedList({ sources, current, onChoose }: Props) {
  const feeds = useFeeds().data ?? []
  if (feeds.length === 0) return null
  return (
    <>
      <h2 className="nav-title" id="nav-feeds">
        {t('side.feeds')}
      </h2>
      <ul className="nav-list" aria-labelledby="nav-feeds">
        {feeds.map((feed) => (
          <Feed
            key={feed.id}
            feed={feed}
            folder={sources.find(({ id }) => id === feed.source)?.folder ?? null}
            current={current}
            onChoose={onChoose}
          />
        ))}
      </ul>
    </>
  )
}

interface FeedProps extends Pick<Props, 'current' | 'onChoose'> {
  readonly feed: FeedRow
  readonly folder: string | null
}

function Feed({ feed, folder, current, onChoose }: FeedProps) {
  const { setFeed, unfollow } = useChecking()
  const now = useNow()
  const list: ListKey = { kind: 'source', source: feed.source }
  const paused = feed.pace === 'paused'
  const name = feed.title === '' ? feed.url : feed.title
  const openMenu = (row: HTMLElement) => row.parentElement?.querySelector<HTMLElement>('[aria-haspopup]')?.click()
  return (
    <li className="feed">
      <button
        type="button"
        className="nav-item"
        data-roving
        aria-current={sameList(list, current)}
        title={`${name}\n${feedWords(feed, now, clock)}\n${feed.url}`}
        onClick={() => onChoose(list)}
        onContextMenu={(event) => {
          event.preventDefault()
          const row = event.currentTarget
          // Where the button is still down, its release would close what it opened.
          if (event.buttons === 0) openMenu(row)
          else addEventListener('pointerup', () => setTimeout(() => openMenu(row)), { once: true })
        }}
      >
        <Rss className="icon" strokeWidth={1.75} aria-hidden="true" />
        <span className="nav-name" dir="auto">
          {name}
        </span>
        {paused && <CirclePause className="icon feed-paused" strokeWidth={1.75} aria-hidden="true" />}
        {paused && <span className="hidden-text">{t('side.paused')}</span>}
      </button>
      <ActionMenu
        label={t('side.feed.acts', { name })}
        icon={Ellipsis}
        className="feed-menu"
        note={feedWords(feed, now, clock)}
        actions={[
          paused
            ? { key: 'resume', icon: CirclePlay, label: t('side.feed.resume'), act: () => setFeed(feed, 'usual') }
            : { key: 'pause', icon: CirclePause, label: t('side.feed.pause'), act: () => setFeed(feed, 'paused') },
          { key: 'unfollow', icon: X, label: t('side.feed.unfollow'), act: () => unfollow(feed, folder) }
        ]}
      />
    </li>
  )
}

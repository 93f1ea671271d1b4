import { useQueryClient } from '@tanstack/react-query'
import { t, type Key } from '../../catalogue/words.ts'
import type { FeedRow, Pace, PageReading } from '../../contract/tracking.ts'
import { useActs } from '../app/ActsContext.tsx'
import { useAnnounce } from '../app/announce.tsx'
import { valueOf } from '../app/ask.ts'
import { keys } from '../app/queries.ts'
import { shortened } from '../ui/words.ts'

const paceSaid: Readonly<Record<Pace, Key>> = {
  usual: 'pace.usualSaid',
  more: 'pace.moreSaid',
  less: 'pace.lessSaid',
  paused: 'pace.pausedSaid'
}

const readingSaid: Readonly<Record<PageReading, Key>> = {
  auto: 'reading.auto',
  static: 'reading.static',
  browser: 'reading.browser'
}

/** What the reader can do about checking; each says what was done, or what went wrong. */
export function useChecking() {
  const queries = useQueryClient()
  const { tell, tellFailure, did } = useActs()
  const say = useAnnounce()
  const { library } = window.palimpsest
  const again = (queryKey: readonly unknown[]) => queries.invalidateQueries({ queryKey })
  const run = (work: () => Promise<unknown>) => void work().catch(tellFailure)

  const pace = async (article: number, from: Pace, to: Pace) => {
    const set = async (next: Pace) => {
      await valueOf(library.setPace({ article, pace: next }))
      await again(keys.tracking(article))
    }
    await set(to)
    did(t(paceSaid[to]), async () => {
      await set(from)
      return t(paceSaid[from])
    })
  }
  const reading = async (article: number, to: PageReading) => {
    await valueOf(library.setReading({ article, reading: to }))
    await again(keys.tracking(article))
    tell(t(readingSaid[to]))
  }
  const held = async (article: number, capture: number, accept: boolean) => {
    await valueOf(accept ? library.acceptHeld({ capture }) : library.rejectHeld({ capture }))
    await Promise.all([again(keys.tracking(article)), again(keys.timemap(article))])
    tell(accept ? t('check.accepted') : t('check.rejected'))
  }
  const backfill = async (article: number, start: boolean) => {
    await valueOf(start ? library.backfill({ article }) : library.cancelBackfill({ article }))
    await again(keys.tracking(article))
    say(start ? t('check.archiveAsked') : t('check.archiveStopped'))
  }
  const feedPace = async ({ id }: FeedRow, to: Pace) => {
    await valueOf(library.setFeed({ feed: id, pace: to }))
    await again(keys.feeds)
  }
  const unfollow = async ({ id, url, title, pace: before }: FeedRow, folder: string | null) => {
    await valueOf(library.unfollowFeed({ feed: id }))
    await again(keys.feeds)
    const name = { title: shortened(title, 50) }
    did(t('check.unfollowed', name), async () => {
      await valueOf(library.follow({ items: [{ kind: 'feed', url }], folder, pace: before }))
      await again(keys.feeds)
      return t('check.followedAgain', name)
    })
  }
  return {
    checkNow: (article: number) =>
      run(async () => {
        if ('error' in (await library.tracking({ article }))) {
          return tell(t('check.notFollowed'))
        }
        await valueOf(library.checkNow({ articles: [article] }))
        tell(t('check.started'))
      }),
    checkDue: () =>
      run(async () => {
        await valueOf(library.checkNow({ articles: null }))
        say(t('check.allStarted'))
      }),
    pauseAll: (paused: boolean) =>
      run(async () => {
        await valueOf(library.pauseChecks({ paused }))
        await again(keys.checks)
        say(paused ? t('check.allPaused') : t('check.allResumed'))
      }),
    setPace: (article: number, from: Pace, to: Pace) => run(() => pace(article, from, to)),
    setReading: (article: number, to: PageReading) => run(() => reading(article, to)),
    acceptHeld: (article: number, capture: number) => run(() => held(article, capture, true)),
    rejectHeld: (article: number, capture: number) => run(() => held(article, capture, false)),
    backfill: (article: number) => run(() => backfill(article, true)),
    cancelBackfill: (article: number) => run(() => backfill(article, false)),
    setFeed: (feed: FeedRow, to: Pace) => run(() => feedPace(feed, to)),
    unfollow: (feed: FeedRow, folder: string | null) => run(() => unfollow(feed, folder))
  }
}

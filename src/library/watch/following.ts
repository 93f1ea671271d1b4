import type { Events } from '../../contract/contract.ts'
import type { Entry } from '../backfill/entry.ts'
import { createFetch } from '../fetch/fetch.ts'
import type { Outside } from '../outside.ts'
import { storedHosts } from '../store/hosts.ts'
import type { Store } from '../store/open.ts'
import { readSettings } from '../store/settings.ts'
import { makeDue } from '../store/tracking.ts'
import { Backfills } from './backfills.ts'
import { Mementos } from './mementos.ts'
import { pagePool } from './page-pool.ts'
import type { RoundResult, RoundWanted } from './round.ts'
import { Throttle } from './throttle.ts'
import { checksOf, trackingHandlers } from './tracking.ts'
import { Watcher } from './watcher.ts'

export interface FollowingOptions {
  readonly store: Store
  readonly now: () => Date
  readonly tell: <K extends keyof Events>(event: K, payload: Events[K]) => void
  readonly canWrite: () => boolean
  readonly mayWrite: () => Promise<void>
  readonly report: (error: unknown) => void
  /** The script of the threads that read pages. */
  readonly pageWorker: string | URL
  /** The application around the library; absent where there is none. */
  readonly outside?: Outside | undefined
  /** Nothing is looked at but when `checkOnce` asks for it. */
  readonly whenAsked?: boolean | undefined
}

/** Of the application, as sites read it. */
const version = '0.3'

/** Everything that follows articles on the web, put together. */
export function startFollowing(options: FollowingOptions) {
  const { store, now, tell, report, pageWorker, outside, canWrite, whenAsked } = options
  const policy = () => {
    const { obeyRobots, contact, spacing, perHost, allowedHosts } = readSettings(store)
    return { obeyRobots, contact, spacing: spacing * 1000, perHost, allowedHosts }
  }
  const fetcher = createFetch({
    policy,
    hosts: storedHosts(store),
    now,
    version,
    ...(outside === undefined ? {} : { proxy: outside.proxyFor })
  })
  const reader = pagePool(pageWorker, report)
  const isAllowed = (url: string): boolean => readSettings(store).allowedHosts.includes(new URL(url).host)
  const eyes = { fetch: fetcher.fetch, reader, render: outside?.render, isAllowed, now }
  const progress = new Throttle(250, () => tell('checks', checksOf({ store, watcher, now })))
  const watcher: Watcher = new Watcher({
    store,
    eyes,
    now,
    settings: () => readSettings(store),
    mayWrite: canWrite,
    onChanged: (articles) => tell('changed', { articles }),
    onNotices: (notices) => {
      tell('notices', { notices })
      outside?.notify(notices)
    },
    onProgress: () => progress.soon(),
    report,
    whenAsked
  })
  if (whenAsked !== true) watcher.begin(1000)
  const backfills = new Backfills({ ...options, eyes })
  const mementos = new Mementos({ ...options, eyes })
  const handlers = trackingHandlers({ ...options, eyes, watcher, backfills })
  const ends = [
    outside?.onSystem((state) => watcher.system(state)),
    outside?.onTray((command) => {
      void (command === 'check-due'
        ? handlers.checkNow({ articles: null })
        : handlers.pauseChecks({ paused: command === 'pause' }))
    })
  ]
  outside?.showChecking({ paused: readSettings(store).paused })
  return {
    watcher,
    handlers,
    /** Has copies of a page fetched that a list names; not where things are done when they are asked for alone. */
    takeMementos: (url: string, entries: readonly Entry[]): void => {
      if (whenAsked !== true) mementos.take(url, entries)
    },
    /** Makes the articles that are named due, and looks once at what is. */
    checkOnce: (wanted: RoundWanted): Promise<RoundResult> => {
      if (wanted.articles !== null) makeDue(store, wanted.articles, now().getTime())
      return watcher.round(wanted)
    },
    close: async () => {
      for (const end of ends) end?.()
      backfills.close()
      mementos.close()
      progress.close()
      await watcher.close()
      await fetcher.close()
      await reader.close()
    }
  }
}

export type Following = ReturnType<typeof startFollowing>

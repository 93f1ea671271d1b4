import type { Events } from '../../contract/contract.ts'
import { createFetch } from '../fetch/fetch.ts'
import type { Outside } from '../outside.ts'
import { storedHosts } from '../store/hosts.ts'
import type { Store } from '../store/open.ts'
import { readSettings } from '../store/settings.ts'
import { Backfills } from './backfills.ts'
import { Mementos } from './mementos.ts'
import { pagePool } from './page-pool.ts'
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
}

/** Of the application, as sites read it. */
const version = '0.3'

/** Everything that follows articles on the web, put together. */
export function startFollowing(options: FollowingOptions) {
  const { store, now, tell, report, pageWorker, outside, canWrite } = options
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
    report
  })
  watcher.begin(1000)
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
    mementos,
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

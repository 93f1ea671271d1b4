import type { Events } from '../../contract/contract.ts'
import { createFetch } from '../fetch/fetch.ts'
import type { Render } from '../render/render.ts'
import { storedHosts } from '../store/hosts.ts'
import type { Store } from '../store/open.ts'
import { readSettings } from '../store/settings.ts'
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
  readonly render?: Render | undefined
  /** The proxy for an address, as the system says: `PROXY host:port` or `DIRECT`. */
  readonly proxy?: ((url: string) => Promise<string>) | undefined
}

/** Everything that follows articles on the web, put together. */
export function startFollowing(options: FollowingOptions) {
  const { store, now, tell, report, pageWorker, render, proxy, canWrite } = options
  const policy = () => {
    const { obeyRobots, contact, spacing, perHost, allowedHosts } = readSettings(store)
    return { obeyRobots, contact, spacing: spacing * 1000, perHost, allowedHosts }
  }
  const fetcher = createFetch({ policy, hosts: storedHosts(store), now, proxy })
  const reader = pagePool(pageWorker, report)
  const eyes = { fetch: fetcher.fetch, reader, render, now }
  const progress = new Throttle(250, () => tell('checks', checksOf({ store, watcher, now })))
  const watcher: Watcher = new Watcher({
    store,
    eyes,
    now,
    settings: () => readSettings(store),
    mayWrite: canWrite,
    onChanged: (articles) => tell('changed', { articles }),
    onNotices: (notices) => tell('notices', { notices }),
    onProgress: () => progress.soon(),
    report
  })
  watcher.wake(1000)
  return {
    watcher,
    handlers: trackingHandlers({ ...options, eyes, watcher }),
    close: async () => {
      progress.close()
      await watcher.close()
      await fetcher.close()
      await reader.close()
    }
  }
}

export type Following = ReturnType<typeof startFollowing>

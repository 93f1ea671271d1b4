import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Events } from '../../../src/contract/contract.ts'
import type { Notice } from '../../../src/contract/tracking.ts'
import { openLibrary, type OpenLibrary } from '../../../src/library/library.ts'
import { openStore, type Store } from '../../../src/library/store/open.ts'
import { usualSettings } from '../../../src/library/store/settings.ts'

/** A library that follows a site on the loopback interface, with a clock that can be set. */
export interface Watching {
  readonly library: OpenLibrary
  readonly path: string
  readonly clock: { now: number }
  readonly notices: Notice[]
  readonly reported: unknown[]
  /** Another connection to the file. */
  readonly store: () => Store
}

export function watching(start = Date.UTC(2026, 2, 3, 9)): Watching {
  const path = join(mkdtempSync(join(tmpdir(), 'palimpsest-watch-')), 'library.db')
  const clock = { now: start }
  const begun = performance.now()
  const notices: Notice[] = []
  const reported: unknown[] = []
  const library = openLibrary({
    path,
    samples: '',
    now: () => new Date(clock.now + Math.round(performance.now() - begun)),
    tell: (event, payload) => {
      if (event === 'notices') notices.push(...(payload as Events['notices']).notices)
    },
    report: (error) => reported.push(error),
    pageWorker: new URL('../../../src/library/watch/page-worker.ts', import.meta.url),
    freeBytes: () => Promise.resolve(1e12)
  })
  return { library, path, clock, notices, reported, store: () => openStore(path) }
}

/** The usual settings, but quick, and with these hosts of the loopback interface allowed. */
export const quick = (hosts: readonly string[]) => ({
  ...usualSettings,
  spacing: 0,
  perHost: 6,
  perHour: 100_000,
  allowedHosts: [...hosts]
})

/** Waits for something to become true, looking often; throws after 60 seconds. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 90_000; performance.now() < end;) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`waited in vain: ${what}`)
}

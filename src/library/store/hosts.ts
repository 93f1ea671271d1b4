import type { HostMemory, HostState } from '../fetch/fetched.ts'
import type { Store } from './open.ts'
import { prepare } from './statement.ts'

interface Row {
  readonly retry_at: string | null
  readonly failures: number
  readonly robots: string | null
  readonly robots_until: string | null
  readonly robots_since: string | null
}

/** What is known of hosts, kept in the library so that a restart forgets no request to slow down. */
export function storedHosts(store: Store): HostMemory {
  return {
    get: (host) => {
      const row = prepare<[string], Row>(store, 'SELECT * FROM host WHERE name = ?').get(host)
      return row === undefined ? undefined : toState(row)
    },
    set: (host, { retryAt, failures, robots }) =>
      void prepare(
        store,
        'INSERT OR REPLACE INTO host (name, retry_at, failures, robots, robots_until, robots_since) VALUES (?, ?, ?, ?, ?, ?)'
      ).run(host, retryAt, failures, robots?.text ?? null, robots?.until ?? null, robots?.unreachableSince ?? null)
  }
}

function toState({
  retry_at: retryAt,
  failures,
  robots: text,
  robots_until: until,
  robots_since: since
}: Row): HostState {
  const robots = text === null || until === null ? null : { text, until }
  return {
    retryAt,
    failures,
    robots: robots === null || since === null ? robots : { ...robots, unreachableSince: since }
  }
}

import type { FetchFailure, HostMemory, HostState } from './fetched.ts'
import type { Headers } from './headers.ts'
import type { Refusal } from './refusal.ts'
import { readRetryAfter } from './retry-after.ts'

const minute = 60_000
const longestWait = 12 * 60 * minute

/**
 * After how many failures in a row a host is left alone: at once when it says that it is asked too much, after two when it
 * cannot be reached, and after four when it answers with errors, which may be the fault of one page.
 */
const firstWait = { overload: 1, unreachable: 2, broken: 4 } as const
type Trouble = keyof typeof firstWait

const unreachable: ReadonlySet<FetchFailure> = new Set(['dns', 'connect', 'tls', 'timeout'])

/** How an exchange with a host ended: the status it answered, or why it did not. */
type Ending =
  { readonly status: number; readonly headers: Headers } | { readonly status: null; readonly failure: FetchFailure }

/** Remembers how hosts treat us, and keeps us from asking before we may. */
export interface Patience {
  /** Why a host must be left alone now; null where it may be asked. */
  readonly check: (host: string) => Refusal | null
  /** Notes how an exchange ended. Returns until when the host is to be left alone (ISO 8601 UTC), or null. */
  readonly note: (host: string, ending: Ending) => string | null
}

export const unknownHost: HostState = { retryAt: null, failures: 0, robots: null }

export function createPatience(hosts: HostMemory, now: () => Date): Patience {
  const isWaiting = ({ retryAt }: HostState): boolean => retryAt !== null && Date.parse(retryAt) > now().getTime()
  const forgive = (host: string, state: HostState): void => {
    // An answer to what was asked before the host had enough does not take that back.
    if (isWaiting(state) || (state.failures === 0 && state.retryAt === null)) return
    hosts.set(host, { ...state, failures: 0, retryAt: null })
  }
  return {
    check: (host) => {
      const state = hosts.get(host) ?? unknownHost
      if (!isWaiting(state)) return null
      return { failure: 'waiting', detail: `${host} is left alone until ${state.retryAt}`, retryAt: state.retryAt }
    },
    note: (host, ending) => {
      const trouble = troubleOf(ending)
      const before = hosts.get(host) ?? unknownHost
      if (trouble === null) {
        if (ending.status !== null) forgive(host, before)
        return null
      }
      const failures = Math.min(before.failures + 1, 1000)
      const wait = askedFor(ending, now()) ?? backOff(failures - firstWait[trouble])
      const retryAt = wait === null ? null : new Date(now().getTime() + wait).toISOString()
      hosts.set(host, { ...before, failures, retryAt: isWaiting(before) ? later(before.retryAt, retryAt) : retryAt })
      return retryAt
    }
  }
}

/** ISO times in UTC sort as text. */
function later(one: string | null, other: string | null): string | null {
  return (one ?? '') > (other ?? '') ? one : other
}

function troubleOf(ending: Ending): Trouble | null {
  if (ending.status === null) {
    if (unreachable.has(ending.failure)) return 'unreachable'
    return ending.failure === 'incomplete' ? 'broken' : null
  }
  if (ending.status === 429 || ending.status === 503) return 'overload'
  return ending.status >= 500 ? 'broken' : null
}

function askedFor(ending: Ending, now: Date): number | null {
  if (ending.status !== 429 && ending.status !== 503) return null
  const seconds = readRetryAfter(ending.headers['retry-after'], now)
  return seconds === null ? null : seconds * 1000
}

/** A minute, doubled with every failure, up to half a day; a quarter more by chance, so that hosts do not return together. */
function backOff(doublings: number): number | null {
  if (doublings < 0) return null
  return Math.min(minute * 2 ** Math.min(doublings, 20), longestWait) * (1 + Math.random() / 4)
}

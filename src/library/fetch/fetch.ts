import { setTimeout as wait } from 'node:timers/promises'
import { trusting, type ConnectHook } from './connect.ts'
import type { Fetch, FetchPolicy, HostMemory, Wanted } from './fetched.ts'
import { follow, type Following } from './follow.ts'
import { createGate } from './gate.ts'
import { createLanes } from './lanes.ts'
import { usualLimits, type Limits } from './limits.ts'
import { createNetwork } from './network.ts'
import { createPatience } from './patience.ts'
import type { ProxyFor } from './proxy.ts'
import { systemResolve, type Resolve } from './resolve.ts'
import { createRobotsKeeper } from './robots-keeper.ts'
import { createTurns } from './turns.ts'

/** The name by which robots.txt speaks to us. */
const product = 'Palimpsest'

export interface FetchOptions {
  readonly policy: () => FetchPolicy
  readonly hosts: HostMemory
  readonly now: () => Date
  /** Of the application, for the User-Agent. */
  readonly version: string
  readonly limits?: Partial<Limits>
  readonly sleep?: (milliseconds: number) => Promise<void>
  readonly connectHook?: ConnectHook
  readonly resolve?: Resolve
  /** The system's proxy for an address; where this is absent, the environment says (`HTTPS_PROXY` ...). */
  readonly proxy?: ProxyFor
  /** Certificate authorities (PEM) beside those that Node knows, such as the system's. */
  readonly authorities?: readonly string[]
  /** Whether this computer has a network at all; where this is absent, its addresses say. */
  readonly isConnected?: () => boolean
}

export interface Fetcher {
  readonly fetch: Fetch
  /** Aborts what is running and closes every connection. */
  readonly close: () => Promise<void>
}

/** What fetches from the live web: one place for addresses, robots.txt, politeness, limits and completeness. */
export function createFetch(options: FetchOptions): Fetcher {
  const { hosts, now } = options
  const limits: Limits = { ...usualLimits, ...options.limits }
  const closing = new AbortController()
  const lanes = createLanes(limits)
  const sleep = options.sleep ?? ((ms) => wait(ms, undefined, { signal: closing.signal }).catch(() => undefined))
  const settings: Following = {
    ...options,
    limits,
    connecting: {
      resolve: options.resolve ?? systemResolve,
      hook: options.connectHook,
      timeout: limits.connect,
      trust: trusting(options.authorities)
    },
    robots: createRobotsKeeper({
      hosts,
      now,
      product,
      fetch: (url, trusted) => follow({ url, trusted, as: 'robots', signal: closing.signal }, settings)
    }),
    asking: {
      gate: createGate({ limits, now, sleep }),
      patience: createPatience(hosts, now),
      network: createNetwork(now, options.isConnected),
      lanes,
      exchange: { limits, large: createTurns(limits.largeTogether) },
      decoding: createTurns(2),
      now
    }
  }
  return {
    fetch: (wanted) => untilAborted(wanted, closing.signal, (signal) => follow({ ...wanted, signal }, settings)),
    close: async () => {
      closing.abort()
      await lanes.close()
    }
  }
}

/** Runs something with a signal that both the caller and closing can abort. */
async function untilAborted<T>(
  { signal }: Wanted,
  closing: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>
): Promise<T> {
  const both = new AbortController()
  const abort = (): void => both.abort()
  if (closing.aborted || signal?.aborted === true) abort()
  closing.addEventListener('abort', abort)
  signal?.addEventListener('abort', abort)
  try {
    return await work(both.signal)
  } finally {
    closing.removeEventListener('abort', abort)
    signal?.removeEventListener('abort', abort)
  }
}

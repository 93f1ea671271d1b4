import { networkInterfaces } from 'node:os'
import { isLoopback } from './connect.ts'
import type { FetchFailure } from './fetched.ts'
import type { Refusal } from './refusal.ts'

/** Tells a computer that is offline from a host that cannot be found. */
export interface Network {
  /** Notes that an address answered. `null`: through a proxy. */
  readonly answered: (ip: string | null) => void
  readonly judge: <R extends Refusal>(refusal: R) => R
}

const recent = 60_000

/**
 * The system's errors do not tell it alone: a name server that does not answer is the same error as having no network. Offline
 * is what such an error means when nobody has answered for a minute, or when this computer has no address but its own.
 */
export function createNetwork(now: () => Date, isConnected: () => boolean = hasAddress): Network {
  let answeredAt = -Infinity
  return {
    answered: (ip) => {
      if (ip === null || !isLoopback(ip)) answeredAt = now().getTime()
    },
    judge: (refusal) => {
      const isRecent = now().getTime() - answeredAt < recent
      if (refusal.failure === 'offline' && isRecent) return { ...refusal, failure: asHostsFault(refusal) }
      const isLost = (refusal.failure === 'dns' || refusal.failure === 'connect') && !isRecent && !isConnected()
      return isLost ? { ...refusal, failure: 'offline' } : refusal
    }
  }
}

function asHostsFault({ detail }: Refusal): FetchFailure {
  if (detail.startsWith('proxy ')) return 'offline'
  return detail.includes('EAI_AGAIN') ? 'dns' : 'connect'
}

function hasAddress(): boolean {
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal))
}

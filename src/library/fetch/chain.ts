import type { Answered, Failed, Fetched, Hop } from './fetched.ts'
import type { Refusal } from './refusal.ts'

/** The way from one address to the next. */
export interface Chain {
  readonly url: string
  readonly hops: readonly Hop[]
  /** Where the way has come to. */
  readonly at: string
}

export function failed(
  chain: Chain,
  refusal: Refusal,
  more: { readonly status: number | null; readonly now: Date }
): Failed {
  return {
    kind: 'failed',
    url: chain.url,
    finalUrl: chain.at,
    hops: chain.hops,
    at: more.now.toISOString(),
    failure: refusal.failure,
    detail: refusal.detail,
    status: more.status,
    retryAt: refusal.retryAt ?? null
  }
}

export type Part = Pick<Answered, 'at' | 'status' | 'headers' | 'body' | 'bodyHash' | 'certificate' | 'ip'>

export function answered(chain: Chain, part: Part): Answered {
  return { kind: 'answered', url: chain.url, finalUrl: chain.at, hops: chain.hops, ...part }
}

/** Whether the way led from an encrypted address to one that is not. */
export function wasDowngraded({ hops, finalUrl }: Pick<Fetched, 'hops' | 'finalUrl'>): boolean {
  const way = [...hops.map(({ url }) => url), finalUrl]
  return way.some((url, at) => url.startsWith('http:') && way[at - 1]?.startsWith('https:') === true)
}

/**
 * The address that a redirect points to. A `Location` comes as bytes; browsers read them as UTF-8 (Fetch standard), which the
 * address then percent-encodes.
 */
export function readLocation(location: string): string {
  // oxlint-disable-next-line no-control-regex -- the first character beyond ASCII is what is looked for
  return /[^\x00-\x7f]/.test(location) ? Buffer.from(location, 'latin1').toString('utf8') : location
}

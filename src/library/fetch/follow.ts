import { createHash } from 'node:crypto'
import { hostRefusal, webAddress } from './address.ts'
import { ask, type AskSettings, type Told } from './ask.ts'
import { answered, failed, readLocation, type Chain } from './chain.ts'
import type { Connecting } from './connect.ts'
import { redirectStatuses, type Broken } from './exchange.ts'
import type { Fetched, FetchPolicy, Hop, Wanted } from './fetched.ts'
import type { Limits } from './limits.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import { conditions, requestHeaders } from './request-headers.ts'
import type { ProxyFor } from './proxy.ts'
import type { RobotsKeeper, Verdict } from './robots-keeper.ts'
import { routeTo } from './route.ts'

/** What following an address needs. */
export interface Following {
  readonly policy: () => FetchPolicy
  readonly now: () => Date
  readonly version: string
  readonly limits: Limits
  readonly connecting: Connecting
  readonly proxy?: ProxyFor
  readonly robots: RobotsKeeper
  readonly asking: AskSettings
}

const robotsRedirects = 5

type Signalled = Wanted & { readonly signal: AbortSignal }

/**
 * Fetches an address. Redirects are followed by hand: every address on the way is checked like the first one. One that comes
 * up a second time would come up for ever: no cookie is kept that could change the answer.
 */
export async function follow(wanted: Signalled, settings: Following): Promise<Fetched> {
  const { now, limits } = settings
  const most = wanted.as === 'robots' ? robotsRedirects : limits.redirects
  const hops: Hop[] = []
  const visited = new Set<string>()
  let url = webAddress(wanted.url)
  const start = isRefusal(url) ? '' : url.host
  for (;;) {
    const chain: Chain = { url: wanted.url, hops, at: isRefusal(url) ? (hops.at(-1)?.url ?? wanted.url) : url.href }
    const fail = (refusal: Refusal, status: number | null): Fetched => failed(chain, refusal, { status, now: now() })
    if (isRefusal(url)) return fail(url, null)
    if (visited.has(url.href)) return fail({ failure: 'too-many-redirects', detail: 'in a circle' }, null)
    if (hops.length > most) return fail({ failure: 'too-many-redirects', detail: `${hops.length} redirects` }, null)
    visited.add(url.href)
    const allowed = wanted.trusted && url.host === start && isListed(url, settings.policy().allowedHosts)
    const told = await step({ url, wanted, allowed }, settings)
    if (isRefusal(told)) return fail(told, told.status)
    if (!redirectStatuses.has(told.status)) return finish({ url, chain, told }, wanted)
    hops.push({ url: url.href, status: told.status })
    const location = told.headers['location']
    if (location === undefined) return fail({ failure: 'bad-response', detail: 'redirects nowhere' }, told.status)
    url = webAddress(readLocation(location), url)
  }
}

/**
 * Whether the reader allowed a host. Such a host may have private addresses, if a person gave the address that was asked for
 * first, and the way began at this very host: no other page, feed or host can lead there.
 */
function isListed(url: URL, allowedHosts: readonly string[]): boolean {
  return allowedHosts.some((allowed) => {
    const text = `${url.protocol}//${allowed.trim()}`
    return URL.canParse(text) && new URL(text).host === url.host
  })
}

interface Step {
  readonly url: URL
  readonly wanted: Signalled
  readonly allowed: boolean
}

async function step({ url, wanted, allowed }: Step, settings: Following): Promise<Told | Broken> {
  const refusal = allowed ? null : hostRefusal(url.hostname)
  if (refusal !== null) return { ...refusal, status: null, unanswered: false }
  const verdict = await judge({ url, wanted, allowed }, settings)
  if (verdict.refusal !== null) return { ...verdict.refusal, status: null, unanswered: false }
  const { policy, version, asking } = settings
  const route = await routeTo(url, allowed, settings)
  if (isRefusal(route)) return { ...route, status: null, unanswered: false }
  return ask(
    {
      host: url.host,
      ...route,
      headers: [...requestHeaders(wanted, { url, version, policy: policy() }), ...route.headers],
      spacing: () => Math.max(policy().spacing, verdict.spacing),
      perHost: () => policy().perHost,
      signal: wanted.signal
    },
    asking
  )
}

const unasked: Verdict = { refusal: null, spacing: 0 }

/** What robots.txt says; a robots.txt is asked for by all who wait for it, and each of them may give up by itself. */
async function judge({ url, wanted, allowed }: Step, { robots, policy, asking }: Following): Promise<Verdict> {
  const isAsked = policy().obeyRobots && wanted.as !== 'robots' && wanted.as !== 'archive'
  if (!isAsked) return unasked
  // A host that is to be left alone is not asked for its robots.txt either, and told apart from one that forbids.
  const waiting = asking.patience.check(url.host)
  if (waiting !== null) return { refusal: waiting, spacing: 0 }
  const { signal } = wanted
  return new Promise((resolve, reject) => {
    const aborted = (): void => resolve({ refusal: { failure: 'aborted', detail: 'aborted' }, spacing: 0 })
    if (signal.aborted) return aborted()
    signal.addEventListener('abort', aborted, { once: true })
    robots
      .judge(url, allowed)
      .finally(() => signal.removeEventListener('abort', aborted))
      .then(resolve, reject)
  })
}

interface Arrival {
  readonly url: URL
  readonly chain: Chain
  readonly told: Told
}

function finish({ url, chain, told }: Arrival, wanted: Wanted): Fetched {
  const { at, status, headers, body, certificate, ip } = told
  if (status === 304 && conditions(wanted, url).length === 0) {
    const refusal = { failure: 'bad-response', detail: 'not modified, although nothing was said' } as const
    return failed(chain, refusal, { status, now: at })
  }
  const bodyHash = createHash('sha256').update(body).digest()
  return answered(chain, { at: at.toISOString(), status, headers, body, bodyHash, certificate, ip })
}

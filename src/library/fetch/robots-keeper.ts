import type { Fetched, HostMemory, HostState } from './fetched.ts'
import { unknownHost } from './patience.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import { mostRobots, parseRobots, type Robots } from './robots.ts'

/** What a host's robots.txt says about an address. */
export interface Verdict {
  readonly refusal: Refusal | null
  /** How long the host asks to wait between two requests, in milliseconds, half a minute at most. */
  readonly spacing: number
}

export interface RobotsSettings {
  readonly hosts: HostMemory
  readonly now: () => Date
  readonly product: string
  /** Fetches a robots.txt, following five redirects. `trusted` as in `Wanted`. */
  readonly fetch: (url: string, trusted: boolean) => Promise<Fetched>
}

export interface RobotsKeeper {
  /** Judges an address. Refuses too when the robots.txt cannot be asked for. */
  readonly judge: (url: URL, trusted: boolean) => Promise<Verdict>
}

const hour = 3_600_000
const day = 24 * hour
const longestUnreachable = 30 * day
const longestSpacing = 30_000

/** Stands for a robots.txt that could not be read and of which no earlier copy is known (RFC 9309 2.3.1.4). */
const forbidden = 'User-agent: *\nDisallow: /\n# not readable\n'
const mostParsed = 200

type Known = NonNullable<HostState['robots']>

/** Fetches each host's robots.txt once a day and keeps it in the host's memory. */
export function createRobotsKeeper(settings: RobotsSettings): RobotsKeeper {
  const asking = new Map<string, Promise<Known | Refusal>>()
  const parsed = new Map<string, { readonly text: string; readonly robots: Robots }>()

  async function current(url: URL, trusted: boolean): Promise<Known | Refusal> {
    const known = settings.hosts.get(url.host)?.robots ?? null
    if (known !== null && Date.parse(known.until) > settings.now().getTime()) return known
    const running = asking.get(url.host)
    if (running !== undefined) return running
    const fetching = renew({ url, trusted, known }, settings).finally(() => asking.delete(url.host))
    asking.set(url.host, fetching)
    return fetching
  }

  function read(host: string, text: string): Robots {
    const known = parsed.get(host)
    if (known?.text === text) return known.robots
    const robots = parseRobots(text, settings.product)
    parsed.set(host, { text, robots })
    if (parsed.size > mostParsed) parsed.delete(parsed.keys().next().value!)
    return robots
  }

  return {
    judge: async (url, trusted) => {
      const known = await current(url, trusted)
      if (isRefusal(known)) return { refusal: known, spacing: 0 }
      const robots = read(url.host, known.text)
      const spacing = Math.min((robots.crawlDelay ?? 0) * 1000, longestSpacing)
      const { allowed, rule } = robots.judge(url.pathname + url.search)
      if (allowed) return { refusal: null, spacing }
      if (known.text !== forbidden) return { refusal: { failure: 'robots', detail: rule ?? '' }, spacing }
      return { refusal: { failure: 'robots', detail: 'robots.txt cannot be read', retryAt: known.until }, spacing }
    }
  }
}

interface Wish {
  readonly url: URL
  readonly trusted: boolean
  readonly known: Known | null
}

async function renew({ url, trusted, known }: Wish, settings: RobotsSettings): Promise<Known | Refusal> {
  const { hosts, now, fetch } = settings
  const fetched = await fetch(new URL('/robots.txt', url).href, trusted)
  const found = textOf(fetched)
  if (typeof found === 'object') return found
  const robots = found === undefined ? unreadable(known, now()) : { text: found, until: later(now(), day) }
  hosts.set(url.host, { ...(hosts.get(url.host) ?? unknownHost), robots })
  return robots
}

/** The text; empty where there is none (RFC 9309 2.3.1.3); undefined where it cannot be read; or why nobody could be asked. */
function textOf(fetched: Fetched): string | Refusal | undefined {
  if (fetched.kind === 'answered') {
    const { status, body } = fetched
    if (status >= 200 && status < 300) return body.subarray(0, mostRobots).toString('utf8')
    return status === 429 || status >= 500 ? undefined : ''
  }
  const { failure, detail, retryAt, hops } = fetched
  const leadsNowhere = hops.length > 0 && (failure === 'refused-address' || failure === 'bad-address')
  if (failure === 'too-many-redirects' || leadsNowhere) return ''
  if (failure === 'incomplete' || failure === 'bad-response' || failure === 'too-large') return undefined
  return { failure, detail: `robots.txt: ${detail}`, retryAt }
}

/**
 * A robots.txt that cannot be read: an earlier copy goes on holding, without one everything is forbidden, for 30 days; after
 * that everything is allowed (RFC 9309 2.3.1.4). It is asked for again every hour.
 */
function unreadable(known: Known | null, now: Date): Known {
  const unreachableSince = known?.unreachableSince ?? now.toISOString()
  const isOld = now.getTime() - Date.parse(unreachableSince) > longestUnreachable
  const text = known === null ? forbidden : known.text
  return { text: isOld && text === forbidden ? '' : text, until: later(now, hour), unreachableSince }
}

function later(now: Date, milliseconds: number): string {
  return new Date(now.getTime() + milliseconds).toISOString()
}

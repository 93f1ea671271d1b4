/** Why no complete response came. The words for it are chosen where they are shown. */
export const fetchFailures = [
  'bad-address',
  'refused-address',
  'robots',
  'waiting',
  'offline',
  'dns',
  'connect',
  'tls',
  'timeout',
  'incomplete',
  'bad-response',
  'too-large',
  'too-many-redirects',
  'aborted'
] as const
export type FetchFailure = (typeof fetchFailures)[number]

/** One response on the way to the last one. */
export interface Hop {
  readonly url: string
  readonly status: number
}

interface Way {
  /** The address that was asked for, and the one that answered at the end of all redirects. */
  readonly url: string
  readonly finalUrl: string
  /** The redirects on the way, in order. */
  readonly hops: readonly Hop[]
  /** When the last response began, ISO 8601 UTC. */
  readonly at: string
}

/** A complete response: every byte that was announced came, within all caps. */
export interface Answered extends Way {
  readonly kind: 'answered'
  readonly status: number
  /** Names in lower case; several of one name joined by `, `. */
  readonly headers: Readonly<Record<string, string>>
  /** The bytes after content coding (gzip, br ...) is taken off, charset untouched; empty for 304. */
  readonly body: Buffer
  /** SHA-256 of `body`. */
  readonly bodyHash: Buffer
  /** The server's certificate as PEM, where there was one. */
  readonly certificate: string | null
  /** The address that was connected to; null through a proxy. */
  readonly ip: string | null
}

/** No complete response: nothing that came may become a revision. */
export interface Failed extends Way {
  readonly kind: 'failed'
  readonly failure: FetchFailure
  /** For the activity log: a code or name of the system's, an address, a time. */
  readonly detail: string
  readonly status: number | null
  /** Not before this time should the host be asked again (ISO 8601 UTC); null where nothing says so. */
  readonly retryAt: string | null
}

export type Fetched = Answered | Failed

export interface Wanted {
  readonly url: string
  /**
   * A person gave this very address, so it may be a private one where the reader allowed its host. Whatever a feed, a page
   * or a redirect supplies is never trusted.
   */
  readonly trusted: boolean
  /** Validators of the last complete response, for a conditional request. */
  readonly etag?: string | null
  readonly lastModified?: string | null
  /**
   * The address that answered with these validators (its `finalUrl`): they are sent to no other, so that a page that has moved
   * cannot pass for one that did not change. Where this is absent, they are sent to every address on the way.
   */
  readonly answeredBy?: string | null
  /** What is expected: decides `Accept` and the caps. Robots.txt is asked about for all but `robots` and `archive`. */
  readonly as: 'page' | 'feed' | 'sitemap' | 'robots' | 'archive'
  readonly signal?: AbortSignal
}

/** Fetches one address after another, politely. Never throws for what the web does. */
export type Fetch = (wanted: Wanted) => Promise<Fetched>

/** What is known of a host and outlives a restart. */
export interface HostState {
  /** Not to be asked before: ISO 8601 UTC. */
  readonly retryAt: string | null
  /** Failures in a row, for backing off. */
  readonly failures: number
  /**
   * Its robots.txt as last fetched: the text (empty where there is none), until when it holds, and since when it cannot be read
   * if it cannot (both ISO 8601 UTC).
   */
  readonly robots: { readonly text: string; readonly until: string; readonly unreachableSince?: string } | null
}

/** Where host states are kept; the store's, or a map in tests. */
export interface HostMemory {
  readonly get: (host: string) => HostState | undefined
  readonly set: (host: string, state: HostState) => void
}

/** What the reader decided about fetching. */
export interface FetchPolicy {
  readonly obeyRobots: boolean
  /** Added to the User-Agent so that a site can reach somebody: a mail address or an address on the web; may be empty. */
  readonly contact: string
  /** Least time between two requests to a host, in milliseconds, and how many at once. */
  readonly spacing: number
  readonly perHost: number
  /** Hosts with private addresses that the reader allowed, by name with port where it is not the usual one. */
  readonly allowedHosts: readonly string[]
}

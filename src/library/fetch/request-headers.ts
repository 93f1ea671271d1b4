import type { FetchPolicy, Wanted } from './fetched.ts'

const accepted: Readonly<Record<Wanted['as'], string>> = {
  page: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5',
  feed: 'application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml;q=0.9,application/xml;q=0.8,text/xml;q=0.8,*/*;q=0.1',
  sitemap: 'application/xml,text/xml;q=0.9,text/plain;q=0.5,*/*;q=0.1',
  robots: 'text/plain,*/*;q=0.1',
  archive: 'application/link-format,text/html;q=0.9,*/*;q=0.5'
}

interface Sender {
  readonly url: URL
  readonly version: string
  readonly policy: FetchPolicy
}

/** Everything that is sent with a request, names and values by turns. No cookies, no referrer, no language. */
export function requestHeaders(wanted: Wanted, { url, version, policy }: Sender): string[] {
  const headers = ['user-agent', userAgent(version, policy.contact), 'accept', accepted[wanted.as]]
  return [...headers, 'accept-encoding', 'gzip, br', ...conditions(wanted, url)]
}

/** What makes a request conditional (RFC 9110 13.1), names and values by turns; empty where nothing does. */
export function conditions({ etag, lastModified, answeredBy }: Wanted, url: URL): string[] {
  const isMeant = answeredBy === null || answeredBy === undefined || answeredBy === url.href
  const pairs = [
    ['if-none-match', etag],
    ['if-modified-since', lastModified]
  ] as const
  return isMeant ? pairs.flatMap(([name, value]) => (isSendable(value) ? [name, value] : [])) : []
}

/** What a server once said may hold anything. */
function isSendable(value: string | null | undefined): value is string {
  return value !== null && value !== undefined && /^[\x20-\x7e]{1,1000}$/.test(value)
}

/** Says who asks and how the reader can be reached: `Palimpsest/1.0 (+mailto:reader@example.org)`. */
function userAgent(version: string, contact: string): string {
  const reach = contact.replace(/[^\x21-\x7e]|[()]/g, '').slice(0, 200)
  return reach === '' ? `Palimpsest/${version}` : `Palimpsest/${version} (+${reach})`
}

import type { FetchPolicy, Wanted } from './fetched.ts'

const accepted: Readonly<Record<Wanted['as'], string>> = {
  page: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5',
  feed: 'application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml;q=0.9,application/xml;q=0.8,text/xml;q=0.8,*/*;q=0.1',
  sitemap: 'application/xml,text/xml;q=0.9,text/plain;q=0.5,*/*;q=0.1',
  robots: 'text/plain,*/*;q=0.1',
  archive: 'application/link-format,text/html;q=0.9,*/*;q=0.5'
}

/** Everything that is sent with a request, names and values by turns. No cookies, no referrer, no language. */
export function requestHeaders(
  wanted: Wanted,
  { version, policy }: { version: string; policy: FetchPolicy }
): string[] {
  const headers = ['user-agent', userAgent(version, policy.contact), 'accept', accepted[wanted.as]]
  headers.push('accept-encoding', 'gzip, br')
  if (isConditional(wanted.etag)) headers.push('if-none-match', wanted.etag)
  if (isConditional(wanted.lastModified)) headers.push('if-modified-since', wanted.lastModified)
  return headers
}

/** Whether a validator can be sent: what a server once said may hold anything. */
export function isConditional(validator: string | null | undefined): validator is string {
  return validator !== null && validator !== undefined && /^[\x20-\x7e]{1,1000}$/.test(validator)
}

/** Says who asks and how the reader can be reached: `Palimpsest/1.0 (+mailto:reader@example.org)`. */
export function userAgent(version: string, contact: string): string {
  const reach = contact.replace(/[^\x21-\x7e]|[()]/g, '').slice(0, 200)
  return reach === '' ? `Palimpsest/${version}` : `Palimpsest/${version} (+${reach})`
}

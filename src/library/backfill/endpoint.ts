/** Where an archive lists what it has, and where its copies of pages are. */
export interface Endpoint {
  /** The addresses to ask for a listing, the one that says most first. */
  readonly listings: (url: string) => readonly string[]
  /** The address of a copy: time as 14 digits, then the page's own address. Null where the endpoint does not show it. */
  readonly copy: ((timestamp: string, url: string) => string) | null
  readonly origin: string
}

const fields = 'output=json&fl=timestamp,original,mimetype,statuscode,digest'

/**
 * Reads the reader's setting by its shape: a TimeMap prefix (`…/timemap/link/`, `…/timemap/json/`), a CDX server
 * (`…/cdx`, `…/cdx/search/cdx`, pywb's `…/cdx`), or an address with `{url}` or ending in `=`. Wayback's link-format is
 * asked for only where its JSON, which has digests, does not come. Undefined for what is no web address.
 */
export function readEndpoint(setting: string): Endpoint | undefined {
  if (!URL.canParse(setting)) return undefined
  const { protocol, origin, pathname } = new URL(setting)
  if (protocol !== 'https:' && protocol !== 'http:') return undefined
  const copies = copiesAt(pathname)
  const copy = copies === null ? null : (timestamp: string, url: string) => `${origin}${copies}${timestamp}/${url}`
  return { listings: (url) => listingsFor(setting, pathname, withoutFragment(url)), copy, origin }
}

function listingsFor(setting: string, pathname: string, url: string): string[] {
  if (setting.includes('{url}')) return [setting.replace('{url}', () => encodeURIComponent(url))]
  if (setting.endsWith('=')) return [setting + encodeURIComponent(url)]
  if (isCdx(pathname)) return [`${setting}${setting.includes('?') ? '&' : '?'}url=${encodeURIComponent(url)}&${fields}`]
  const prefix = setting.endsWith('/') ? setting : `${setting}/`
  const asJson = pathname.startsWith('/web/timemap/link')
    ? [prefix.replace('/timemap/link', '/timemap/json') + url]
    : []
  return [...asJson, prefix + url]
}

const isCdx = (pathname: string): boolean => /\/cdx\/?$/.test(pathname)

/** The path before a copy's timestamp. */
function copiesAt(pathname: string): string | null {
  const timemap = pathname.indexOf('/timemap/')
  if (timemap !== -1) return pathname.slice(0, timemap + 1)
  if (/\/cdx\/search\/cdx\/?$/.test(pathname)) return '/web/'
  return isCdx(pathname) ? pathname.slice(0, pathname.lastIndexOf('/cdx') + 1) : null
}

const withoutFragment = (url: string): string => url.split('#', 1)[0]!

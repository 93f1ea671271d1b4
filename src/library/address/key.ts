import { parse } from 'tldts'
import { canonicalAddress } from './canonical.ts'

/** Names of hosts under which sites show the same pages, on a small screen or without scripts. */
const twinHosts = /^(?:www\d?|m|mobile|amp|touch)\./
const index = /\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i
const ampPath = /\/amp\/?$|\.amp(?=(?:\.html?)?$)/i
const ampNames = /^(?:amp|outputType=amp|output=amp|amp=1|amp=true)$/i

/**
 * What two addresses of one article share: equal for http and https, for www, mobile and AMP twins, with or without a
 * slash, index file or tracking parameter, whatever the order of the parameters. To be compared, never to be fetched.
 */
export function articleKey(address: string): string {
  const canonical = canonicalAddress(address)
  if (!URL.canParse(canonical)) return canonical
  const url = new URL(canonical)
  const path = url.pathname.replace(ampPath, '').replace(index, '').replace(/\/+$/, '')
  const query = url.search.slice(1).split('&').filter((part) => part !== '' && !ampNames.test(part)).sort() // prettier-ignore
  const host = twinHost(url.hostname) + (url.port === '' ? '' : `:${url.port}`)
  return `${host}${path}${query.length > 0 ? `?${query.join('&')}` : ''}${url.hash}`
}

/** A prefix is taken off only where a whole site's name stays: not from `m.com`. */
function twinHost(host: string): string {
  const { domain } = parse(host)
  const bare = host.replace(twinHosts, '')
  return domain !== null && (bare === domain || bare.endsWith(`.${domain}`)) ? bare : host
}

/** Whether two addresses belong to one registrable domain (Public Suffix List), or to one host where there is none. */
export function sameSite(a: string, b: string): boolean {
  const [one, other] = [siteOf(a), siteOf(b)]
  return one !== null && one === other
}

/** The registrable domain, or the host (an IP address, `localhost`); null where the text is no address. */
function siteOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { hostname } = new URL(address)
  return parse(hostname, { allowPrivateDomains: true }).domain ?? (hostname || null)
}

const landing = /^\/(?:(?:index|default|home)(?:\.\w{2,5})?|([a-z]{2})(?:[-_][a-z]{2})?)?\/?$/i
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** Whether an address is a site's front page: the root, its index file, or the root of one language. */
export function isHomePage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { pathname, search, hash } = new URL(canonicalAddress(address))
  const found = landing.exec(pathname)
  if (found === null || search !== '' || hash !== '') return false
  return found[1] === undefined || languages.of(found[1]) !== undefined
}

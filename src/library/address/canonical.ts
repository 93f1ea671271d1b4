import { outOfAmpCache } from './amp.ts'
import { isTracking } from './tracking-parameters.ts'
import { webAddress } from './web-address.ts'

/**
 * The one way in which an address is written and stored: as the URL standard writes it, out of AMP caches, without user
 * name, fragment (one that begins with `!` names the page and stays) and parameters that follow the reader. Nothing that
 * may name the article is taken away, and parameters keep their order. Text that is no address of the web comes back as it is.
 */
export function canonicalAddress(address: string): string {
  const web = webAddress(address)
  if (web === null) return address
  const url = outOfAmpCache(new URL(web))
  url.username = ''
  url.password = ''
  if (!url.hash.startsWith('#!')) url.hash = ''
  url.search = withoutParameters(url.search, isTracking)
  url.pathname = url.pathname.replace(/;jsessionid=[^/?#]*/i, '')
  return url.href
}

/** A query without the parameters of some names. The others stay byte for byte: encoding them anew would change them. */
export function withoutParameters(search: string, isGone: (name: string) => boolean): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !isGone(nameOf(part)))
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

function nameOf(part: string): string {
  const name = part.split('=', 1)[0]!
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

import { webAddress } from './web-address.ts'

/** The address that a copy in an AMP cache or viewer is a copy of; the same address where it is none. */
export function outOfAmpCache(url: URL): URL {
  const found = viewer(url) ?? cache(url)
  const address = found === null ? null : webAddress(found + url.search + url.hash)
  return address === null ? url : new URL(address)
}

/** google.com/amp/s/example.org/story, on every domain of Google's: `s` says https. */
function viewer({ hostname, pathname }: URL): string | null {
  if (!/^(?:www\.)?google\.(?:[a-z]{2,3}\.)?[a-z]{2,3}$/.test(hostname)) return null
  return inner(/^\/amp\/(s\/)?(.+)$/.exec(pathname))
}

/** example-org.cdn.ampproject.org/c/s/example.org/story; `v`, `wp` and the like for other ways of showing it. */
function cache({ hostname, pathname }: URL): string | null {
  if (!/(?:^|\.)(?:ampproject\.(?:org|net)|bing-amp\.com)$/.test(hostname)) return null
  return inner(/^\/(?:[a-z]{1,3}\/){1,2}?(s\/)?([^/]*\.[^/]+(?:\/.*)?)$/.exec(pathname))
}

function inner(found: RegExpExecArray | null): string | null {
  const rest = found?.[2]
  if (rest === undefined || !/^[^/]+\.[^/]+/.test(rest)) return null
  return `${found![1] === undefined ? 'http' : 'https'}://${rest}`
}

import { canonicalAddress } from './canonical.ts'

/** What tells two addresses of one article from those of two. */
export function articleKey(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(canonicalAddress(address))
  return `${url.host.replace(/^(www|m|mobile|amp)\./, '')}${url.pathname.replace(/\/(index\.\w+|amp)?$/, '')}${url.search}`
}

export const isHomePage = (address: string): boolean =>
  URL.canParse(address) && /^\/(index\.\w+)?$/.test(new URL(address).pathname) && new URL(address).search === ''

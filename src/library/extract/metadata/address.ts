import { getDomain } from 'tldts'
import { metaOf, resolve, type Head } from './head.ts'

/** Query parameters that name a page of an article in parts. */
const pageNumber = /^(?:page|p|pg|seite|pagina|página|pag|paged|s|part|strana|strona|sayfa)$/iu

const isWeb = (address: string): boolean => /^https?:\/\//iu.test(address)

/** Whether two addresses are of one site: the same registrable domain (Public Suffix List), or the very same host. */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [domainOf(one), domainOf(other)]
  return a !== '' && a === b
}

function domainOf(address: string): string {
  if (!URL.canParse(address)) return ''
  const { hostname } = new URL(address)
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname
}

const isHome = (address: string): boolean => {
  const { pathname, search } = new URL(address)
  return search === '' && /^\/(?:index\.\w+|[a-z]{2}(?:-[a-z]{2})?\/?)?$/iu.test(pathname)
}

/** `url` may be empty or no address where a file is read: then nothing can be held against it. */
const canJudge = (url: string): boolean => isWeb(url) && URL.canParse(url)

/**
 * The address the page calls its own (`rel=canonical`, RFC 6596; `og:url`; JSON-LD), where it can be believed: http or
 * https, of the same site, and not the home page for a page further in.
 */
export function canonicalUrl(head: Head, url: string, others: readonly (string | null)[]): string | null {
  const link = head.links.filter(({ rel }) => rel.includes('canonical')).map(({ href }) => href)
  for (const named of [...link, metaOf(head, ['og.url']), ...others]) {
    const address = named === null ? null : believable(resolve(named, head, url), url)
    if (address !== null) return address
  }
  return null
}

function believable(address: string | null, url: string): string | null {
  if (address === null || !isWeb(address)) return null
  const clean = withoutFragment(address)
  if (!canJudge(url)) return clean
  if (!isSameSite(clean, url) || (isHome(clean) && !isHome(url))) return null
  return clean
}

function withoutFragment(address: string): string {
  const url = new URL(address)
  if (!url.hash.startsWith('#!')) url.hash = ''
  url.username = ''
  url.password = ''
  return url.href
}

/** The AMP twin of the page (`rel=amphtml`); for an AMP page what it is the twin of. */
export function ampUrl(head: Head, url: string, canonical: string | null): string | null {
  const isAmp = head.root?.attrs.some(({ name }) => name === 'amp' || name === '⚡') ?? false
  if (isAmp) return canonical !== null && canonical !== url ? canonical : null
  const href = head.links.find(({ rel }) => rel.includes('amphtml'))?.href
  const address = href === undefined ? null : resolve(href, head, url)
  return address !== null && isWeb(address) ? withoutFragment(address) : null
}

const mostPages = 50

/**
 * The further pages of an article in parts: links that differ from the page's own address in nothing but a page number, one
 * after the other. `hrefs` are the links of the page; `rel=next` counts where it leads to such a page. A bare number at the
 * end of the page's own address may as well be that of an article (`/news/12`): it is a page number only where a link leads
 * to the address without it.
 */
export function nextPages(head: Head, url: string, hrefs: readonly string[]): string[] {
  if (!canJudge(url)) return []
  const own = partOf(url)
  const next = head.links.filter(({ rel }) => rel.includes('next')).map(({ href }) => href)
  const parts = [...next, ...hrefs.slice(0, mostHrefs)].flatMap((href) => {
    const address = resolve(href, head, url)
    if (address === null || !isWeb(address) || new URL(address).host !== new URL(url).host) return []
    const part = partOf(address)
    return part.stem === own.stem ? [{ ...part, address }] : []
  })
  if (own.isBare && !parts.some(({ number }) => number === 1)) return []
  const found = new Map<number, string>()
  for (const { number, address } of parts) {
    if (number > own.number && !found.has(number)) found.set(number, withoutFragment(address))
  }
  const numbers = [...found.keys()].sort((a, b) => a - b)
  const joined = numbers.filter((number, i) => number === own.number + 1 + i)
  return joined.slice(0, mostPages).map((number) => found.get(number)!)
}

const mostHrefs = 2000

interface Part {
  /** The address without its page number. */
  readonly stem: string
  /** 1 where it names none. */
  readonly number: number
  /** Whether the number stands alone, without a word that says it is one of a page. */
  readonly isBare: boolean
}

function partOf(address: string): Part {
  const url = new URL(address)
  let number = 1
  for (const [name, value] of url.searchParams) {
    if (pageNumber.test(name) && /^\d{1,3}$/u.test(value)) number = Math.max(1, Number(value))
  }
  for (const name of new Set(url.searchParams.keys())) if (pageNumber.test(name)) url.searchParams.delete(name)
  const path = url.pathname.slice(0, 2000)
  const named = /^(.+?)\/(?:page|seite|pagina|p|strana|strona)[-/]?(\d{1,3})\/?$/iu.exec(path)
  const bare =
    /^(.*[^/])\/([2-9]|1\d)\/?$/u.exec(path) ?? /^(.+?)[-_,](?:page|seite|p|s)?-?([2-9]|1\d)(\.\w{2,5})$/iu.exec(path)
  const inPath = named ?? bare
  if (inPath !== null && number === 1) {
    number = Number(inPath[2])
    url.pathname = `${inPath[1]}${inPath[3] ?? ''}`
  }
  const isBare = named === null && bare !== null && number === Number(bare[2])
  return { stem: `${url.host}${url.pathname.replace(/\/$/u, '')}${url.search}`, number, isBare }
}

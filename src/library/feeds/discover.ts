import { webAddress } from '../address/web-address.ts'
import { attribute, elementsUnder, parsePage, type Document, type Element } from '../extract/tree.ts'

/** What a page says of where its site tells news. Everything is absolute, without repetition, likeliest first. */
export interface Discovered {
  readonly feeds: readonly { readonly url: string; readonly title: string | null }[]
  /** Sitemaps that robots.txt names, then the usual places; none has been looked at. */
  readonly sitemaps: readonly string[]
  readonly canonical: string | null
  readonly amp: string | null
}

const feedTypes = /^application\/(?:(?:rss|atom|rdf)\+xml|(?:feed\+)?json|x-rss\+xml)$/i
const feedPath =
  /(?:\/(?:feeds?|rss|atom)(?:\/|\.xml|\.rss|$)|\.(?:rss|atom|rdf)$|\/(?:feed|index|rss|atom)\.(?:xml|json)$)/i
const comments = /comments?/i
const most = 30
const mostElements = 50_000

/** Finds the feeds, sitemaps and twins that a page names (`link rel=alternate`, visible links to feeds) and robots.txt. */
export function discover(page: Document | string, url: string, robots = ''): Discovered {
  const document = typeof page === 'string' ? parsePage(page) : page
  const links: Element[] = []
  let base = url
  let looked = 0
  for (const element of elementsUnder(document)) {
    looked += 1
    if (looked > mostElements) break
    if (element.tagName === 'base' && base === url) base = webAddress(attribute(element, 'href') ?? '', url) ?? url
    if (element.tagName === 'link' || element.tagName === 'a') links.push(element)
  }
  const found = { links, base }
  return { feeds: feedsIn(found), sitemaps: sitemaps(url, robots), canonical: one(found, 'canonical'), amp: one(found, 'amphtml') } // prettier-ignore
}

interface Found {
  readonly links: readonly Element[]
  readonly base: string
}

const relations = (element: Element): string[] => (attribute(element, 'rel') ?? '').toLowerCase().split(/\s+/)

function target(element: Element, base: string): string | null {
  return webAddress(attribute(element, 'href') ?? '', base)
}

function one({ links, base }: Found, relation: string): string | null {
  const link = links.find((each) => each.tagName === 'link' && relations(each).includes(relation))
  return link === undefined ? null : target(link, base)
}

/** Feeds of comments come last: they name no articles. */
function feedsIn({ links, base }: Found): Discovered['feeds'] {
  const declared = links.filter((link) => link.tagName === 'link' && isFeedLink(link))
  const visible = links.filter((link) => link.tagName === 'a' && leadsToFeed(link, base))
  const feeds = new Map<string, { url: string; title: string | null }>()
  for (const link of [...declared, ...visible]) {
    const url = target(link, base)
    if (url !== null && !feeds.has(url))
      feeds.set(url, { url, title: attribute(link, 'title')?.trim().slice(0, 300) || null })
    if (feeds.size >= most) break
  }
  const all = [...feeds.values()]
  const ofComments = ({ url, title }: { url: string; title: string | null }) =>
    comments.test(url) || comments.test(title ?? '')
  return [...all.filter((feed) => !ofComments(feed)), ...all.filter(ofComments)]
}

function isFeedLink(link: Element): boolean {
  const rel = relations(link)
  const type = (attribute(link, 'type') ?? '').split(';', 1)[0]!.trim()
  if (/json\/oembed|wp-json|oembed/i.test(attribute(link, 'href') ?? '')) return false
  return (rel.includes('alternate') && feedTypes.test(type)) || rel.includes('feed')
}

function leadsToFeed(link: Element, base: string): boolean {
  const url = target(link, base)
  return url !== null && feedPath.test(new URL(url).pathname)
}

function sitemaps(url: string, robots: string): readonly string[] {
  const named = [...robots.slice(0, 500_000).matchAll(/^[ \t]*sitemap[ \t]*:[ \t]*(\S+)/gim)].slice(0, most)
  const usual = ['/news-sitemap.xml', '/sitemap-news.xml', '/sitemap.xml', '/sitemap_index.xml']
  const all = [...named.map(([, address]) => address!), ...usual].flatMap((address) => webAddress(address, url) ?? [])
  return [...new Set(all)].slice(0, most)
}

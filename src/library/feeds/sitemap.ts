import type { Feed, FeedEntry } from './feed.ts'
import { address, all, date, elementOf, plain, text } from './fields.ts'
import type { Element } from './fields.ts'
import { mostEntries } from './syndication.ts'
import type { Node } from './xml.ts'

/** Reads a sitemap (sitemaps.org 0.9), with the titles and dates of Google's news sitemaps; an index gives its sitemaps. */
export function parseSitemap(root: Node, url: string): Feed {
  const outer = elementOf(root, { base: url, lang: null })
  const places = all(outer, root.name === 'urlset' ? 'url' : 'sitemap').slice(0, mostEntries)
  const entries = places.flatMap((place) => entryOf(elementOf(place, outer)) ?? [])
  return { kind: 'sitemap', title: null, homepage: null, self: null, lang: null, ttl: null, entries }
}

/** Whether a sitemap's text is an index: its entries are sitemaps, never articles. */
export function isSitemapIndex(text: string): boolean {
  return /<(?:\w+:)?sitemapindex[\s>]/i.test(text.slice(0, 10_000))
}

function entryOf(place: Element): FeedEntry | null {
  const url = address(place, 'loc')
  if (url === null) return null
  const newsNode = all(place, 'news:news')[0]
  const news = newsNode === undefined ? null : elementOf(newsNode, place)
  return {
    url,
    id: null,
    title: news && text(news, 'news:title'),
    published: news && date(news, 'news:publication_date'),
    updated: date(place, 'lastmod'),
    author: news && plain(news, 'news:author'),
    summary: null
  }
}

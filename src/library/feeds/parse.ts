import type { Feed } from './feed.ts'
import { parseJsonFeed } from './json-feed.ts'
import { parseSitemap } from './sitemap.ts'
import { parseSyndication } from './syndication.ts'
import { childrenOf, readXml } from './xml.ts'
import type { Node } from './xml.ts'

/** How far down a root may stand: some feeds are wrapped in another element, or follow an error message. */
const deepestRoot = 3
const mostLooked = 1000

/**
 * Reads RSS 0.9x and 2.0, RDF (RSS 0.9 and 1.0), Atom 0.3 and 1.0, JSON Feed 1.x, sitemaps, news sitemaps and sitemap
 * indexes (whose entries are the sitemaps); null where the text is none of them. `url` is where it came from: relative
 * links start there. Reads what real feeds hold rather than what they should. At most 5,000 entries and 4 million
 * characters are read, entities are never expanded, and no text takes longer than its length accounts for.
 */
export function parseFeed(text: string, { url }: { readonly url: string }): Feed | null {
  if (/^[\s\uFEFF]*[{[]/.test(text.slice(0, 1000))) return parseJsonFeed(text, url)
  const root = rootOf(readXml(text))
  if (root === null) return null
  if (root.name === 'urlset' || root.name === 'sitemapindex') return parseSitemap(root, url)
  return parseSyndication(root, url)
}

const roots = new Set(['rss', 'rdf', 'feed', 'urlset', 'sitemapindex', 'channel'])

/** The element that makes it a feed. A page of HTML is none, even where it holds an element of such a name. */
function rootOf(document: Node): Node | null {
  let level: readonly Node[] = [document]
  for (let depth = 0; depth < deepestRoot; depth += 1) {
    level = level.flatMap((node) => childrenOf(node).slice(0, mostLooked)).slice(0, mostLooked)
    if (depth === 0 && level.some(({ name }) => name === 'html' || name === 'body')) return null
    const root = level.find(({ name }) => roots.has(name))
    if (root !== undefined) return root
  }
  return null
}

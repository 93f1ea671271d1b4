import { parseFeed as parse } from 'feedsmith'
import type { Feed } from './feed.ts'

export function parseFeed(text: string, { url }: { readonly url: string }): Feed | null {
  try {
    const { format, feed } = parse(text) as { format: string; feed: Record<string, unknown> & { items?: Record<string, unknown>[] } }
    const entries = (feed.items ?? []).map((item) => ({
      url: String(item['link']),
      id: null,
      title: String(item['title']),
      published: null,
      updated: null,
      author: null,
      summary: null
    }))
    return { kind: format as 'rss', title: String(feed['title']), homepage: url, self: null, lang: null, ttl: null, entries }
  } catch {
    return null
  }
}

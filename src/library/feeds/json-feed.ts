import { webAddress } from '../address/web-address.ts'
import { feedDate } from './dates.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { oneLine, plainText } from './plain-text.ts'
import { mostEntries } from './syndication.ts'

const longest = 20_000_000

/** Reads a JSON Feed (jsonfeed.org, 1 and 1.1); null where the text is no JSON or says nothing of being a feed. */
export function parseJsonFeed(text: string, url: string): Feed | null {
  const feed = objectIn(text.replace(/^[\s\uFEFF]+/, ''))
  if (feed === null || !Array.isArray(feed['items'])) return null
  const isFeed = String(feed['version']).includes('jsonfeed.org') || typeof feed['feed_url'] === 'string'
  if (!isFeed && typeof feed['home_page_url'] !== 'string' && typeof feed['title'] !== 'string') return null
  const items: readonly unknown[] = feed['items'].slice(0, mostEntries)
  return {
    kind: 'json',
    title: plain(feed['title']),
    homepage: link(feed['home_page_url'], url),
    self: link(feed['feed_url'], url),
    lang: plain(feed['language']),
    ttl: null,
    entries: items.flatMap((item) => (isObject(item) ? (entryOf(item, url) ?? []) : []))
  }
}

type Values = Readonly<Record<string, unknown>>

function objectIn(text: string): Values | null {
  if (text.length > longest) return null
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function entryOf(item: Values, base: string): FeedEntry | null {
  const id = typeof item['id'] === 'number' ? String(item['id']) : plain(item['id'])
  const own = link(item['url'], base) ?? (id !== null && /^https?:\/\//i.test(id) ? webAddress(id) : null)
  const url = own ?? link(item['external_url'], base)
  if (url === null) return null
  return {
    url,
    id,
    title: marked(item['title']),
    published: dated(item['date_published']),
    updated: dated(item['date_modified']),
    author: authors(item),
    summary: marked(item['summary']) ?? plain(item['content_text']) ?? marked(item['content_html'])
  }
}

function authors(item: Values): string | null {
  const list: readonly unknown[] = Array.isArray(item['authors']) ? item['authors'].slice(0, 20) : [item['author']]
  const names = list.flatMap((each) => (isObject(each) ? (plain(each['name']) ?? []) : []))
  return names.length === 0 ? null : names.join(', ')
}

function plain(value: unknown): string | null {
  return typeof value === 'string' ? oneLine(value) || null : null
}

function marked(value: unknown): string | null {
  return typeof value === 'string' ? plainText(value) || null : null
}

function dated(value: unknown): string | null {
  return typeof value === 'string' ? feedDate(value) : null
}

function link(value: unknown, base: string): string | null {
  return typeof value === 'string' ? webAddress(value, base) : null
}

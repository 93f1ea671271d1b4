import { webAddress } from '../address/web-address.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { address, all, author, date, elementOf, plain, related, text } from './fields.ts'
import type { Element } from './fields.ts'
import { childrenOf } from './xml.ts'
import type { Node } from './xml.ts'

export const mostEntries = 5000

/** Reads the root of an RSS, RDF or Atom feed; null where it holds no channel or feed at all. */
export function parseSyndication(root: Node, url: string): Feed | null {
  const outer = elementOf(root, { base: url, lang: null })
  const channel = all(outer, 'channel')[0]
  const head = channel === undefined ? outer : elementOf(channel, outer)
  const items = [...all(head, 'item'), ...all(head, 'entry'), ...rest(outer, head)]
  const entries = items.slice(0, mostEntries).flatMap((node) => entryOf(elementOf(node, head)) ?? [])
  return {
    kind: root.name === 'feed' ? 'atom' : root.name === 'rdf' ? 'rdf' : 'rss',
    title: text(head, 'title', 'dc:title'),
    homepage: homepageOf(head),
    self: related(head, 'self'),
    lang: langOf(head),
    ttl: ttlOf(head),
    entries
  }
}

/** RDF keeps its items beside the channel; so do feeds that close their channel too early. */
function rest(outer: Element, head: Element): readonly Node[] {
  return outer === head ? [] : [...all(outer, 'item'), ...all(outer, 'entry')]
}

function homepageOf(head: Element): string | null {
  const links = all(head, 'link').some((link) => childrenOf(link).length === 0 && !link.attributes.has('href'))
  return (links ? address(head, 'link') : null) ?? related(head, 'alternate') ?? linkless(head)
}

/** The links of CDF, and of a feed that gives its address as nothing but its own id. */
function linkless({ node, base }: Element): string | null {
  const href = node.attributes.get('href')
  return href === undefined ? null : webAddress(href, base)
}

function langOf(head: Element): string | null {
  const said = plain(head, 'language', 'dc:language') ?? head.lang
  const tag = said?.trim().replaceAll('_', '-') ?? ''
  return /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4}$/i.test(tag) ? tag : null
}

const periods: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600
}

/** RSS gives minutes; the syndication module a period and how often in it. */
function ttlOf(head: Element): number | null {
  const minutes = Number.parseInt(plain(head, 'ttl') ?? '', 10)
  if (minutes > 0) return Math.min(minutes, periods['yearly']!)
  const period = periods[plain(head, 'sy:updateperiod')?.toLowerCase() ?? '']
  const frequency = Number.parseInt(plain(head, 'sy:updatefrequency') ?? '1', 10)
  return period === undefined ? null : Math.max(1, Math.round(period / (frequency > 0 ? frequency : 1)))
}

function entryOf(entry: Element): FeedEntry | null {
  const id = plain(entry, 'guid', 'id') ?? entry.node.attributes.get('rdf:about') ?? null
  const url = linkOf(entry)
  if (url === null) return null
  return {
    url,
    id,
    title: text(entry, 'title', 'dc:title', 'media:title', 'itunes:title'),
    published: date(entry, 'published', 'issued', 'dcterms:issued', 'pubdate', 'dc:date', 'dcterms:created', 'created'),
    updated: date(entry, 'updated', 'modified', 'dcterms:modified', 'lastmod'),
    author: author(entry),
    summary: text(
      entry,
      'summary',
      'description',
      'dc:description',
      'itunes:summary',
      'content:encoded',
      'content',
      'xhtml:body',
      'body',
      'fullitem',
      'xhtml:div'
    )
  }
}

/** Where the entry leads: past FeedBurner's own counter where it tells, to a guid where nothing says it is no address. */
function linkOf(entry: Element): string | null {
  const burned = address(entry, 'feedburner:origlink')
  return burned ?? writtenLink(entry) ?? related(entry, 'alternate') ?? permalink(entry) ?? about(entry)
}

function writtenLink(entry: Element): string | null {
  const written = all(entry, 'link').some((link) => !link.attributes.has('href'))
  return written ? address(entry, 'link') : null
}

function permalink(entry: Element): string | null {
  const guid = all(entry, 'guid', 'id')[0]
  if (guid === undefined || guid.attributes.get('ispermalink')?.toLowerCase() === 'false') return null
  const id = plain(entry, 'guid', 'id') ?? ''
  const isAddress = /^https?:\/\//i.test(id) || guid.attributes.get('ispermalink')?.toLowerCase() === 'true'
  return isAddress ? webAddress(id, entry.base) : null
}

function about(entry: Element): string | null {
  const named = entry.node.attributes.get('rdf:about') ?? entry.node.attributes.get('href')
  return named === undefined ? null : webAddress(named, entry.base)
}

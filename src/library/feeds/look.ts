import type { FoundArticle, FoundFeed, Looked, LookProblem } from '../../contract/tracking.ts'
import type { Page } from '../../domain/page.ts'
import { firstText } from '../../domain/revision.ts'
import { addressesIn } from '../address/addresses-in.ts'
import { canonicalAddress } from '../address/canonical.ts'
import { extractorVersion } from '../extract/read-page.ts'
import { decodePage } from '../fetch/decode.ts'
import type { Answered, Fetch } from '../fetch/fetched.ts'
import { discover } from './discover.ts'
import type { Feed } from './feed.ts'
import type { LookCache, SeenPage } from './look-cache.ts'
import { dailyOf } from './new-entries.ts'
import { parseFeed } from './parse.ts'

export { LookCache } from './look-cache.ts'

export interface LookOptions {
  readonly fetch: Fetch
  /** The page as it was read, perhaps by a browser; null where it could not be. */
  readonly readPage: (answered: Answered) => Promise<ReadPage | null>
  /** The article or feed of the library at an address. */
  readonly known: (url: string) => number | null
  readonly knownFeed: (url: string) => number | null
  readonly cache: LookCache
}

/** A page, and what it was read from where that is not what was fetched: then following it asks anew. */
export interface ReadPage {
  readonly page: Page
  readonly isShown: boolean
}

const atOnce = 8
const mostFeeds = 6

/** Looks at every address in a text and says what is there, in the order of the text. Stores nothing but in the cache. */
export async function look(text: string, options: LookOptions): Promise<readonly Looked[]> {
  const addresses = addressesIn(text)
  const looked: Looked[] = []
  let next = 0
  const work = async (): Promise<void> => {
    for (let at = next++; at < addresses.length; at = next++) looked[at] = await lookAtOne(addresses[at]!, options)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, addresses.length) }, work))
  return looked
}

async function lookAtOne(address: string, options: LookOptions): Promise<Looked> {
  const nothing = { address, article: null, feeds: [] }
  const fetched = await options.fetch({ url: address, trusted: true, as: 'page' })
  if (fetched.kind === 'failed')
    return { ...nothing, problem: { code: fetched.failure, detail: fetched.detail, status: fetched.status } }
  const text = decodePage(fetched.body, fetched.headers['content-type'] ?? null).text
  const feed = fetched.status === 200 ? parseFeed(text, { url: fetched.finalUrl }) : null
  if (feed !== null) return { ...nothing, feeds: [foundFeed(feed, fetched, options)], problem: null }
  const read = await options.readPage(fetched)
  const page = read?.page ?? null
  const feeds = fetched.status === 200 ? await feedsOf(text, fetched.finalUrl, options) : []
  const isFound = read?.page.kind === 'article' && fetched.status < 400
  const article = isFound ? foundArticle(read, fetched, options) : null
  return { address, article, feeds, problem: article === null ? problemOf(page, fetched.status) : null }
}

function problemOf(page: Page | null, status: number): LookProblem {
  const ofStatus = status === 404 || status === 410 ? 'gone' : status === 401 || status === 403 ? 'blocked' : status === 429 ? 'rate-limited' : status >= 400 ? 'server-error' : null // prettier-ignore
  const ofPage = page === null || page.kind === 'article' ? 'not-an-article' : page.kind
  return { code: ofStatus ?? ofPage, detail: '', status }
}

function foundFeed(feed: Feed, { finalUrl, at }: Answered, options: LookOptions): FoundFeed {
  const url = canonicalAddress(finalUrl)
  options.cache.keep(url, { feed })
  const daily = dailyOf(feed.entries, Date.parse(at))
  const title = feed.title ?? new URL(url).host
  return {
    kind: 'feed',
    url,
    title,
    format: feed.kind,
    entries: feed.entries.length,
    daily,
    known: options.knownFeed(url)
  }
}

function foundArticle({ page, isShown }: ReadPage, answered: Answered, options: LookOptions): FoundArticle {
  const { canonicalUrl, content, words, published } = page
  const url = canonicalAddress(canonicalUrl ?? answered.finalUrl)
  if (!isShown && page.nextPages.length === 0) options.cache.keep(url, { page: seenOf(answered, page) })
  return {
    kind: 'article',
    url,
    headline: firstText(content, 'headline') ?? url,
    site: page.site ?? new URL(url).host,
    paragraphs: content.blocks.filter(({ kind }) => kind === 'paragraph').length,
    words,
    published,
    byline: firstText(content, 'byline'),
    known: options.known(url) ?? options.known(canonicalAddress(answered.finalUrl))
  }
}

function seenOf(answered: Answered, page: Page): SeenPage {
  const { at, url, finalUrl, status, headers, body, bodyHash, certificate } = answered
  const came = { at, url, finalUrl, status, headers, body, bodyHash, certificate }
  return { ...came, further: [], screenshot: null, page, unread: null, extractor: extractorVersion }
}

/** The feeds that a page names, each asked for once; one that does not answer as a feed is left out. */
async function feedsOf(html: string, url: string, options: LookOptions): Promise<readonly FoundFeed[]> {
  const { feeds } = discover(html, url)
  const found = await Promise.all(feeds.slice(0, mostFeeds).map((each) => feedAt(each.url, url, options)))
  const byUrl = new Map(found.flatMap((feed) => (feed === null ? [] : [[feed.url, feed] as const])))
  return [...byUrl.values()]
}

/** A page may name a feed of its own host, which a person named; any other is nobody's but the page's. */
async function feedAt(url: string, from: string, options: LookOptions): Promise<FoundFeed | null> {
  const trusted = new URL(url).host === new URL(from).host
  const fetched = await options.fetch({ url, trusted, as: 'feed' })
  if (fetched.kind === 'failed' || fetched.status !== 200) return null
  const { text } = decodePage(fetched.body, fetched.headers['content-type'] ?? null)
  const feed = parseFeed(text, { url: fetched.finalUrl })
  return feed === null ? null : foundFeed(feed, fetched, options)
}

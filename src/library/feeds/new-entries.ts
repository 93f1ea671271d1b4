import { articleKey, isHomePage } from '../address/key.ts'
import type { Feed, FeedEntry } from './feed.ts'

const day = 86_400_000
/** A time further ahead of now than this is a mistake, not an announcement. */
const ahead = day

/**
 * The entries that are articles to follow and not yet known, the newest first, `most` at most. `known` is asked with an
 * entry's `articleKey`. Entries without a time keep the feed's order, after those with one; the front page is no article.
 */
export function newEntries(
  feed: Feed,
  known: (key: string) => boolean,
  { now, most }: { readonly now: number; readonly most: number }
): readonly FeedEntry[] {
  const seen = new Set<string>()
  const fresh = feed.entries.filter(({ url }) => {
    const key = articleKey(url)
    if (seen.has(key) || isHomePage(url) || known(key)) return false
    seen.add(key)
    return true
  })
  const time = (entry: FeedEntry): number => timeOf(entry, now) ?? -Infinity
  const order = fresh.map((entry, at) => ({ entry, at, time: time(entry) }))
  order.sort((a, b) => (a.time === b.time ? a.at - b.at : b.time - a.time))
  return order.slice(0, Math.max(0, most)).map(({ entry }) => entry)
}

/** When an entry was published, or last changed where that is all it says; null where it does not say or lies ahead. */
function timeOf({ published, updated }: FeedEntry, now: number): number | null {
  const at = Date.parse(published ?? updated ?? '')
  return Number.isNaN(at) || at > now + ahead ? null : at
}

export interface Pacing {
  /** Minutes for which the feed itself, and its response, ask to be left alone; null or 0 where they do not. */
  readonly ttl: number | null
  readonly cacheMinutes: number | null
  readonly entries: readonly FeedEntry[]
  /** Milliseconds. */
  readonly now: number
}

const shortest = 5
const longest = 24 * 60
const usual = 60
const mostTimes = 20

/**
 * Minutes until a feed should be asked again: half the usual pause between its latest entries, longer where it has been
 * silent for longer, never less than the feed and its response ask for; between 5 minutes and 24 hours.
 */
export function feedInterval({ ttl, cacheMinutes, entries, now }: Pacing): number {
  const own = ownPace(entries, now) ?? usual
  const asked = Math.max(ttl ?? 0, cacheMinutes ?? 0, own)
  return Math.round(Math.min(longest, Math.max(shortest, asked)))
}

function ownPace(entries: readonly FeedEntry[], now: number): number | null {
  const times = timesOf(entries, now).slice(0, mostTimes)
  if (times.length < 3) return null
  const pauses = times.slice(1).map((at, index) => times[index]! - at).toSorted((a, b) => a - b) // prettier-ignore
  const silence = Math.max(0, now - times[0]!)
  return Math.max(pauses[Math.floor(pauses.length / 2)]! / 2, silence / 10) / 60_000
}

/** Articles a day, by the times of the entries of a feed; null where fewer than three have one. */
export function dailyOf(entries: readonly FeedEntry[], now: number): number | null {
  const times = timesOf(entries, now)
  if (times.length < 3) return null
  const days = Math.max(1 / 24, (times[0]! - times.at(-1)!) / day)
  return Math.round(((times.length - 1) / days) * 10) / 10
}

/** The times that entries have, the latest first. */
function timesOf(entries: readonly FeedEntry[], now: number): number[] {
  const times = entries.flatMap((entry) => timeOf(entry, now) ?? [])
  return times.filter((at) => at <= now).toSorted((a, b) => b - a)
}

import { articleKey } from '../address/key.ts'
import type { Feed, FeedEntry } from './feed.ts'

export const newEntries = (feed: Feed, known: (key: string) => boolean, { most }: { readonly now: number; readonly most: number }): FeedEntry[] =>
  feed.entries.filter(({ url }) => !known(articleKey(url))).slice(0, most)

export const feedInterval = (_: { readonly ttl: number | null; readonly cacheMinutes: number; readonly entries: readonly FeedEntry[]; readonly now: number }): number => 15

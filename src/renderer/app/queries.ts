import { QueryClient, useQuery } from '@tanstack/react-query'
import type { ListKey } from '../../contract/lists.ts'
import { failureOf, valueOf } from './ask.ts'
import { listId } from './place.ts'

export const keys = {
  counts: ['counts'] as const,
  /** A list in the order it had when it was opened; its rows, page by page; what has come to its top since. */
  list: (list: ListKey, sorting: number) => ['list', listId(list), sorting] as const,
  rows: (opening: number, page: number) => ['rows', opening, page] as const,
  top: (opening: number) => ['top', opening] as const,
  article: (article: number) => ['article', article] as const,
  timemap: (article: number) => ['timemap', article] as const,
  content: (revision: number) => ['content', revision] as const,
  compare: (older: number, newer: number) => ['compare', older, newer] as const,
  saved: ['saved'] as const,
  found: (text: string) => ['found-articles', text] as const,
  rowsOf: (articles: readonly number[]) => ['rows-of', ...articles] as const,
  deleted: ['deleted'] as const,
  storage: ['storage'] as const,
  theme: ['theme'] as const,
  background: ['background'] as const,
  keymap: ['keymap'] as const,
  checks: ['checks'] as const,
  trackings: ['tracking'] as const,
  tracking: (article: number) => ['tracking', article] as const,
  feeds: ['feeds'] as const,
  trackingSettings: ['tracking-settings'] as const,
  activities: ['activity'] as const,
  activity: (article: number | null) => ['activity', article] as const,
  captured: (revision: number) => ['captured', revision] as const,
  articleBytes: (article: number) => ['article-bytes', article] as const,
  notes: (article: number) => ['notes', article] as const,
  reviews: (article: number) => ['reviews', article] as const,
  twins: (revision: number) => ['twins', revision] as const,
  blames: ['blame'] as const,
  blame: (revision: number) => ['blame', revision] as const
}

/** Stored things never change by themselves: they are asked for again only when the library says so. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        retry: (failures, error) => failureOf(error).code === 'library-stopped' && failures < 50,
        retryDelay: 300
      },
      mutations: { networkMode: 'always' }
    }
  })
}

/** How many articles each list has; asked for every minute, because a change is recent only for a time. */
export function useCounts() {
  const queryFn = () => valueOf(window.palimpsest.library.counts({}))
  return useQuery({ queryKey: keys.counts, queryFn, refetchInterval: 60_000 })
}

/** An article's row; the list gives the one it has before it is asked for. */
export function useArticle(article: number | null) {
  return useQuery(askArticle(article))
}

export const askArticle = (article: number | null) => ({
  queryKey: keys.article(article ?? 0),
  queryFn: () => valueOf(window.palimpsest.library.article({ article: article ?? 0 })),
  enabled: article !== null
})

/** What waits to be deleted for good. */
export function useDeleted() {
  return useQuery({ queryKey: keys.deleted, queryFn: () => valueOf(window.palimpsest.library.recentlyDeleted({})) })
}

export function useTimemap(article: number) {
  return useQuery(askTimemap(article))
}

export const askTimemap = (article: number) => ({
  queryKey: keys.timemap(article),
  queryFn: () => valueOf(window.palimpsest.library.timemap({ article }))
})

export function useContent(revision: number | null) {
  return useQuery({
    queryKey: keys.content(revision ?? 0),
    queryFn: () => valueOf(window.palimpsest.library.content({ revision: revision ?? 0 })),
    enabled: revision !== null
  })
}

/** Where the words of a revision come from; for nobody where it is null. */
export function useBlame(revision: number | null) {
  return useQuery({
    queryKey: keys.blame(revision ?? 0),
    queryFn: () => valueOf(window.palimpsest.library.blame({ revision: revision ?? 0 })),
    enabled: revision !== null
  })
}

/** Two revisions compared. */
export function useComparison(pair: Pair | null) {
  return useQuery({ ...askComparison(pair ?? { older: 0, newer: 0 }), enabled: pair !== null })
}

export const askComparison = ({ older, newer }: Pair) => ({
  queryKey: keys.compare(older, newer),
  queryFn: () => valueOf(window.palimpsest.library.compare({ older, newer }))
})

interface Pair {
  readonly older: number
  readonly newer: number
}

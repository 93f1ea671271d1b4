import { QueryClient, useQuery } from '@tanstack/react-query'
import { failureOf, valueOf } from './ask.ts'

export const keys = {
  articles: ['articles'] as const,
  timemap: (article: number) => ['timemap', article] as const,
  content: (revision: number) => ['content', revision] as const,
  compare: (older: number, newer: number) => ['compare', older, newer] as const,
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

export function useArticles() {
  return useQuery({ queryKey: keys.articles, queryFn: () => valueOf(window.palimpsest.library.listArticles({})) })
}

export function useTimemap(article: number) {
  return useQuery({
    queryKey: keys.timemap(article),
    queryFn: () => valueOf(window.palimpsest.library.timemap({ article }))
  })
}

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
export function useComparison(pair: { readonly older: number; readonly newer: number } | null) {
  const { older, newer } = pair ?? { older: 0, newer: 0 }
  return useQuery({
    queryKey: keys.compare(older, newer),
    queryFn: () => valueOf(window.palimpsest.library.compare({ older, newer })),
    enabled: pair !== null
  })
}

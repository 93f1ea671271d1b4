import { QueryClient, useQueries, useQuery } from '@tanstack/react-query'
import type { Content } from '../../domain/revision.ts'
import { failureOf, valueOf } from './ask.ts'

export const keys = {
  articles: ['articles'] as const,
  timemap: (article: number) => ['timemap', article] as const,
  content: (revision: number) => ['content', revision] as const,
  compare: (older: number, newer: number) => ['compare', older, newer] as const
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

const askContent = (revision: number) => ({
  queryKey: keys.content(revision),
  queryFn: () => valueOf(window.palimpsest.library.content({ revision }))
})

export function useContent(revision: number | null) {
  return useQuery({ ...askContent(revision ?? 0), enabled: revision !== null })
}

/** The texts of several revisions, where all have arrived. */
export function useContents(revisions: readonly number[]): readonly Content[] | null {
  return useQueries({
    queries: revisions.map(askContent),
    combine: (results) => {
      const contents = results.flatMap((result) => result.data ?? [])
      return contents.length === results.length ? contents : null
    }
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

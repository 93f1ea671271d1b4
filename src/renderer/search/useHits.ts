import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { SearchCursor, SearchHit } from '../../contract/search.ts'
import { valueOf } from '../app/ask.ts'
import { requestOf, type Searching } from './searching.ts'

/** Nobody types faster than this for long: what is asked meanwhile would only be thrown away. */
const settling = 40
/** A list with fewer hits than this goes on by itself, so often at most. */
const enough = 20
const mostPages = 40

export interface Hits {
  readonly hits: readonly SearchHit[]
  /** Articles to be found in all, and whether they were counted. */
  readonly total: number
  readonly exact: boolean
  readonly searched: number
  readonly waiting: number
  readonly damaged: number
  /** These hits are of what was searched for before. */
  readonly isOld: boolean
  /** Nothing was found, and nothing is left to look through. */
  readonly isEmpty: boolean
  readonly more: () => void
}

/** The hits for what is typed, page by page; null until the first have arrived. */
export function useHits({ text, scope, filters, sort }: Searching) {
  const asked = useSettled(text.trim(), settling)
  const query = useInfiniteQuery({
    queryKey: ['search', asked, scope, filters, sort],
    queryFn: ({ pageParam }) =>
      valueOf(
        window.palimpsest.library.search({
          ...requestOf({ text: asked, scope, filters, sort }, Date.now()),
          after: pageParam
        })
      ),
    initialPageParam: null as SearchCursor | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    staleTime: 0,
    enabled: asked !== ''
  })
  const { data, isFetching, hasNextPage, isPlaceholderData, fetchNextPage } = query
  const pages = data?.pages
  const hits = useMemo(() => distinct((pages ?? []).flatMap((page) => page.hits)), [pages])
  const goesOn = hasNextPage && !isFetching && hits.length < enough && (pages?.length ?? 0) < mostPages
  useEffect(() => {
    if (goesOn) void fetchNextPage()
  }, [goesOn, fetchNextPage])
  const first = pages?.[0]
  const isOld = isPlaceholderData || asked !== text.trim()
  const found: Hits | null =
    first === undefined
      ? null
      : {
          hits,
          total: hasNextPage ? Math.max(first.total, hits.length) : hits.length,
          exact: !hasNextPage || first.exact,
          searched: first.searched,
          waiting: first.waiting,
          damaged: pages?.reduce((sum, page) => sum + page.damaged, 0) ?? 0,
          isOld,
          isEmpty: !isOld && hits.length === 0 && !hasNextPage && !isFetching,
          more: () => {
            if (hasNextPage && !isFetching) void fetchNextPage()
          }
        }
  return {
    found,
    isFetching: isFetching || asked !== text.trim(),
    error: query.error,
    retry: () => void query.refetch()
  }
}

/** An article that changed between two pages may come in both. */
function distinct(hits: readonly SearchHit[]): readonly SearchHit[] {
  return [...new Map(hits.toReversed().map((hit) => [hit.article.id, hit])).values()].toReversed()
}

/** A value once it has not changed for a moment; at once where it was empty. */
function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return value === '' ? '' : settled
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Checks } from '../../contract/tracking.ts'
import { valueOf } from '../app/ask.ts'
import { keys } from '../app/queries.ts'

/** What is checked at present; undefined until it is known, and where nothing can be checked. */
export function useChecks(): Checks | undefined {
  return useQuery({ queryKey: keys.checks, queryFn: () => valueOf(window.palimpsest.library.checks({})), retry: false })
    .data
}

const noArticles: ReadonlySet<number> = new Set<number>()

/** The articles that are being looked at; the same set for as long as those are the same. */
export function useBeingChecked(): ReadonlySet<number> {
  const checking = useChecks()?.checking ?? []
  const names = checking.join(' ')
  return useMemo(() => (names === '' ? noArticles : new Set(names.split(' ').map(Number))), [names])
}

/** Follows the checks for the whole window: what has ended may have changed what is known of an article or feed. */
export function useChecksNews(): void {
  const queries = useQueryClient()
  useEffect(() => {
    let last: number | undefined
    return window.palimpsest.onLibrary('checks', (checks) => {
      queries.setQueryData(keys.checks, checks)
      const newest = checks.finished[0]?.id
      if (newest === last) return
      last = newest
      for (const queryKey of [keys.trackings, keys.feeds, keys.activities]) void queries.invalidateQueries({ queryKey })
    })
  }, [queries])
}

/** How an article is followed; for nobody where it is null. */
export function useTracking(article: number | null) {
  return useQuery({
    queryKey: keys.tracking(article ?? 0),
    queryFn: () => valueOf(window.palimpsest.library.tracking({ article: article ?? 0 })),
    enabled: article !== null,
    retry: false,
    refetchInterval: ({ state }) => (state.data?.backfill?.running === true ? 1000 : false)
  })
}

export function useFeeds() {
  return useQuery({ queryKey: keys.feeds, queryFn: () => valueOf(window.palimpsest.library.feeds({})), retry: false })
}

export function useTrackingSettings() {
  return useQuery({
    queryKey: keys.trackingSettings,
    queryFn: () => valueOf(window.palimpsest.library.trackingSettings({})),
    staleTime: 0,
    retry: false
  })
}

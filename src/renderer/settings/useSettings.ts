import { useQueryClient } from '@tanstack/react-query'
import type { TrackingSettings } from '../../contract/tracking.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { keys } from '../app/queries.ts'
import { useTrackingSettings } from '../tracking/queries.ts'

/** The choices about checking, and what changes some of them; shown at once, and as they were where that failed. */
export function useSettings() {
  const queries = useQueryClient()
  const { tellFailure } = useActs()
  const { data, error, refetch } = useTrackingSettings()
  const change = async (some: Partial<TrackingSettings>) => {
    if (data === undefined) return
    const settings = { ...data, ...some }
    queries.setQueryData(keys.trackingSettings, settings)
    try {
      await valueOf(window.palimpsest.library.setTrackingSettings({ settings }))
    } catch (problem) {
      tellFailure(problem)
    }
    void queries.invalidateQueries({ queryKey: keys.trackingSettings })
    void queries.invalidateQueries({ queryKey: keys.checks })
  }
  return {
    settings: data,
    error,
    retry: () => void refetch(),
    change: (some: Partial<TrackingSettings>) => void change(some)
  }
}

import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { TwinPlace } from '../../contract/twins.ts'
import type { Comparison } from '../../domain/diff/comparison.ts'
import { editHashes } from '../../domain/edits/edit-hash.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { valueOf } from '../app/ask.ts'
import { usePlace } from '../app/PlaceContext.tsx'
import { keys } from '../app/queries.ts'

/** Of a long history only the newest versions are asked about. */
const mostVersions = 8

/** Where else each edit was made, by its position; other articles only, each once, where it was made first. */
export function useTwins(
  { hunks, edits }: Comparison,
  between: readonly RevisionInfo[],
  article: number
): ReadonlyMap<number, readonly TwinPlace[]> {
  const asked = between.filter(({ change }) => change?.minor === false).slice(-mostVersions)
  const answers = useQueries({
    queries: asked.map(({ id }) => ({
      queryKey: keys.twins(id),
      queryFn: () => valueOf(window.palimpsest.library.twins({ revision: id }))
    })),
    combine: (results) => results.flatMap(({ data }) => data ?? [])
  })
  return useMemo(() => {
    const places = new Map(answers.map((twin) => [twin.hash, elsewhere(twin.places, article)]))
    if (places.size === 0) return new Map<number, readonly TwinPlace[]>()
    const hashes = editHashes({ hunks, edits })
    return new Map(hashes.map((hash, edit) => [edit, hash === null ? [] : (places.get(hash) ?? [])]))
  }, [answers, hunks, edits, article])
}

/** Places in other articles, the first of each. */
function elsewhere(places: readonly TwinPlace[], article: number): readonly TwinPlace[] {
  const firsts = new Map<number, TwinPlace>()
  for (const place of places)
    if (place.article !== article && !firsts.has(place.article)) firsts.set(place.article, place)
  return [...firsts.values()]
}

/** The places of all edits of a row, each article once. */
export function twinsOfRow(
  twins: ReadonlyMap<number, readonly TwinPlace[]>,
  edits: readonly number[]
): readonly TwinPlace[] {
  const places = new Map(
    edits.flatMap((edit) => (twins.get(edit) ?? []).map((place) => [place.article, place] as const))
  )
  return [...places.values()]
}

/** Opens an article at the version that made an edit, against the one before. */
export function useOpenTwin(): (place: TwinPlace) => Promise<void> {
  const { place: current, go } = usePlace()
  const cache = useQueryClient()
  return async ({ article, revision }) => {
    const { revisions } = await cache.fetchQuery({
      queryKey: keys.timemap(article),
      queryFn: () => valueOf(window.palimpsest.library.timemap({ article }))
    })
    const at = revisions.findIndex(({ id }) => id === revision)
    const older = revisions[at - 1]
    if (older !== undefined) go({ type: 'pair', article, pair: { older: older.id, newer: revision } })
    go({ type: 'open', article, unseen: current.unseenAtOpening[article] ?? 0, show: true })
  }
}

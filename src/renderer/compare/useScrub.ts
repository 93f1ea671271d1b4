import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { askComparison } from '../app/queries.ts'
import type { Ends } from '../timeline/pairs.ts'
import { Scrubber, type Pair, type Scrubbed } from './scrubber.ts'

/** So long the same two versions are open before others are prepared. */
const rest = 350
/** What takes longer to compare than this is not compared on the chance that somebody wants it. */
const dear = 200

/** What follows a handle that is held. `near` is what one step from here leads to: it is made ready beforehand. */
export function useScrub(scrubbed: Scrubbed & { readonly near: readonly Ends[] }): (ends: Ends | null) => void {
  const cache = useQueryClient()
  const [scrubber] = useState(() => new Scrubber(cache))
  useLayoutEffect(() => scrubber.of(scrubbed))
  usePrepared(scrubbed.near.flatMap((ends) => scrubbed.pairOf(ends) ?? []))
  return useCallback((ends) => scrubber.hold(ends), [scrubber])
}

/** Once nothing moves any more, compares what is next to the two versions, one pair after the other. */
function usePrepared(pairs: readonly Pair[]): void {
  const cache = useQueryClient()
  const wanted = pairs.map(({ older, newer }) => `${older} ${newer}`).join(',')
  useEffect(() => {
    let isOver = false
    const prepare = async () => {
      for (const pair of wanted.split(',').filter((one) => one !== '')) {
        const [older = 0, newer = 0] = pair.split(' ').map(Number)
        const begun = performance.now()
        await cache.prefetchQuery(askComparison({ older, newer }))
        if (isOver || performance.now() - begun > dear) return
      }
    }
    const timer = setTimeout(() => void prepare(), rest)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [cache, wanted])
}

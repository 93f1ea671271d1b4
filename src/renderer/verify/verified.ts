import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { LastVerified } from '../../contract/verifying.ts'
import type { Finding } from '../../domain/verification.ts'
import { valueOf } from '../app/ask.ts'

const key = ['last-verified'] as const

/** What was found last, and anew whenever the library was verified. */
export function useLastVerified(): LastVerified | null {
  const queries = useQueryClient()
  useEffect(
    () =>
      window.palimpsest.onLibrary('verified', (result) => {
        const before = queries.getQueryData<LastVerified>(key) ?? { all: null, newest: null }
        if (result.scope === 'all') queries.setQueryData<LastVerified>(key, { ...before, all: result })
        if (result.scope === 'newest') queries.setQueryData<LastVerified>(key, { ...before, newest: result })
      }),
    [queries]
  )
  const asked = useQuery({ queryKey: key, queryFn: () => valueOf(window.palimpsest.library.lastVerified({})) })
  return asked.data ?? null
}

/** What is known to be broken: by the last walk through everything, and by a later look at the newest versions. */
export function knownDamage({ all, newest }: LastVerified): readonly Finding[] {
  const whole = all?.findings ?? []
  const isNews = newest !== null && (all === null || newest.startedAt > all.endedAt)
  const named = new Set(whole.map(({ article }) => article?.id))
  return [...whole, ...(isNews ? newest.findings.filter(({ article }) => !named.has(article?.id)) : [])]
}

export interface Progress {
  readonly done: number
  readonly total: number
}

/** How far the walk through the whole library is; null before it says so. */
export function useProgress(): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(() => window.palimpsest.onLibrary('verifying', setProgress), [])
  return progress
}

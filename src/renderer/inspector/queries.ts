import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { valueOf } from '../app/ask.ts'
import { keys } from '../app/queries.ts'

/** How a version came here. */
export function useCaptured(revision: number) {
  return useQuery({
    queryKey: keys.captured(revision),
    queryFn: () => valueOf(window.palimpsest.library.captured({ revision }))
  })
}

/** Whether a version is what was stored, looked at whenever it is shown; going quickly past it asks for nothing. */
export function useVersionVerified(revision: number) {
  const settled = useSettled(revision)
  return useQuery({
    queryKey: ['verified-version', revision],
    queryFn: () => valueOf(window.palimpsest.library.verifyVersion({ revision })),
    enabled: settled === revision,
    staleTime: 0,
    retry: false
  })
}

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 250)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

export function useArticleBytes(article: number) {
  return useQuery({
    queryKey: keys.articleBytes(article),
    queryFn: () => valueOf(window.palimpsest.library.articleBytes({ article }))
  })
}

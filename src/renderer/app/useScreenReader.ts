import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { valueOf } from './ask.ts'

const key = ['screen-reader'] as const

/** Whether the system says that a screen reader, or something like it, is used with the application; followed as it changes. */
export function useScreenReader(): boolean {
  const queries = useQueryClient()
  const runs = useQuery({ queryKey: key, queryFn: () => valueOf(window.palimpsest.shell.screenReader({})) })
  useEffect(() => window.palimpsest.onShell('screenReader', (now) => queries.setQueryData(key, now)), [queries])
  return runs.data ?? false
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useReadingPreferences } from '../ui/reading.ts'
import { valueOf } from './ask.ts'

const key = ['screen-reader'] as const

/** Whether the system says that a screen reader, or something like it, is used with the application. */
function useScreenReader(): boolean {
  const queries = useQueryClient()
  const runs = useQuery({ queryKey: key, queryFn: () => valueOf(window.palimpsest.shell.screenReader({})) })
  useEffect(() => window.palimpsest.onShell('screenReader', (now) => queries.setQueryData(key, now)), [queries])
  return runs.data ?? false
}

/** Whether `removed:` and `added:` are said inside the text: as the reader chose, or because a screen reader runs. */
export function useSpokenMarks(): boolean {
  const [{ spokenMarks }] = useReadingPreferences()
  const runs = useScreenReader()
  return spokenMarks === 'system' ? runs : spokenMarks === 'on'
}

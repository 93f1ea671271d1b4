import { useQuery } from '@tanstack/react-query'
import { createContext } from 'react'
import { valueOf } from '../app/ask.ts'
import type { SpokenMarks as Wish } from '../ui/reading.ts'

/** Whether `removed:` and `added:` are said inside the text. */
export const SpokenMarks = createContext(false)

/** What the reader asked for; else whether a screen reader runs. */
export function useSpoken(wish: Wish): boolean {
  const heard = useQuery({
    queryKey: ['screen-reader'],
    queryFn: () => valueOf(window.palimpsest.shell.screenReader({})),
    enabled: wish === 'system',
    refetchOnWindowFocus: true
  })
  return wish === 'on' || (wish === 'system' && heard.data === true)
}

import { createContext, use, useEffect, useMemo, useRef, useState } from 'react'
import type { Timemap } from '../../../domain/timemap.ts'
import { usePlace } from '../../app/PlaceContext.tsx'
import { findAnchor } from '../anchor.ts'
import type { Shown } from '../useShown.ts'

/** Where to go in a comparison: to the words as they stand in the newer version, or stood in the older one. */
interface Goal {
  readonly older: number
  readonly newer: number
  readonly text: string
}

interface Blaming {
  /** The one shade that is not dimmed; null for all. */
  readonly only: number | null
  readonly choose: (shade: number | null) => void
  /** Compares two versions, by index, and goes to where the words are. */
  readonly compare: (goal: Goal) => void
}

export const BlameContext = createContext<Blaming | null>(null)

export function useBlaming(): Blaming {
  const blaming = use(BlameContext)
  if (blaming === null) throw new Error('useBlaming outside its reader')
  return blaming
}

/** What the legend, the text and the reader around them share while words are followed to where they come from. */
export function useBlamingReader(timemap: Timemap, shown: Shown | null, jumpTo: (key: string) => void): Blaming {
  const { go } = usePlace()
  const { article, revisions } = timemap
  const [only, choose] = useState<number | null>(null)
  const goal = useRef<Goal | null>(null)
  const jump = useRef(jumpTo)
  useEffect(() => {
    jump.current = jumpTo
  })
  useEffect(() => {
    const aim = goal.current
    if (aim === null || shown === null || !('answer' in shown)) return
    if (shown.view !== 'inline' || shown.ends.older !== aim.older || shown.ends.newer !== aim.newer) return
    goal.current = null
    const key = rowOf(aim, shown)
    if (key !== null) jump.current(key)
  }, [shown])
  return useMemo(
    () => ({
      only,
      choose,
      compare: (aim) => {
        const [older, newer] = [revisions[aim.older], revisions[aim.newer]]
        if (older === undefined || newer === undefined) return
        goal.current = aim
        go({ type: 'pair', article: article.id, pair: { older: older.id, newer: newer.id } })
        go({ type: 'view', view: 'inline' })
      }
    }),
    [only, revisions, article.id, go]
  )
}

/** The row that has the words, or had them; else the one most like them. */
function rowOf({ text }: Goal, { rows }: Extract<Shown, { answer: object }>): string | null {
  const words = text.trim()
  const changed = rows.filter((row) => row.kind !== 'same')
  const has = changed.find((row) => row.text.includes(words)) ?? changed.find((row) => row.before?.text.includes(words))
  if (has !== undefined) return has.key
  const placed = changed.map((row) => ({ key: row.key, text: row.block.text }))
  return findAnchor({ text: words, index: 0, offset: 0 }, placed)
}

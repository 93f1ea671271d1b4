import { useMemo, useState } from 'react'
import type { ComparisonAnswer } from '../../contract/contract.ts'
import type { Content } from '../../domain/revision.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { isSingle, type ComparingView, type SingleView, type View } from '../app/place.ts'
import { useComparison, useContent } from '../app/queries.ts'
import type { Ends } from '../timeline/pairs.ts'
import { useReadingPreferences } from '../ui/reading.ts'
import { differingBlocks, readingRows, rowsOf, type Row } from './rows.ts'

/** What the text pane draws: two versions as one, or one alone. */
export type Shown =
  | {
      readonly view: ComparingView
      readonly ends: Ends
      readonly rows: readonly Row[]
      readonly answer: ComparisonAnswer
    }
  | { readonly view: SingleView; readonly ends: Ends; readonly rows: readonly Row[]; readonly content: Content }

export interface Showing {
  /** The newest text that has arrived: until the next is there the last one stays. */
  readonly shown: Shown | null
  readonly waiting: boolean
  readonly error: Error | null
  readonly retry: () => void
}

/** The text of a view and two ends. A version read alone is compared with the one before, for its gutter. */
export function useShown(view: View, ends: Ends, revisions: readonly RevisionInfo[]): Showing {
  const isFirst = isSingle(view) && ends.newer === 0
  const older = revisions[isSingle(view) ? ends.newer - 1 : ends.older]
  const newer = revisions[ends.newer]
  const pair = isFirst || older === undefined || newer === undefined ? null : { older: older.id, newer: newer.id }
  const comparison = useComparison(pair)
  const content = useContent(isFirst ? (newer?.id ?? null) : null)
  const { older: from, newer: to } = ends
  const [{ hideMinor }] = useReadingPreferences()
  const fresh = useMemo(() => {
    const ends = { older: from, newer: to }
    const [answer, alone] = isFirst ? [null, content.data] : [comparison.data, undefined]
    return shownOf(view, { ends, hideMinor }, answer, alone)
  }, [view, from, to, hideMinor, isFirst, comparison.data, content.data])
  const [held, setHeld] = useState({ shown: fresh, of: revisions })
  if (fresh !== null && (fresh !== held.shown || held.of !== revisions)) setHeld({ shown: fresh, of: revisions })
  const asked = isFirst ? content : comparison
  return {
    shown: fresh ?? reseated(held.shown, held.of, revisions),
    waiting: fresh === null,
    error: asked.error,
    retry: () => void asked.refetch()
  }
}

/** What is shown until the next has arrived, among versions of which some may have come or gone meanwhile. */
export function reseated(
  shown: Shown | null,
  of: readonly RevisionInfo[],
  revisions: readonly RevisionInfo[]
): Shown | null {
  if (shown === null || of === revisions) return shown
  const at = (index: number) => revisions.findIndex(({ id }) => id === of[index]?.id)
  const ends = { older: at(shown.ends.older), newer: at(shown.ends.newer) }
  return ends.newer < 0 || (!isSingle(shown.view) && ends.older < 0) ? null : { ...shown, ends }
}

function shownOf(
  view: View,
  { ends, hideMinor }: { readonly ends: Ends; readonly hideMinor: boolean },
  answer: ComparisonAnswer | null | undefined,
  content: Content | undefined
): Shown | null {
  if (content !== undefined && isSingle(view)) return { view, ends, content, rows: readingRows(content, new Set()) }
  if (answer === null || answer === undefined) return null
  const rows = madeOnce(answer, isSingle(view) ? 'read' : hideMinor ? 'major' : 'all', () =>
    isSingle(view) ? readingRows(answer.newer, differingBlocks(answer.comparison)) : rowsOf(answer, hideMinor)
  )
  return isSingle(view) ? { view, ends, content: answer.newer, rows } : { view, ends, answer, rows }
}

/** Rows stay with the answer they are made of for as long as it is kept: back at two versions nothing is made anew. */
const made = new WeakMap<ComparisonAnswer, Map<string, readonly Row[]>>()

function madeOnce(answer: ComparisonAnswer, how: string, make: () => readonly Row[]): readonly Row[] {
  const ofAnswer = made.get(answer) ?? new Map<string, readonly Row[]>()
  made.set(answer, ofAnswer)
  const rows = ofAnswer.get(how) ?? make()
  ofAnswer.set(how, rows)
  return rows
}

import { useState } from 'react'
import type { Timemap } from '../../domain/timemap.ts'

export interface Settled {
  /** What the axis draws. */
  readonly timemap: Timemap
  /** Versions that were captured since and are not on it yet. */
  readonly fresh: number
}

/**
 * The history as it was when the article was opened: a version that is captured meanwhile moves nothing until the reader
 * asks for it, or opens it in another way. Any other change of the history is taken over at once.
 */
export function useSettled(timemap: Timemap, newer: number): Settled {
  const [held, setHeld] = useState(timemap)
  if (isWaiting(held, timemap, newer)) {
    return { timemap: held, fresh: timemap.revisions.length - held.revisions.length }
  }
  if (held !== timemap) setHeld(timemap)
  return { timemap, fresh: 0 }
}

/** Whether all that is new in a history are versions after those that are shown. */
export function isWaiting(held: Timemap, now: Timemap, newer: number): boolean {
  const known = held.revisions.length
  return (
    now.revisions.length > known &&
    newer < known &&
    known > 1 &&
    held.gaps.length === now.gaps.length &&
    held.revisions.every(({ id }, n) => id === now.revisions[n]?.id)
  )
}

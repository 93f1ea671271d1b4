import { useEffect, useRef } from 'react'
import type { Timemap } from '../../domain/timemap.ts'
import { usePlace } from '../app/PlaceContext.tsx'
import { isSingle, type View } from '../app/place.ts'
import { useScrub } from './useScrub.ts'
import { inBounds, movedBoth, neighbours, opening, withNewer, withOlder, type Ends } from '../timeline/pairs.ts'

export interface Reading {
  readonly view: View
  readonly single: boolean
  readonly ends: Ends
  readonly since: Ends | null
  readonly setView: (view: View) => void
  readonly setEnds: (ends: Ends) => void
  /** A handle is held over these; null once it is let go. */
  readonly onHeld: (ends: Ends | null) => void
  readonly keymap: Readonly<Record<string, () => void>>
}

/** Which versions of an article are open, and what moves them. */
export function useReading(timemap: Timemap): Reading {
  const { place, go } = usePlace()
  const { article, revisions } = timemap
  const versions = revisions.length
  const unseen = place.unseenAtOpening[article.id] ?? 0
  const view: View = versions < 2 && !isSingle(place.view) ? 'read' : place.view
  const single = isSingle(view)
  const start = opening(versions, unseen)
  const kept = place.pairs[article.id]
  const indexOf = (id: number | undefined, other: number) => {
    const index = revisions.findIndex((revision) => revision.id === id)
    return index < 0 ? other : index
  }
  const chosen = { older: indexOf(kept?.older, start.older), newer: indexOf(kept?.newer, start.newer) }
  const ends = single ? { ...chosen, newer: Math.min(versions - 1, chosen.newer) } : inBounds(chosen, versions)
  const since = unseen > 0 && unseen < versions ? { older: versions - unseen - 1, newer: versions - 1 } : null

  const setEnds = (next: Ends) => {
    const older = revisions[Math.max(0, next.older)]
    const newer = revisions[next.newer]
    if (older === undefined || newer === undefined) return
    go({ type: 'pair', article: article.id, pair: { older: older.id, newer: newer.id } })
  }
  // The two versions an article opens with stay open when another one is captured.
  const isChosen = kept !== undefined
  useEffect(() => {
    const [older, newer] = [revisions[ends.older], revisions[ends.newer]]
    if (isChosen || older === undefined || newer === undefined) return
    go({ type: 'pair', article: article.id, pair: { older: older.id, newer: newer.id } })
  }, [isChosen, article.id, revisions, ends.older, ends.newer, go])

  const pairOf = (next: Ends) => {
    const [older, newer] = [revisions[single ? next.newer - 1 : next.older], revisions[next.newer]]
    return older === undefined || newer === undefined ? null : { older: older.id, newer: newer.id }
  }
  const onHeld = useScrub({ pairOf, show: setEnds, near: nearTo(ends, single, versions) })
  const read = (newer: number) => setEnds({ ...ends, newer: Math.min(versions - 1, Math.max(0, newer)) })
  const newerTo = (by: number) => (single ? read(ends.newer + by) : setEnds(withNewer(ends, ends.newer + by, versions)))
  const pair = (next: Ends | null) => {
    if (next === null || versions < 2) return
    if (single) go({ type: 'view', view: 'inline' })
    setEnds(inBounds(next, versions))
  }
  const setView = (next: View) => go({ type: 'view', view: next })
  const whenTwo = (act: () => void) => () => {
    if (!single) act()
  }
  return {
    view,
    single,
    ends,
    since,
    setView,
    setEnds,
    onHeld,
    keymap: {
      ArrowLeft: () => newerTo(-1),
      ArrowRight: () => newerTo(1),
      'Shift+ArrowLeft': whenTwo(() => setEnds(withOlder(ends, ends.older - 1))),
      'Shift+ArrowRight': whenTwo(() => setEnds(withOlder(ends, ends.older + 1))),
      'Alt+ArrowLeft': whenTwo(() => setEnds(movedBoth(ends, -1, versions))),
      'Alt+ArrowRight': whenTwo(() => setEnds(movedBoth(ends, 1, versions))),
      '[': () => (single ? read(ends.newer - 1) : setEnds(neighbours(ends, -1, versions))),
      ']': () => (single ? read(ends.newer + 1) : setEnds(neighbours(ends, 1, versions))),
      l: () => pair({ older: versions - 2, newer: versions - 1 }),
      b: () => pair(since),
      a: () => pair({ older: 0, newer: versions - 1 })
    }
  }
}

/** What one step of a handle leads to. */
function nearTo(ends: Ends, single: boolean, versions: number): readonly Ends[] {
  if (single) return [1, -1].map((by) => ({ ...ends, newer: ends.newer + by }))
  const steps = [
    withNewer(ends, ends.newer + 1, versions),
    withNewer(ends, ends.newer - 1, versions),
    withOlder(ends, ends.older - 1),
    withOlder(ends, ends.older + 1)
  ]
  return steps.filter(({ older, newer }) => older !== ends.older || newer !== ends.newer)
}

/** A version counts as read when it has been open for two seconds. */
export function useMarkRead(timemap: Timemap, index: number, unseen: number): void {
  const revision = timemap.revisions[index]?.id
  // Looked at when a version is opened: marking it unread while it is open must not start the two seconds again.
  const isNew = useRef(false)
  useEffect(() => {
    isNew.current = index >= timemap.revisions.length - unseen
  })
  useEffect(() => {
    if (revision === undefined || !isNew.current) return
    const timer = setTimeout(() => void window.palimpsest.library.markRead({ revision }), 2000)
    return () => clearTimeout(timer)
  }, [revision])
}

import type { Capture } from '../domain/capture.ts'
import type { CheckHistory } from '../domain/schedule.ts'
import { unobservedBetween, type Look } from '../domain/unobserved.ts'
import type { Unobserved } from '../domain/timemap.ts'
import { looksOf, writtenSince } from './store/activity.ts'
import { ownCapturesOf, type OwnRun } from './store/captures.ts'
import type { Store } from './store/open.ts'
import { trackingOf } from './store/tracking.ts'

/** When nobody looked at an article though looks were due; nothing where it is not followed. */
export function readUnobserved(store: Store, article: number, now: Date): readonly Unobserved[] {
  const tracking = trackingOf(store, article)
  if (tracking === undefined) return []
  const { born } = JSON.parse(tracking.history) as CheckHistory
  return unobservedBetween(looks(store, article), { born, pace: tracking.pace, now: now.getTime() })
}

/**
 * Every look of our own. Equal ones in a row are stored as one run, whose ends are known; those between are in what was
 * written down lately. Of older runs only the number is left: they are taken to have been evenly spread.
 */
function looks(store: Store, article: number): readonly Look[] {
  const since = writtenSince(store)
  const written = looksOf(store, article)
  return ownCapturesOf(store, article)
    .flatMap((run) =>
      [
        ...ends(run),
        ...(since !== undefined && run.at >= since
          ? written.filter(({ at }) => at > run.at && at < run.until).map(({ at }) => Date.parse(at))
          : spread(run))
      ].map((at): Look => ({ at, outcome: run.outcome }))
    )
    .toSorted((a, b) => a.at - b.at)
}

const ends = ({ at, until }: Pick<Capture, 'at' | 'until'>): number[] =>
  at === until ? [Date.parse(at)] : [Date.parse(at), Date.parse(until)]

function spread({ at, until, count }: OwnRun): number[] {
  const from = Date.parse(at)
  const step = (Date.parse(until) - from) / (count - 1)
  return Array.from({ length: Math.max(0, count - 2) }, (_, n) => from + step * (n + 1))
}

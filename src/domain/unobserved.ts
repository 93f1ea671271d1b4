import type { Outcome } from './capture.ts'
import { afterCheck, newHistory, nextCheck, type Pace } from './schedule.ts'
import type { Unobserved } from './timemap.ts'

/** One look at a page; in milliseconds since 1970. */
export interface Look {
  readonly at: number
  readonly outcome: Outcome
}

export interface Followed {
  /** When the article was published, as far as known: its age sets how often it is looked at. */
  readonly born: number
  readonly pace: Pace
  readonly now: number
}

const hour = 3_600_000

/**
 * The stretches in which looks were due and none was made: the computer slept, the application was not running, checks were
 * paused, or there was no network. The schedule is followed again from look to look. What it did not know then (the pace
 * the reader had chosen, how other articles of the source fared) may have made it wait longer, so a stretch counts when it
 * is twice as long as the interval, and an hour longer. The last one is open: `to` is null.
 */
export function unobservedBetween(looks: readonly Look[], { born, pace, now }: Followed): readonly Unobserved[] {
  const [first, ...rest] = looks
  if (first === undefined) return []
  const slowest = pace === 'less' ? 'less' : 'usual'
  const found: Unobserved[] = []
  let history = newHistory({ born, at: first.at })
  const wasMissed = (until: number) => {
    const { interval } = nextCheck(history, slowest)
    return until - history.lastAt > Math.max(2 * interval, interval + hour)
  }
  for (const look of rest) {
    if (wasMissed(look.at)) found.push({ from: iso(history.lastAt), to: iso(look.at) })
    history = afterCheck(history, look)
  }
  return wasMissed(now) ? [...found, { from: iso(history.lastAt), to: null }] : found
}

const iso = (time: number): string => new Date(time).toISOString()

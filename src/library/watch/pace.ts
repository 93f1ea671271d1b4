import {
  afterCheck,
  newHistory,
  nextCheck,
  spread,
  type CheckHistory,
  type NextCheck,
  type Pace
} from '../../domain/schedule.ts'
import type { Outcome } from '../../domain/capture.ts'
import type { Seen } from './looked.ts'

/** The history of an article that was just seen for the first time. */
export function firstHistory({ at, page }: Pick<Seen, 'at' | 'page'>): CheckHistory {
  const claimed = page?.published === null || page?.published === undefined ? NaN : Date.parse(page.published)
  return newHistory({ born: Number.isNaN(claimed) ? Date.parse(at) : claimed, at: Date.parse(at) })
}

export const readHistory = (json: string): CheckHistory => JSON.parse(json) as CheckHistory

export const afterLook = (history: CheckHistory, { at, outcome }: { readonly at: number; readonly outcome: Outcome }) =>
  afterCheck(history, { at, outcome })

interface Pacing {
  readonly article: number
  readonly history: CheckHistory
  readonly pace: Pace
  readonly now: number
  /** So long the page's answer holds, in milliseconds, as its server says. */
  readonly fresh?: number | undefined
  /** How its source's articles have changed together, against what was expected of them. */
  readonly source?: Pick<CheckHistory, 'changes' | 'expected'> | undefined
}

/**
 * When an article is looked at next, in milliseconds since 1970: never before now, and where its time has long passed,
 * spread over a quarter of an hour, so that a chosen pace does not set off everything at once.
 */
export function nextOf({ article, history, pace, now, fresh, source }: Pacing): NextCheck {
  const { at, interval } = nextCheck(history, pace === 'paused' ? 'usual' : pace, { fresh, source })
  return { at: Math.round(at < now ? now + spread(article, 15 * 60_000) : at), interval }
}

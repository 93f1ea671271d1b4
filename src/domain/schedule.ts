import type { Outcome } from './capture.ts'

/** How often the reader wants to look at something, against what its own history says. */
export type Pace = 'usual' | 'more' | 'less' | 'paused'

/** What is remembered of the checks of an article; small, and all that the next check depends on. Times in ms since 1970. */
export interface CheckHistory {
  /** When it was published, as far as known, or first seen. */
  readonly born: number
  readonly lastAt: number
  readonly lastChange: number | null
  readonly changes: number
  /** How many changes articles of its age would have shown at the same checks. */
  readonly expected: number
  /** Checks in a row that failed or found the page gone. */
  readonly failures: number
}

/** When to look again: at a time, after an interval; both in milliseconds. */
export interface NextCheck {
  readonly at: number
  readonly interval: number
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const shortest = 5 * minute
const longest = 30 * day

/** How long an article of usual activity is left alone, by its age: up to the first, and the second. */
const steps: readonly (readonly [age: number, interval: number])[] = [
  [3 * hour, 15 * minute],
  [12 * hour, 40 * minute],
  [day, 80 * minute],
  [3 * day, 5 * hour],
  [7 * day, 10 * hour],
  [30 * day, 2 * day],
  [180 * day, 7 * day]
]
const old = 14 * day

/** A new article; `born` may lie before its first look. */
export const newHistory = ({ born, at }: { readonly born: number; readonly at: number }): CheckHistory => ({
  born: Math.min(born, at),
  lastAt: at,
  lastChange: null,
  changes: 0,
  expected: 0,
  failures: 0
})

/** The share of checks at which an article of an age has changed since the last one: seen in real histories. */
const usualShare = 0.06

/** What is remembered once a check has ended. */
export function afterCheck(history: CheckHistory, { at, outcome }: { readonly at: number; readonly outcome: Outcome }): CheckHistory {
  const showed = outcome === 'changed' || outcome === 'unchanged' || outcome === 'not-modified'
  if (!showed) return { ...history, lastAt: at, failures: history.failures + 1 }
  const waited = Math.max(0, at - history.lastAt) / baseInterval(history, at)
  const changed = outcome === 'changed'
  return {
    ...history,
    lastAt: at,
    lastChange: changed ? at : history.lastChange,
    changes: history.changes + Number(changed),
    expected: history.expected + usualShare * Math.min(3, waited),
    failures: 0
  }
}

const factors: Readonly<Record<Exclude<Pace, 'paused'>, number>> = { usual: 1, more: 0.4, less: 3 }

/**
 * When an article is due: often while it is young, less the older it is, more where it has changed more than others of its
 * age (a posterior mean of its rate under a gamma prior, after Cho and Garcia-Molina, 2003), and less and less where it
 * fails. Between 5 minutes and 30 days.
 */
export function nextCheck(history: CheckHistory, pace: Exclude<Pace, 'paused'> = 'usual'): NextCheck {
  const activity = (history.changes + prior) / (history.expected + prior)
  const base = Math.min(baseInterval(history, history.lastAt), recent(history))
  const patience = 2 ** Math.min(8, Math.max(0, history.failures - 1))
  const wanted = (base / Math.sqrt(activity)) * factors[pace] * patience
  const interval = Math.min(longest, Math.max(shortest, wanted))
  return { at: history.lastAt + interval, interval }
}

/** How many changes the prior is worth. */
const prior = 1

function baseInterval({ born }: CheckHistory, at: number): number {
  const age = Math.max(0, at - born)
  return steps.find(([until]) => age < until)?.[1] ?? old
}

/** What changed lately may do so again: as long as ago as that, but no longer than the age allows. */
function recent({ lastChange, lastAt }: CheckHistory): number {
  return lastChange === null ? Infinity : Math.max(15 * minute, (lastAt - lastChange) / 2 + 15 * minute)
}

/** How overdue something is: how long it waits beyond its time, as a share of its interval. */
export const overdueRatio = ({ at, interval }: NextCheck, now: number): number => (now - at) / interval

/**
 * A time within a span that belongs to an id: what became due all at once, after a sleep or a day without the application,
 * is spread by it.
 */
export function spread(id: number, span: number): number {
  const mixed = Math.imul(id ^ (id >>> 16), 0x45d9f3b) >>> 0
  return Math.floor((mixed / 2 ** 32) * span)
}

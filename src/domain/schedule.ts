import type { Outcome } from './capture.ts'

export { spread } from './schedule/choose.ts'

/** How often the reader wants to look at something, against what its own history says. */
export type Pace = 'usual' | 'more' | 'less' | 'paused'

/** What is remembered of the checks of an article; small, and all that the next check depends on. Times in ms since 1970. */
export interface CheckHistory {
  /** When it was published, as far as known, or first seen. */
  readonly born: number
  readonly lastAt: number
  readonly lastChange: number | null
  /** Time between its changes as they were seen, the latest counting half; absent before the first. */
  readonly gap?: number | undefined
  /** Checks that showed a change. */
  readonly changes: number
  /** How many an article of usual activity would have shown at the same checks. */
  readonly expected: number
  /** Checks in a row that did not show the article. */
  readonly failures: number
  /** Whether the last failure was one that passes (a server's fault, no network) or may last (gone, refused). */
  readonly trouble?: 'passing' | 'lasting' | undefined
}

/** When to look again: at a time, after an interval; both in milliseconds. */
export interface NextCheck {
  readonly at: number
  readonly interval: number
}

/** What is known beside the article's own history. */
export interface Hints {
  /** Sums of `changes` and `expected` over the articles of its source. */
  readonly source?: Pick<CheckHistory, 'changes' | 'expected'> | undefined
  /** How long its server calls a copy fresh, in ms: no check comes sooner, but for an hour at most. */
  readonly fresh?: number | undefined
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const shortest = 5 * minute
const longest = 30 * day

// Learnt from the revision times of real articles, one half of them; `npm run bench -- schedule` measures the other half.
const first = 10.5 * minute
const young = { for: 7.7 * hour, power: 2.2 }
const active = { share: 0.3, for: 21 * hour, power: 5.2 }
const usual = { changes: 0.2, prior: 3.6, power: 0.4 }
/** How many changes a source must be expected to show before its own activity counts as much as that of all sources. */
const sourcePrior = 20

/** A new article; `born` may lie before its first look. */
export const newHistory = ({ born, at }: { readonly born: number; readonly at: number }): CheckHistory => ({
  born: Math.min(born, at),
  lastAt: at,
  lastChange: null,
  changes: 0,
  expected: 0,
  failures: 0
})

const shows = new Set<Outcome>(['changed', 'unchanged', 'not-modified', 'extraction-changed'])
const passes = new Set<Outcome>(['server-error', 'network-error', 'rate-limited'])

/** What is remembered once a check has ended. */
export function afterCheck(
  history: CheckHistory,
  { at, outcome }: { readonly at: number; readonly outcome: Outcome }
): CheckHistory {
  const lastAt = Math.max(at, history.lastAt)
  if (!shows.has(outcome))
    return { ...history, lastAt, failures: history.failures + 1, trouble: passes.has(outcome) ? 'passing' : 'lasting' }
  const changed = outcome === 'changed'
  const waited = (lastAt - history.lastAt) / byAge(history.lastAt - history.born)
  return {
    ...history,
    lastAt,
    lastChange: changed ? lastAt : history.lastChange,
    gap: changed ? gapOf(history, lastAt) : history.gap,
    changes: history.changes + Number(changed),
    expected: history.expected + 1 - Math.exp(-usual.changes * waited),
    failures: 0,
    trouble: undefined
  }
}

function gapOf({ gap, lastChange, born }: CheckHistory, at: number): number {
  const latest = at - (lastChange ?? born)
  return gap === undefined ? latest : (gap + latest) / 2
}

const factors: Readonly<Record<Exclude<Pace, 'paused'>, number>> = { usual: 1, more: 0.4, less: 3 }

/**
 * When an article is due: often while it is young, less the older it is, for a time often again after each change, and
 * more where it and its source change more than others of their age. Between 5 minutes and 30 days; it never ends. One that
 * does not come is asked for again soon if the trouble passes, and less and less.
 */
export function nextCheck(
  history: CheckHistory,
  pace: Exclude<Pace, 'paused'> = 'usual',
  hints: Hints = {}
): NextCheck {
  const wanted = unbounded(history, hints) * factors[pace]
  const least = Math.max(shortest, Math.min(hour, hints.fresh ?? 0))
  const interval = Math.min(longest, Math.max(least, wanted))
  return { at: history.lastAt + interval, interval }
}

function unbounded(history: CheckHistory, hints: Hints): number {
  const { failures, trouble, lastAt, born, lastChange } = history
  const rate =
    activity(history, hints) / byAge(lastAt - born) + (lastChange === null ? 0 : afterChange(lastAt - lastChange))
  if (failures === 0) return Math.min(1 / rate, byGap(history))
  const growth = 2 ** Math.min(16, failures - 1)
  return trouble === 'lasting' ? Math.max(hour, 1 / rate) * growth : 15 * minute * growth
}

/**
 * The interval of an article of usual activity that has not changed, by its age: it grows as a power of age, as the chance
 * of an edit falls, but to no more than a third of the age. The measured lives end where nobody looked any more, so what
 * they say of late edits is too little.
 */
function byAge(age: number): number {
  const lived = Math.max(0, age)
  return Math.min(first * (1 + lived / young.for) ** young.power, Math.max(hour, lived / 3))
}

/**
 * A page that keeps changing is looked at twice as often as it changes, however old it is, but no more than every twelve
 * hours for that; once it has been quiet for longer, half of that time.
 */
function byGap({ gap, lastChange, lastAt }: CheckHistory): number {
  return gap === undefined || lastChange === null
    ? Infinity
    : Math.max(12 * hour, Math.max(gap, lastAt - lastChange) / 2)
}

/** Checks a ms that a change adds, by the time since: changes come in bursts. */
const afterChange = (since: number): number => active.share / (first * (1 + since / active.for) ** active.power)

/**
 * How active an article is, 1 for the usual: changes seen against changes expected, both shrunk towards its source's, and
 * that towards 1 (the mean of a gamma prior with Poisson counts). What is expected of a check is the chance that it shows a
 * change at all, since several edits between two checks are seen as one (Cho and Garcia-Molina, Estimating Frequency of
 * Change, ACM TOIT 3(3), 2003). The power below 1 because the best rate of checks grows slower than that of changes.
 */
function activity({ changes, expected }: CheckHistory, { source }: Hints): number {
  const ofSource = source === undefined ? 1 : (source.changes + sourcePrior) / (source.expected + sourcePrior)
  return ((changes + usual.prior * ofSource) / (expected + usual.prior)) ** usual.power
}

/** How overdue something is: how long it waits beyond its time, as a share of its interval. */
export const overdueRatio = ({ at, interval }: NextCheck, now: number): number => (now - at) / interval

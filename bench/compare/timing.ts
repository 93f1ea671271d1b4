/**
 * A comparison is repeated until it has taken so many milliseconds, at least `fewest` and at most `most` times, but not
 * at all where once is plenty.
 */
const enough = 300
const plenty = 2000
const fewest = 3
const most = 9

/** What some work comes to, and how many milliseconds of this process's processor time it takes; others hardly count. */
export function timed<T>(work: () => T): { readonly result: T; readonly ms: number } {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { result, ms: (user + system) / 1000 }
}

/** The same for work done several times, each time from `prepare`, which is not measured: the first time and the median. */
export function measure<T>(prepare: () => () => T) {
  const taken: number[] = []
  let result: T
  do {
    const once = timed(prepare())
    result = once.result
    taken.push(once.ms)
  } while (sum(taken) < plenty && (taken.length < fewest || (taken.length < most && sum(taken) < enough)))
  return { result, first: taken[0]!, median: quantile(taken, 0.5) }
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

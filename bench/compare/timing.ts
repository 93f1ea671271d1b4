/**
 * A comparison is repeated until it has taken so many milliseconds, at least `fewest` and at most `most` times, but not
 * at all where once is plenty.
 */
const enough = 300
const plenty = 2000
const fewest = 3
const most = 9

/** Processor time of this process in milliseconds: what others do on the machine hardly counts. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * Milliseconds of processor time that some work takes, each time from `prepare`, which is not measured: the first time
 * and the median.
 */
export function measure<T>(prepare: () => () => T): {
  readonly result: T
  readonly first: number
  readonly median: number
} {
  const taken: number[] = []
  let result: T
  do {
    const work = prepare()
    const started = cpuTime()
    result = work()
    taken.push(cpuTime() - started)
  } while (sum(taken) < plenty && (taken.length < fewest || (taken.length < most && sum(taken) < enough)))
  return { result, first: taken[0]!, median: quantile(taken, 0.5) }
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

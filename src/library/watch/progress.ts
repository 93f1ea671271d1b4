import type { Activity, HostProgress } from '../../contract/tracking.ts'

interface Count {
  running: number
  done: number
  waiting: number
}

/** So many finished checks are remembered for the panel. */
const mostFinished = 50

/** How far the checks under way have come, by host. A round lasts until nothing is under way. */
export class Progress {
  readonly #hosts = new Map<string, Count>()
  #finished: Activity[] = []

  begin(host: string): void {
    this.#count(host).running++
  }

  end(host: string): void {
    const count = this.#count(host)
    count.running--
    count.done++
  }

  /** The hosts of what is due now; of each host what is under way is among them. */
  expect(hosts: readonly string[]): void {
    for (const count of this.#hosts.values()) count.waiting = 0
    for (const host of hosts) this.#count(host).waiting++
  }

  finish(activity: Activity): void {
    this.#finished = [activity, ...this.#finished].slice(0, mostFinished)
  }

  /** The round is over. */
  rest(): void {
    for (const [host, { waiting }] of this.#hosts) if (waiting === 0) this.#hosts.delete(host)
    for (const count of this.#hosts.values()) count.done = 0
  }

  busyHosts(): Map<string, number> {
    return new Map([...this.#hosts].map(([host, { running }]) => [host, running]))
  }

  get finished(): readonly Activity[] {
    return this.#finished
  }

  /** Hosts with something under way or due, the busiest first. */
  hosts(of: (host: string) => Pick<HostProgress, 'perHost' | 'spacing' | 'waitsUntil'>): HostProgress[] {
    return [...this.#hosts]
      .map(([host, { running, done, waiting }]) => {
        return { host, done, total: done + Math.max(running, waiting), ...of(host) }
      })
      .filter(({ total }) => total > 0)
      .toSorted((a, b) => b.total - b.done - (a.total - a.done) || (a.host < b.host ? -1 : 1))
  }

  #count(host: string): Count {
    let count = this.#hosts.get(host)
    if (count === undefined) this.#hosts.set(host, (count = { running: 0, done: 0, waiting: 0 }))
    return count
  }
}

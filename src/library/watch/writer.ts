import type { Store } from '../store/open.ts'

interface Job {
  readonly run: () => unknown
  readonly done: (value: unknown) => void
  readonly failed: (error: unknown) => void
}

/** So long may one transaction of several jobs take, in milliseconds: windows wait meanwhile. */
const slice = 8

/**
 * Writes what many checks found: those that end at about the same time share a commit, because each commit waits for the
 * disk. A job that throws is undone by itself. A job is done once its commit has returned.
 */
export class Writer {
  readonly #store: Store
  #jobs: Job[] = []
  #waiting = false

  constructor(store: Store) {
    this.#store = store
  }

  /** Runs a job in a transaction and answers with what it returned. Rejects with what it, or the commit, threw. */
  write<T>(run: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#jobs.push({ run, done: resolve as (value: unknown) => void, failed: reject })
      this.#soon()
    })
  }

  #soon(): void {
    if (this.#waiting) return
    this.#waiting = true
    setTimeout(() => {
      this.#waiting = false
      this.#flush()
      if (this.#jobs.length > 0) this.#soon()
    }, 2)
  }

  #flush(): void {
    const taken: Job[] = []
    const settled: (() => void)[] = []
    try {
      this.#store.transaction(() => this.#runSome(taken, settled)).immediate()
    } catch (error) {
      for (const { failed } of taken) failed(error)
      return
    }
    for (const settle of settled) settle()
  }

  #runSome(taken: Job[], settled: (() => void)[]): void {
    const until = performance.now() + slice
    do {
      const job = this.#jobs.shift()
      if (job === undefined) return
      taken.push(job)
      settled.push(this.#runOne(job))
    } while (performance.now() < until)
  }

  #runOne({ run, done, failed }: Job): () => void {
    try {
      const value = this.#store.transaction(run)()
      return () => done(value)
    } catch (error) {
      return () => failed(error)
    }
  }
}

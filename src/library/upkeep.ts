import type { Store } from './store/open.ts'
import { markUpkeep, upkeepOf } from './store/upkeep.ts'

/** Something a library needs now and then, done while nobody waits for it. */
export interface UpkeepTask {
  readonly name: string
  /** Milliseconds from one run to the next; `start` for once after every opening. */
  readonly period: number | 'start'
  /** Works in small steps, and ends promptly where the signal says so. What it answers is kept as JSON. */
  readonly run: (signal: AbortSignal) => Promise<unknown>
}

export interface UpkeepOptions {
  readonly store: Store
  readonly now: () => Date
  /** In the order in which they run where several are due. */
  readonly tasks: readonly UpkeepTask[]
  /** Told what a task failed with; it is tried again at the next look. */
  readonly report: (error: unknown) => void
  /** Whether it can be kept that something was done. */
  readonly canWrite: () => boolean
  /** Milliseconds from opening to the first look, and from one look to the next. */
  readonly idle?: number
  readonly every?: number
}

/** Runs what is due, one task at a time: a moment after the opening, then every hour. */
export class Upkeep {
  readonly #options: UpkeepOptions
  readonly #ending = new AbortController()
  readonly #started = new Set<string>()
  #timer: NodeJS.Timeout
  #looking = false
  #again = false

  constructor(options: UpkeepOptions) {
    this.#options = options
    this.#timer = this.#lookIn(options.idle ?? 5000)
  }

  /** Ends the task that runs, and runs no other. */
  close(): void {
    clearTimeout(this.#timer)
    this.#ending.abort()
  }

  /** Looks as soon as nobody is waited for: something was left for later. */
  soon(): void {
    if (this.#looking) this.#again = true
    else {
      clearTimeout(this.#timer)
      this.#timer = this.#lookIn(0)
    }
  }

  #lookIn(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => void this.#look(), milliseconds).unref()
  }

  async #look(): Promise<void> {
    this.#looking = true
    this.#again = false
    for (const task of this.#options.tasks) {
      if (!this.#ending.signal.aborted && this.#isDue(task)) await this.#run(task)
    }
    this.#looking = false
    if (!this.#ending.signal.aborted) this.#timer = this.#lookIn(this.#again ? 0 : (this.#options.every ?? 3_600_000))
  }

  #isDue({ name, period }: UpkeepTask): boolean {
    if (period === 'start') return !this.#started.has(name)
    const last = upkeepOf(this.#options.store, name)
    return last === undefined || this.#options.now().getTime() - Date.parse(last.at) >= period
  }

  async #run({ name, run }: UpkeepTask): Promise<void> {
    const { store, now, report, canWrite } = this.#options
    this.#started.add(name)
    try {
      const detail = await run(this.#ending.signal)
      if (this.#ending.signal.aborted || !canWrite()) return
      markUpkeep(store, name, { at: now().toISOString(), detail: JSON.stringify(detail ?? null) })
    } catch (error) {
      if (!this.#ending.signal.aborted) report(error)
    }
  }
}

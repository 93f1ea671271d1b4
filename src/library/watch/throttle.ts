/** Does something soon after it was asked for, and not more often than every so many milliseconds. */
export class Throttle {
  readonly #every: number
  readonly #run: () => void
  #timer: NodeJS.Timeout | null = null
  #last = 0

  constructor(every: number, run: () => void) {
    this.#every = every
    this.#run = run
  }

  soon(): void {
    if (this.#timer !== null) return
    const wait = Math.max(0, this.#last + this.#every - performance.now())
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#last = performance.now()
      this.#run()
    }, wait).unref()
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => undefined, 0)
  }
}

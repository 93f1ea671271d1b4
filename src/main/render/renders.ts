import type { Session } from 'electron'
import type { RenderAnswer, RenderRequest } from '../../contract/process.ts'
import { capture } from './capture.ts'
import { openCaptureSession } from './capture-session.ts'

/** Pages that are shown at once. */
const together = 2

interface Waiting {
  readonly request: RenderRequest
  readonly ending: AbortController
  readonly answer: (answer: RenderAnswer) => void
}

/** Shows the pages that the library asks for, two at a time, the first asked first. */
export class Renders {
  readonly #free: (() => Session)[]
  readonly #all = new Map<number, Waiting>()
  readonly #queue: Waiting[] = []

  constructor() {
    // Made when first needed: most libraries never ask for one.
    this.#free = Array.from({ length: together }, (_, slot) => () => openCaptureSession(slot))
  }

  render(request: RenderRequest): Promise<RenderAnswer> {
    return new Promise((answer) => {
      const waiting = { request, ending: new AbortController(), answer }
      this.#all.set(request.seq, waiting)
      this.#queue.push(waiting)
      this.#next()
    })
  }

  /** Ends a capture that nobody waits for. */
  stop(seq: number): void {
    this.#all.get(seq)?.ending.abort()
  }

  /** Ends all. */
  stopAll(): void {
    for (const { ending } of this.#all.values()) ending.abort()
  }

  #next(): void {
    const [waiting, open] = [this.#queue[0], this.#free[0]]
    if (waiting === undefined || open === undefined) return
    this.#queue.shift()
    this.#free.shift()
    void this.#run(waiting, open())
  }

  async #run(waiting: Waiting, session: Session): Promise<void> {
    const { request, ending, answer } = waiting
    try {
      answer(await capture(request, session, ending.signal))
    } catch (error) {
      answer({ kind: 'failed', failure: 'bad-response', detail: String(error).slice(0, 1000), at: null })
    } finally {
      // A library that was started anew counts from one again.
      if (this.#all.get(request.seq) === waiting) this.#all.delete(request.seq)
      this.#free.push(() => session)
      this.#next()
    }
  }
}

import type { RenderAnswer, RenderFailure } from '../../contract/process.ts'

/** A capture that cannot go on, and why. */
export class Stopped extends Error {
  readonly failure: RenderFailure

  constructor(failure: RenderFailure, detail: string) {
    super(detail)
    this.failure = failure
  }

  /** As an answer; `at`: the address the page had got to. */
  answer(at: string | null): RenderAnswer {
    const { failure, message } = this
    return { kind: 'failed', failure, detail: message.slice(0, 1000), at: at?.slice(0, 8192) ?? null }
  }
}

/** Rejects when something stops a capture; the first reason counts. */
export interface Stopping {
  readonly stop: (failure: RenderFailure, detail: string) => void
  readonly stopped: Promise<never>
}

export function createStopping(): Stopping {
  let reject: (reason: Stopped) => void
  const stopped = new Promise<never>((_resolve, fail) => {
    reject = fail
  })
  stopped.catch(() => undefined)
  return { stop: (failure, detail) => reject(new Stopped(failure, detail)), stopped }
}

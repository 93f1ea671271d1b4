import type { Limits } from './limits.ts'
import { createTurns, type Release } from './turns.ts'

/** How a host may be asked. */
export interface Manners {
  /** Least time between the starts of two requests, in milliseconds. */
  readonly spacing: number
  /** Requests at once. */
  readonly perHost: number
}

/** Leave to ask a host. */
export interface Leave {
  /** The host has begun to answer, or it is over: another host may be asked in its place. */
  readonly begun: Release
  /** The request is over. */
  readonly done: Release
}

/** Waits until a host may be asked; null when `signal` was aborted before. */
export type Gate = (host: string, manners: () => Manners, signal: AbortSignal) => Promise<Leave | null>

export interface GateSettings {
  readonly limits: Pick<Limits, 'together' | 'patience'>
  readonly now: () => Date
  readonly sleep: (milliseconds: number) => Promise<void>
}

interface Ticket {
  readonly manners: () => Manners
  readonly resolve: (leave: Leave | null) => void
  readonly signal: AbortSignal
}

/** One queue for each host. */
interface Queue {
  readonly tickets: Ticket[]
  active: number
  startedAt: number
  serving: boolean
  /** Wakes the queue when a request of its host is over. */
  wake: (() => void) | null
}

/**
 * Each host has a queue of its own and at most one request of it at a time stands in the common one, so that no host, however
 * many requests wait for it, keeps another waiting. One that has not begun to answer after `patience` gives its place in the
 * common queue away and goes on by itself: hosts that never answer do not hold up those that do.
 */
export function createGate({ limits, now, sleep }: GateSettings): Gate {
  const queues = new Map<string, Queue>()
  const common = createTurns(limits.together)

  async function serve(host: string, queue: Queue): Promise<void> {
    queue.serving = true
    for (;;) {
      while (queue.tickets[0]?.signal.aborted === true) queue.tickets.shift()!.resolve(null)
      const first = queue.tickets[0]
      if (first === undefined) break
      if (queue.active >= Math.max(1, first.manners().perHost)) {
        await new Promise<void>((resolve) => (queue.wake = resolve))
        continue
      }
      const wait = timeToWait(queue, first.manners().spacing, now().getTime())
      if (wait > 0) {
        await sleep(wait)
        continue
      }
      const release = await common.take()
      const ticket = queue.tickets.shift()!
      if (ticket.signal.aborted) {
        release()
        ticket.resolve(null)
        continue
      }
      queue.active++
      queue.startedAt = now().getTime()
      ticket.resolve(leave(host, queue, release))
    }
    queue.serving = false
    forget(host, queue)
  }

  function leave(host: string, queue: Queue, release: Release): Leave {
    const timer = setTimeout(release, limits.patience)
    let over = false
    const begun = (): void => {
      clearTimeout(timer)
    }
    return {
      begun,
      done: () => {
        if (over) return
        over = true
        begun()
        release()
        queue.active--
        queue.wake?.()
        queue.wake = null
        forget(host, queue)
      }
    }
  }

  /** A queue is forgotten once nothing it knows matters any more. */
  function forget(host: string, queue: Queue): void {
    if (queue.active > 0 || queue.serving || queue.tickets.length > 0 || queues.size < 1000) return
    if (queues.get(host) === queue) queues.delete(host)
  }

  return (host, manners, signal) =>
    new Promise((resolve) => {
      const queue = queues.get(host) ?? { tickets: [], active: 0, startedAt: -Infinity, serving: false, wake: null }
      queues.set(host, queue)
      queue.tickets.push({ manners, resolve, signal })
      if (!queue.serving) void serve(host, queue)
    })
}

/** What is left of the spacing; a clock that was set back does not make it longer. */
function timeToWait(queue: Queue, spacing: number, now: number): number {
  const since = now - queue.startedAt
  return since < 0 ? 0 : Math.max(0, spacing - since)
}

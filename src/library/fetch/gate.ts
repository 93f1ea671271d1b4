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

const usualQueues = 1000
/** The longest spacing a reader can choose. */
const longestSpacing = 3_600_000

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
  let mostQueues = usualQueues

  async function serve(queue: Queue): Promise<void> {
    queue.serving = true
    let rested = false
    for (;;) {
      while (queue.tickets[0]?.signal.aborted === true) queue.tickets.shift()!.resolve(null)
      const first = queue.tickets[0]
      if (first === undefined) break
      if (queue.active >= Math.max(1, first.manners().perHost)) {
        await new Promise<void>((resolve) => (queue.wake = resolve))
        continue
      }
      const wait = timeToWait(queue, first.manners().spacing, now().getTime())
      if (wait > 0 && !rested) {
        await sleep(wait)
        // Whatever the clock says now: it may have been set back meanwhile.
        rested = true
        continue
      }
      rested = false
      const release = await common.take()
      const ticket = queue.tickets.shift()!
      if (ticket.signal.aborted) {
        release()
        ticket.resolve(null)
        continue
      }
      queue.active++
      queue.startedAt = now().getTime()
      ticket.resolve(leave(queue, release))
    }
    queue.serving = false
  }

  function leave(queue: Queue, release: Release): Leave {
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
      }
    }
  }

  /** Queues are forgotten when there are many and nothing they know matters any more. */
  function prune(): void {
    if (queues.size < mostQueues) return
    const longAgo = now().getTime() - longestSpacing
    for (const [host, { active, serving, startedAt }] of queues)
      if (active === 0 && !serving && startedAt < longAgo) queues.delete(host)
    mostQueues = Math.max(usualQueues, queues.size * 2)
  }

  return (host, manners, signal) =>
    new Promise((resolve) => {
      prune()
      const queue = queues.get(host) ?? { tickets: [], active: 0, startedAt: -Infinity, serving: false, wake: null }
      queues.set(host, queue)
      // Whoever gives up is told at once; the queue comes upon the ticket later.
      const giveUp = (): void => resolve(null)
      if (signal.aborted) return giveUp()
      signal.addEventListener('abort', giveUp, { once: true })
      const settle = (leave: Leave | null): void => {
        signal.removeEventListener('abort', giveUp)
        resolve(leave)
      }
      queue.tickets.push({ manners, resolve: settle, signal })
      if (!queue.serving) void serve(queue)
    })
}

/** What is left of the spacing; a clock that was set back does not make it longer. */
function timeToWait(queue: Queue, spacing: number, now: number): number {
  const since = now - queue.startedAt
  return since < 0 ? 0 : Math.max(0, spacing - since)
}

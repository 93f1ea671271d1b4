import type { Answers, requests } from '../../contract/contract.ts'
import type { Handlers } from '../../contract/door.ts'
import { CallFailure } from '../../contract/failure.ts'
import { trackingRequests } from '../../contract/tracking.ts'
import type { Following, FollowingOptions } from './following.ts'
import type { RoundResult, RoundWanted } from './round.ts'

type Own = Handlers<typeof trackingRequests, Pick<Answers, keyof typeof trackingRequests>>
type Names = keyof typeof trackingRequests & keyof typeof requests

/** So long after the opening the web is turned to, in milliseconds: a start has no time for it. */
const patience = 3000

/** Follows articles from a moment after the opening, or from when a window first asks about it. */
export class LazyFollowing {
  readonly #options: FollowingOptions
  readonly #timer: NodeJS.Timeout | undefined
  #following: Promise<Following> | null = null
  #closed = false

  constructor(options: FollowingOptions) {
    this.#options = options
    if (options.whenAsked === true) return
    this.#timer = setTimeout(() => void this.start().catch(options.report), patience).unref()
  }

  start(): Promise<Following> {
    this.#following ??= import('./following.ts').then(({ startFollowing }) => {
      if (this.#closed) throw new Error('the library is closed')
      return startFollowing(this.#options)
    })
    return this.#following
  }

  async checkOnce(wanted: RoundWanted): Promise<RoundResult> {
    return (await this.start()).checkOnce(wanted)
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await (await this.#following?.catch(() => null))?.close()
  }

  /** The handlers, each of which starts what it needs. */
  get handlers(): Own {
    const names = Object.keys(trackingRequests) as Names[]
    const entries = names.map((name) => [
      name,
      async (args: never): Promise<unknown> => {
        const { handlers } = await this.start()
        return (handlers[name] as (args: never) => unknown)(args)
      }
    ])
    return Object.fromEntries(entries) as Own
  }
}

/** The handlers of a library that follows nothing, as in a benchmark: what it is asked cannot be done here. */
export function notFollowing(): Own {
  return Object.fromEntries(Object.keys(trackingRequests).map((name) => [name, followsNothing])) as unknown as Own
}

export function followsNothing(): never {
  throw new CallFailure('readonly', 'nothing is followed here')
}

import type { QueryClient } from '@tanstack/react-query'
import { startTransition } from 'react'
import { askComparison, keys } from '../app/queries.ts'
import type { Ends } from '../timeline/pairs.ts'

export interface Pair {
  readonly older: number
  readonly newer: number
}

export interface Scrubbed {
  /** The versions that have to be compared to show two ends; null where there is none before. */
  readonly pairOf: (ends: Ends) => Pair | null
  readonly show: (ends: Ends) => void
}

/**
 * Lets the text follow a handle that is held: at once where the two versions were compared before, else as soon as they are,
 * if the handle still stands there. One comparison is asked for at a time, so that an old wish never keeps a new one
 * waiting, and what arrives late is kept for later and not shown.
 */
export class Scrubber {
  readonly #cache: QueryClient
  #scrubbed: Scrubbed | null = null
  #wanted: Ends | null = null
  #isAsking = false

  constructor(cache: QueryClient) {
    this.#cache = cache
  }

  of(scrubbed: Scrubbed): void {
    this.#scrubbed = scrubbed
  }

  /** Where the handle is held; null once it is let go. */
  hold(ends: Ends | null): void {
    this.#wanted = ends
    this.#follow()
  }

  #follow(): void {
    const ends = this.#wanted
    const pair = ends === null ? null : (this.#scrubbed?.pairOf(ends) ?? null)
    if (ends === null || pair === null) return
    if (this.#isKnown(pair)) {
      this.#wanted = null
      startTransition(() => this.#scrubbed?.show(ends))
    } else if (!this.#isAsking) void this.#ask(ends, pair)
  }

  async #ask(ends: Ends, pair: Pair): Promise<void> {
    this.#isAsking = true
    // What goes wrong here is told when the handle is let go: then it is asked for again.
    await this.#cache.prefetchQuery(askComparison(pair))
    this.#isAsking = false
    if (this.#wanted !== ends || this.#isKnown(pair)) this.#follow()
  }

  #isKnown({ older, newer }: Pair): boolean {
    return this.#cache.getQueryData(keys.compare(older, newer)) !== undefined
  }
}

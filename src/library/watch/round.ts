import type { Activity } from '../../contract/tracking.ts'
import { dueAt, type Claimed } from '../store/claim.ts'
import type { Store } from '../store/open.ts'

export interface RoundWanted {
  /** Only these; null: all that is due, feeds and what they name too. */
  readonly articles: readonly number[] | null
  /** Begins nothing more once it is aborted; what is under way is finished. */
  readonly signal: AbortSignal
}

/** What a round came to. */
export interface RoundResult {
  /** What was looked at, in the order in which it ended. */
  readonly done: readonly Activity[]
  /** What could not be asked for yet, as its site asked to be left alone, and until when: ISO 8601 UTC. */
  readonly waiting: readonly (Claimed & { readonly until: string })[]
}

/** One look at everything that is due, and what became of it. */
export class Round {
  readonly #wanted: ReadonlySet<number> | null
  readonly begun = new Map<string, Claimed>()
  readonly done: Activity[] = []

  constructor({ articles }: RoundWanted) {
    this.#wanted = articles === null ? null : new Set(articles)
  }

  /** Whether it is looked at in this round, and was not yet. */
  wants(key: string, { kind, due }: { readonly kind: string; readonly due: { readonly id: number } }): boolean {
    if (this.begun.has(key)) return false
    return this.#wanted === null || (kind === 'article' && this.#wanted.has(due.id))
  }

  result(store: Store): RoundResult {
    const told = new Set(this.done.map((one) => keyOfActivity(one)))
    const waiting = [...this.begun].flatMap(([key, claimed]) => {
      const at = told.has(key) || claimed.kind === 'entry' ? null : dueAt(store, claimed)
      return at === null ? [] : [{ ...claimed, until: new Date(at).toISOString() }]
    })
    return { done: this.done, waiting }
  }
}

const keyOfActivity = ({ what, article, feed }: Activity): string =>
  what === 'feed' ? `feed ${feed}` : `article ${article}`

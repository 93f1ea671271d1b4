/**
 * The ledger of all words: a thread is one word's life through the revisions, in whatever block it stands and with its
 * spelling corrected. No two words of one revision share a thread, as in WikiWho. Threads are numbered from 0.
 */
export class Threads {
  readonly #held: number[][] = []
  readonly #born: string[] = []

  /** A new thread, held by `revision`; `word` is the key of the word it begins with. */
  begin(word: string, revision: number): number {
    this.#born.push(word)
    return this.#held.push([revision, revision]) - 1
  }

  /** A second thread with the same past, for a word that was divided in two. */
  twin(thread: number): number {
    this.#born.push(this.#born[thread]!)
    return this.#held.push([...this.#held[thread]!]) - 1
  }

  /** Whether no word of `revision`, the latest one, has the thread yet. */
  isFree(thread: number, revision: number): boolean {
    return this.#held[thread]!.at(-1) !== revision
  }

  /** Notes that `revision`, the latest one, holds the thread. */
  hold(thread: number, revision: number): void {
    const held = this.#held[thread]!
    const last = held.at(-1)!
    if (last === revision) return
    if (last === revision - 1) held[held.length - 1] = revision
    else held.push(revision, revision)
  }

  /** The key of the word the thread began with. */
  bornAs(thread: number): string {
    return this.#born[thread]!
  }

  /** The revision since which the thread is held without a break up to `revision`; -1 where that does not hold it. */
  heldSince(thread: number, revision: number): number {
    const held = this.#held[thread]
    if (held === undefined) return -1
    for (let at = 0; at < held.length; at += 2) {
      if (held[at]! <= revision && revision <= held[at + 1]!) return held[at]!
    }
    return -1
  }

  /** The last revision up to `revision` that holds the thread; -1 where none does. */
  heldUntil(thread: number, revision: number): number {
    const held = this.#held[thread] ?? []
    let until = -1
    for (let at = 0; at < held.length && held[at]! <= revision; at += 2) until = Math.min(held[at + 1]!, revision)
    return until
  }

  /** The revisions that hold the thread, as inclusive stretches: from, to, from, to ... */
  stretches(thread: number): readonly number[] {
    return this.#held[thread] ?? []
  }
}

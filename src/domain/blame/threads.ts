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

  /** The revisions that hold the thread, as inclusive stretches: from, to, from, to ... */
  stretches(thread: number): readonly number[] {
    return this.#held[thread]!
  }
}

/** A text of a revision and the threads of its words; `block` is where it stands there. */
export interface Carrier {
  readonly threads: readonly number[]
  readonly revision: number
  readonly block: number
}

/** Of a line that is repeated more often than this only so many are remembered. */
const most = 32

/** Texts of all revisions so far, to be found again by what they say. */
export class Carriers {
  readonly #known = new Map<string, Carrier[]>()

  /** The text that says `key` and suits: of several the one seen last, of those the first in its revision. */
  find(key: string, suits: (carrier: Carrier) => boolean): Carrier | undefined {
    const found = (this.#known.get(key) ?? []).filter(suits)
    return found.sort((one, other) => other.revision - one.revision || one.block - other.block)[0]
  }

  /** Remembers a text, in place of the same words where they were seen before. */
  keep(key: string, carrier: Carrier): void {
    const known = this.#known.get(key) ?? []
    const others = known.filter(({ threads }) => !areEqual(threads, carrier.threads))
    this.#known.set(key, [...others.slice(-most + 1), carrier])
  }
}

function areEqual(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((thread, at) => thread === other[at])
}

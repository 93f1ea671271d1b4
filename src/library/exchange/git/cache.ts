/** Keeps what was read last, up to so much together. */
export class Cache<T> {
  readonly #most: number
  readonly #kept = new Map<string, { readonly value: T; readonly size: number }>()
  #size = 0

  /** `most`: in whatever `set` counts its sizes. */
  constructor(most: number) {
    this.#most = most
  }

  get(key: string): T | undefined {
    const found = this.#kept.get(key)
    if (found === undefined) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, found)
    return found.value
  }

  set(key: string, value: T, size: number): void {
    this.#size += size - (this.#kept.get(key)?.size ?? 0)
    this.#kept.delete(key)
    this.#kept.set(key, { value, size })
    for (const [oldest, { size }] of this.#kept) {
      if (this.#size <= this.#most) return
      this.#kept.delete(oldest)
      this.#size -= size
    }
  }
}

const block = 64 * 1024

/**
 * Bytes as they come, copied into blocks: a chunk that is kept as it is keeps a whole socket buffer alive, and a server that
 * sends byte by byte would cost a hundred times what it sends.
 */
export class Gathering {
  #blocks: Buffer[] = []
  #last: Buffer = Buffer.alloc(0)
  #used = 0
  #length = 0

  get length(): number {
    return this.#length
  }

  add(chunk: Uint8Array): void {
    let at = 0
    while (at < chunk.length) {
      if (this.#used === this.#last.length) this.#next(chunk.length - at)
      const part = chunk.subarray(at, at + this.#last.length - this.#used)
      this.#last.set(part, this.#used)
      this.#used += part.length
      at += part.length
    }
    this.#length += chunk.length
  }

  /** Everything that came; may be called once. */
  take(): Buffer {
    if (this.#blocks.length === 0) return this.#last.subarray(0, this.#used)
    const whole = Buffer.concat([...this.#blocks, this.#last.subarray(0, this.#used)], this.#length)
    this.#blocks = []
    return whole
  }

  #next(coming: number): void {
    if (this.#used > 0) this.#blocks.push(this.#last)
    // The first block fits what came, so that a short answer costs no more than itself.
    this.#last = Buffer.allocUnsafeSlow(this.#length === 0 ? coming : Math.max(coming, block))
    this.#used = 0
  }
}

import type { Bytes } from './file-bytes.ts'

const lineFeed = 0x0a
const nothing = Buffer.alloc(0)

/** Reads a stream of bytes line by line or piece by piece, and holds no more of it than it is asked for. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>
  readonly #bytes: Pick<Bytes, 'skip'>
  #held: Buffer = nothing

  constructor(bytes: AsyncIterable<Buffer> & Pick<Bytes, 'skip'>) {
    this.#bytes = bytes
    this.#chunks = bytes[Symbol.asyncIterator]()
  }

  /** The next bytes, at least one and at most `most`; null at the end. */
  async some(most: number): Promise<Buffer | null> {
    if (!(await this.#fill())) return null
    const bytes = this.#held.subarray(0, most)
    this.#held = this.#held.subarray(bytes.length)
    return bytes
  }

  /** The next line with its line feed; the first `most` bytes of a longer one; null at the end. */
  async line(most: number): Promise<Buffer | null> {
    const parts: Buffer[] = []
    let size = 0
    while (size < most && (await this.#fill())) {
      const end = this.#held.indexOf(lineFeed)
      const part = (await this.some(Math.min(end < 0 ? this.#held.length : end + 1, most - size)))!
      parts.push(part)
      size += part.length
      if (part.at(-1) === lineFeed) break
    }
    if (parts.length === 0) return null
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
  }

  /** Passes over bytes; answers how many there were. */
  async skip(count: number): Promise<number> {
    let skipped = Math.min(count, this.#held.length)
    this.#held = this.#held.subarray(skipped)
    if (this.#bytes.skip !== undefined) return skipped + (await this.#bytes.skip(count - skipped))
    while (skipped < count) {
      const part = await this.some(count - skipped)
      if (part === null) break
      skipped += part.length
    }
    return skipped
  }

  async #fill(): Promise<boolean> {
    while (this.#held.length === 0) {
      const next = await this.#chunks.next()
      if (next.done === true) return false
      this.#held = next.value
    }
    return true
  }
}

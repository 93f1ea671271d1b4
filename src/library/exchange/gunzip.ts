import { constants, createGunzip } from 'node:zlib'
import { FileRefusal } from './read-file.ts'

/** So many packed bytes are unpacked at a time: they come to 4 MiB at the most, and no more is lost before a broken place. */
const piece = 4 * 2 ** 10
/** So far is looked for the next member, in bytes. */
const farthest = 64 * 2 ** 20
const magic = Buffer.from([0x1f, 0x8b, 0x08])
const nothing = Buffer.alloc(0)

export const isGzip = (bytes: Buffer): boolean => bytes[0] === magic[0] && bytes[1] === magic[1]

/** A stream that is unpacked where it is gzip (RFC 1952), with one member or many, and given as it is where it is not. */
export class Unpacking {
  readonly #chunks: AsyncIterator<Buffer>
  #held: Buffer = nothing
  #isPacked = false

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /**
   * The bytes from here on. What stands before a broken place is given before it throws `FileRefusal` `damaged`; a stream
   * that just ends is given as far as it goes.
   */
  async *bytes(): AsyncGenerator<Buffer> {
    this.#isPacked ||= isGzip(await this.#peek())
    if (this.#isPacked) yield* this.#unpacked()
    else for (let part = await this.#take(Infinity); part !== null; part = await this.#take(Infinity)) yield part
  }

  async *#unpacked(): AsyncGenerator<Buffer> {
    const inflating = new Inflating()
    for (let count = 0; ; count++) {
      const part = await this.#take(piece)
      if (part === null) return
      yield* await inflating.push(part)
      if (inflating.over === null) continue
      // The next member may begin in the same piece.
      this.#held = Buffer.concat([count === 0 ? part.subarray(1) : part, this.#held])
      throw new FileRefusal('damaged', `gzip: ${inflating.over}`)
    }
  }

  /** Goes on to where the next member may begin, after a broken place; false where there is none. */
  async toNextMember(): Promise<boolean> {
    for (let passed = 0; this.#isPacked && passed < farthest; passed += this.#held.length) {
      const found = (await this.#peek()).indexOf(magic)
      if (found >= 0) {
        this.#held = this.#held.subarray(found)
        return true
      }
      const tail = this.#held.subarray(Math.max(0, this.#held.length - 2))
      const next = await this.#chunks.next()
      if (next.done === true) return false
      this.#held = Buffer.concat([tail, next.value])
    }
    return false
  }

  /** Ends the stream, read to its end or not. */
  async close(): Promise<void> {
    await this.#chunks.return?.()
  }

  async #peek(): Promise<Buffer> {
    while (this.#held.length < magic.length) {
      const next = await this.#chunks.next()
      if (next.done === true) break
      this.#held = Buffer.concat([this.#held, next.value])
    }
    return this.#held
  }

  async #take(most: number): Promise<Buffer | null> {
    if ((await this.#peek()).length === 0) return null
    const part = this.#held.subarray(0, most)
    this.#held = this.#held.subarray(part.length)
    return part
  }
}

class Inflating {
  // A member that is cut short still gives what it has.
  readonly #gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })
  readonly #out: Buffer[] = []
  #resume = (): void => {}
  /** Why it came to an end. */
  over: string | null = null

  constructor() {
    this.#gunzip.on('data', (bytes: Buffer) => this.#out.push(bytes))
    this.#gunzip.on('error', (error) => this.#end(error.message))
    // It takes bytes that are no member for its end, and never answers for the piece that they stand in.
    this.#gunzip.on('end', () => this.#end('what follows is not packed'))
  }

  #end(why: string): void {
    this.over ??= why
    this.#resume()
  }

  async push(part: Buffer): Promise<Buffer[]> {
    await new Promise<void>((resolve) => {
      this.#resume = resolve
      this.#gunzip.write(part, () => resolve())
    })
    return this.#out.splice(0)
  }
}

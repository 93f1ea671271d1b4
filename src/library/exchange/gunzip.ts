import { constants, createGunzip, type Gunzip } from 'node:zlib'
import { FileRefusal } from './read-file.ts'

/** So many packed bytes are unpacked at a time: they come to 4 MiB at the most, and no more is lost before a broken place. */
const piece = 4 * 2 ** 10

/**
 * The bytes of a stream, unpacked where it is gzip (RFC 1952) with one member or many, as they are where it is not. What
 * stands before a broken place is given before it throws `FileRefusal` `damaged`; a stream that just ends is given as far as
 * it goes.
 */
export async function* unpacked(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let inflating: Inflating | null | undefined
  for await (const chunk of chunks) {
    if (inflating === undefined) inflating = isGzip(chunk) ? new Inflating() : null
    if (inflating === null) yield chunk
    else yield* inflating.push(chunk)
  }
}

export const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

class Inflating {
  readonly #gunzip: Gunzip
  readonly #out: Buffer[] = []
  /** Why it came to an end. */
  #over: string | null = null
  #resume = (): void => {}

  constructor() {
    // A member that is cut short still gives what it has.
    this.#gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })
    this.#gunzip.on('data', (bytes: Buffer) => this.#out.push(bytes))
    this.#gunzip.on('error', (error) => this.#end(error.message))
    // It takes bytes that are no member for its end, and never answers for the piece that they stand in.
    this.#gunzip.on('end', () => this.#end('what follows is not packed'))
  }

  #end(why: string): void {
    this.#over ??= why
    this.#resume()
  }

  async *push(chunk: Buffer): AsyncGenerator<Buffer> {
    for (let at = 0; at < chunk.length; at += piece) {
      await new Promise<void>((resolve) => {
        this.#resume = resolve
        this.#gunzip.write(chunk.subarray(at, at + piece), () => resolve())
      })
      yield* this.#out.splice(0)
      if (this.#over !== null) throw new FileRefusal('damaged', `gzip: ${this.#over}`)
    }
  }
}

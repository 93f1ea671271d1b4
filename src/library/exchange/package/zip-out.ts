import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { ZipFile } from 'yazl'

/** A file in the archive that is being written: what a data package lists of it. */
export interface Resource {
  readonly path: string
  /** SHA-256, hexadecimal digits. */
  readonly hash: string
  readonly bytes: number
}

export type Content = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

const chunk = 65_536

/** Writes a ZIP archive as a stream, one file after the other; ZIP64 where it grows too large for less. */
export class ZipOut {
  readonly #zip: ZipFile
  readonly #mtime: Date
  #source: Readable | null = null
  /** Nobody takes what is written any more. */
  #isLeft = false

  private constructor(zip: ZipFile, mtime: Date) {
    this.#zip = zip
    this.#mtime = mtime
  }

  /** `mtime` is what every file in it has as its time. */
  static async begin(mtime: Date): Promise<ZipOut> {
    const { ZipFile } = await import('yazl')
    return new ZipOut(new ZipFile(), mtime)
  }

  /** Adds a file; done when all of it was taken. `stored`: not deflated, so that parts of it can be read in place. */
  async add(path: string, content: Content, how: { readonly stored: boolean } = { stored: false }): Promise<Resource> {
    if (this.#isLeft) throw new Error('nobody reads this archive any more')
    const hash = createHash('sha256')
    let bytes = 0
    const counted = async function* (): AsyncGenerator<Buffer> {
      for await (const part of inChunks(content)) {
        hash.update(part)
        bytes += part.length
        yield part
      }
    }
    const source = Readable.from(counted(), { objectMode: false })
    this.#source = source
    const options = { compress: !how.stored, mtime: this.#mtime }
    withoutPool(() => this.#zip.addReadStreamLazy(path, options, this.#handOver))
    await finished(source)
    return { path, hash: hash.digest('hex'), bytes }
  }

  /** Of no file in particular: the archive keeps these to its end, and would keep what each file was made of. */
  readonly #handOver = (take: (error: null, source: Readable) => void): void => take(null, this.#source!)

  /** The archive, while `fill` adds files to it. What `fill` throws ends it. */
  async *bytes(fill: () => Promise<void>): AsyncGenerator<Uint8Array> {
    const output = this.#zip.outputStream as Readable
    const filling = fill().then(
      () => this.#zip.end(),
      (error: Error) => output.destroy(error)
    )
    try {
      for await (const part of output) yield part as Buffer
    } finally {
      // Whoever stops reading early leaves a file half written, which nobody would take any further.
      this.#isLeft = true
      this.#source?.destroy()
      await filling
    }
  }
}

/**
 * The archive keeps the name of every file to its end, as bytes. Out of the pool that small buffers share, each of them
 * would keep 64 kB alive: 260 MB for 4,000 articles.
 */
function withoutPool(work: () => void): void {
  const size = Buffer.poolSize
  Buffer.poolSize = 0
  try {
    work()
  } finally {
    Buffer.poolSize = size
  }
}

async function* inChunks(content: Content): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let size = 0
  for await (const part of content) {
    const bytes = Buffer.from(part as Uint8Array)
    waiting.push(bytes)
    size += bytes.length
    if (size < chunk) continue
    yield Buffer.concat(waiting)
    waiting = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(waiting)
}

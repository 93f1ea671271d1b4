import { open, type FileHandle } from 'node:fs/promises'
import { FileRefusal } from './read-file.ts'

const piece = 65_536

/** Bytes that come one piece after the other. */
export interface Bytes extends AsyncIterable<Buffer> {
  /** Passes over bytes without reading them, where that can be done; answers how many there were. */
  readonly skip?: (count: number) => Promise<number>
  /** What can be read after a broken place; null where there is nothing. */
  readonly goOn?: () => Promise<AsyncIterable<Buffer> | null>
  readonly close: () => void | Promise<void>
}

/** The bytes of a file from its start. Throws `FileRefusal` `unreadable`. */
export class FileBytes implements Bytes {
  readonly #file: FileHandle
  readonly #size: number
  #at = 0

  private constructor(file: FileHandle, size: number) {
    this.#file = file
    this.#size = size
  }

  static async open(path: string): Promise<FileBytes> {
    const file = await readable(open(path))
    return new FileBytes(file, (await readable(file.stat())).size)
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for (;;) {
      const { buffer, bytesRead } = await readable(this.#file.read(Buffer.allocUnsafe(piece), 0, piece, this.#at))
      if (bytesRead === 0) return
      this.#at += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  }

  skip = (count: number): Promise<number> => {
    const skipped = Math.min(count, Math.max(0, this.#size - this.#at))
    this.#at += skipped
    return Promise.resolve(skipped)
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}

async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw new FileRefusal('unreadable', (error as NodeJS.ErrnoException).code)
  }
}

import { createReadStream } from 'node:fs'
import { gunzipSync, constants, createGunzip } from 'node:zlib'
import { FileRefusal } from './read-file.ts'
import type { Opened } from './reader.ts'

/** In bytes, unpacked. The largest dump of a tracker that is known has some 20 GB. */
const largest = 40 * 2 ** 30
/** Text comes to some 1:10; above this a large file is a bomb. */
const mostRatio = 100
const largeFile = 16 * 2 ** 20
const chunk = 2 ** 20

export const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b

/** The first bytes of a file, of one packed by gzip (RFC 1952) those that are in it; as latin1 text. */
export function unpackedHead({ head }: Opened): string {
  if (!isGzip(head)) return head.toString('latin1')
  // Of a bomb, the first few bytes are enough.
  return inflated(head) ?? inflated(head.subarray(0, 4096)) ?? ''
}

function inflated(head: Buffer): string | null {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 16 * 2 ** 20 }
    return gunzipSync(head, options).toString('latin1', 0, 65_536)
  } catch {
    // No gzip after all: some other format may fit.
    return null
  }
}

/** The bytes of a file, unpacked where it is packed by gzip. Throws `FileRefusal`: `damaged`, `truncated`, `unsafe`. */
export async function* byteStream({ path, head, size }: Opened, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: chunk })
  const packed = isGzip(head)
  const stream = packed ? file.pipe(createGunzip({ chunkSize: chunk })) : file
  if (packed) file.on('error', (error) => stream.destroy(error))
  let bytes = 0
  try {
    for await (const part of stream) {
      signal?.throwIfAborted()
      bytes += (part as Buffer).length
      if (bytes > largest || (packed && bytes > largeFile && bytes > size * mostRatio))
        throw new FileRefusal('unsafe', `unpacks to more than ${bytes} bytes`)
      yield part as Buffer
    }
  } catch (error) {
    throw named(error)
  } finally {
    file.destroy()
    stream.destroy()
  }
}

function named(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'Z_BUF_ERROR') return new FileRefusal('truncated', 'gzip')
  if (code.startsWith('Z_')) return new FileRefusal('damaged', 'gzip')
  return /^E[A-Z]+$/.test(code) ? new FileRefusal('unreadable', code) : error
}

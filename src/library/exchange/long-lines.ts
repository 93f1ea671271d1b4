import { createReadStream } from 'node:fs'
import { FileRefusal } from './read-file.ts'

/**
 * The lines of a file without their ends (LF or CRLF), blank ones left out, one at a time in memory. Throws `FileRefusal`:
 * `too-large` for a line of more than `most` bytes, `unreadable`.
 */
export async function* longLines(path: string, most: number): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let size = 0
  const take = (): Buffer => {
    const line = Buffer.concat(parts)
    parts = []
    size = 0
    return line.at(-1) === 0x0d ? line.subarray(0, -1) : line
  }
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      let from = 0
      for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, from)) {
        parts.push(chunk.subarray(from, end))
        const line = take()
        if (line.length > 0) yield line
        from = end + 1
      }
      parts.push(chunk.subarray(from))
      size += chunk.length - from
      if (size > most) throw new FileRefusal('too-large', `a line of more than ${most} bytes`)
    }
  } catch (error) {
    if (error instanceof FileRefusal || !isOfSystem(error)) throw error
    throw new FileRefusal('unreadable', error.code)
  }
  const last = take()
  if (last.length > 0) yield last
}

const isOfSystem = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error

import { createReadStream } from 'node:fs'
import { FileRefusal } from './read-file.ts'

/**
 * The lines of a file in UTF-8, one after the other, whatever its size; null in place of a line of more than `most` bytes.
 * Throws `FileRefusal` `unreadable`.
 */
export async function* textLines(path: string, most: number): AsyncGenerator<string | null> {
  let parts: Buffer[] = []
  let size = 0
  const line = (): string | null => {
    const text =
      size > most
        ? null
        : Buffer.concat(parts)
            .toString('utf8')
            .replace(/^\uFEFF|\r$/g, '')
    parts = []
    size = 0
    return text
  }
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      let from = 0
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
        size += end - from
        if (size <= most) parts.push(chunk.subarray(from, end))
        yield line()
        from = end + 1
      }
      size += chunk.length - from
      if (size <= most) parts.push(chunk.subarray(from))
      else parts = []
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code === undefined ? error : new FileRefusal('unreadable', code)
  }
  if (size > 0) yield line()
}

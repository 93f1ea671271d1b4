import { PackageFault } from './fault.ts'

/** A text of 20 MB in one block is the most that is stored; escapes can make it longer. */
const longest = 64_000_000

/** The lines of a file as bytes, without their ends. Throws `PackageFault` for one that has no end within reason. */
export async function* linesOf(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let size = 0
  for await (const part of parts) {
    let from = 0
    for (let end = part.indexOf(10); end >= 0; end = part.indexOf(10, from)) {
      yield Buffer.concat([...waiting, part.subarray(from, end)])
      waiting = []
      size = 0
      from = end + 1
    }
    waiting.push(part.subarray(from))
    size += part.length - from
    if (size > longest) throw new PackageFault('line', null, 'too long')
  }
  if (size > 0) throw new PackageFault('line', null, 'the last has no end')
}

import { createHash } from 'node:crypto'
import { createGunzip } from 'node:zlib'
import { pipeline } from 'node:stream'
import { PackageFault } from './fault.ts'

/** A payload that begins, goes on, or ends: with its SHA-256 in hexadecimal digits. */
export interface PayloadSink {
  readonly part: (bytes: Buffer) => void
  readonly end: (hash: string) => void
}

const mostHead = 1_000_000
/** Texts come to some 1:20. A file that unpacks to more than this, and to so many times its size, is a bomb. */
const large = 50_000_000
const mostRatio = 200

/**
 * Reads the payloads of a WARC file as packages have it, part by part, and checks each against the digest that its record
 * states. Throws `PackageFault`: `unreadable`, `body`.
 */
export async function readPayloads(parts: AsyncIterable<Buffer>, sink: PayloadSink): Promise<void> {
  const reader = new RecordReader(unpacked(parts))
  while (await reader.more()) {
    const head = fieldsOf(await reader.until('\r\n\r\n'))
    const length = Number(head.get('content-length') ?? Number.NaN)
    if (!Number.isSafeInteger(length) || length < 0) throw new PackageFault('unreadable', null, 'Content-Length')
    const type = head.get('warc-type')
    if (type === 'response' || type === 'resource') {
      const before = type === 'response' ? (await reader.until('\r\n\r\n')).length : 0
      if (before > length) throw new PackageFault('unreadable', null, 'Content-Length')
      const hash = createHash('sha256')
      await reader.take(length - before, (part) => {
        hash.update(part)
        sink.part(part)
      })
      const found = hash.digest('hex')
      if (head.get('warc-payload-digest') !== `sha256:${found}`)
        throw new PackageFault('body', null, head.get('warc-record-id'))
      sink.end(found)
    } else await reader.take(length, () => {})
    if ((await reader.until('\r\n\r\n')).length !== 4) throw new PackageFault('unreadable', null, 'end of a record')
  }
}

async function* unpacked(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let packed = 0
  let bytes = 0
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const part of parts) {
      packed += part.length
      yield part
    }
  }
  const gunzip = createGunzip()
  pipeline(counted, gunzip, () => {})
  try {
    for await (const part of gunzip) {
      bytes += (part as Buffer).length
      if (bytes > large && bytes > packed * mostRatio) throw new PackageFault('unreadable', null, 'a bomb')
      yield part as Buffer
    }
  } catch (error) {
    if (error instanceof PackageFault || !(error instanceof Error)) throw error
    throw new PackageFault('unreadable', null, error.message)
  }
}

function fieldsOf(head: Buffer): Map<string, string> {
  const [first, ...lines] = head.toString().trimEnd().split('\r\n')
  if (!/^WARC\/1\.\d$/.test(first ?? '')) throw new PackageFault('unreadable', null, 'no WARC record')
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    })
  )
}

/** Takes bytes off a stream as they are asked for. */
class RecordReader {
  readonly #parts: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(parts: AsyncIterable<Buffer>) {
    this.#parts = parts[Symbol.asyncIterator]()
  }

  /** Whether anything is left. */
  async more(): Promise<boolean> {
    while (this.#rest.length === 0) if (!(await this.#read())) return false
    return true
  }

  /** All up to and with an end. */
  async until(end: string): Promise<Buffer> {
    for (let from = 0; ;) {
      const at = this.#rest.indexOf(end, from, 'latin1')
      if (at >= 0) return this.#cut(at + end.length)
      from = Math.max(0, this.#rest.length - end.length)
      if (this.#rest.length > mostHead) throw new PackageFault('unreadable', null, 'no end of a head')
      if (!(await this.#read())) throw new PackageFault('unreadable', null, 'ends early')
    }
  }

  async take(length: number, part: (bytes: Buffer) => void): Promise<void> {
    for (let left = length; left > 0;) {
      if (!(await this.more())) throw new PackageFault('unreadable', null, 'ends early')
      const bytes = this.#cut(Math.min(left, this.#rest.length))
      left -= bytes.length
      part(bytes)
    }
  }

  #cut(length: number): Buffer {
    const bytes = this.#rest.subarray(0, length)
    this.#rest = this.#rest.subarray(length)
    return bytes
  }

  async #read(): Promise<boolean> {
    const { done, value } = await this.#parts.next()
    if (done === true) return false
    this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value])
    return true
  }
}

import { readSync } from 'node:fs'

interface WalPages {
  /** Where in the log the newest committed content of a page begins. */
  readonly offsets: ReadonlyMap<number, number>
  /** How many pages the library has after the last commit in the log. */
  readonly count: number
  readonly pageSize: number
}

const headerSize = 32
const frameHeaderSize = 24

/**
 * The pages that a write-ahead log holds up to its last whole commit; null where it holds none. What follows a frame
 * whose checksum is wrong was never committed, or is damaged. Format: sqlite.org/fileformat2.html, section 4.
 */
export function readWal(file: number, size: number): WalPages | null {
  const header = readAt(file, 0, headerSize)
  const magic = header.length === headerSize ? header.readUInt32BE(0) : 0
  if (magic >>> 1 !== 0x377f0682 >>> 1) return null
  const sum = new Checksum(magic % 2 === 1)
  sum.add(header.subarray(0, 24))
  if (!sum.isAt(header, 24)) return null
  return readFrames(file, size, { header, sum, pageSize: header.readUInt32BE(8) })
}

interface Log {
  readonly header: Buffer
  readonly sum: Checksum
  readonly pageSize: number
}

function readFrames(file: number, size: number, { header, sum, pageSize }: Log): WalPages | null {
  const [offsets, open] = [new Map<number, number>(), new Map<number, number>()]
  let count = 0
  const whole = frameHeaderSize + pageSize
  for (let at = headerSize; at + whole <= size; at += whole) {
    const frame = readAt(file, at, whole)
    sum.add(frame.subarray(0, 8))
    sum.add(frame.subarray(frameHeaderSize))
    const salted = frame.subarray(8, 16).equals(header.subarray(16, 24))
    if (!salted || !sum.isAt(frame, 16)) break
    open.set(frame.readUInt32BE(0), at + frameHeaderSize)
    const committed = frame.readUInt32BE(4)
    if (committed === 0) continue
    count = committed
    for (const [page, offset] of open) offsets.set(page, offset)
    open.clear()
  }
  return count === 0 ? null : { offsets, count, pageSize }
}

/** Up to `length` bytes of a file; fewer at its end. */
export function readAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(file, bytes, 0, length, offset))
}

/** The log's own checksum: two sums over words of 32 bits, which run on from frame to frame. */
class Checksum {
  readonly #bigEndian: boolean
  #first = 0
  #second = 0

  constructor(bigEndian: boolean) {
    this.#bigEndian = bigEndian
  }

  add(bytes: Buffer): void {
    for (let i = 0; i + 8 <= bytes.length; i += 8) {
      this.#first = (this.#first + this.#word(bytes, i) + this.#second) >>> 0
      this.#second = (this.#second + this.#word(bytes, i + 4) + this.#first) >>> 0
    }
  }

  isAt(bytes: Buffer, offset: number): boolean {
    return bytes.readUInt32BE(offset) === this.#first && bytes.readUInt32BE(offset + 4) === this.#second
  }

  #word(bytes: Buffer, offset: number): number {
    return this.#bigEndian ? bytes.readUInt32BE(offset) : bytes.readUInt32LE(offset)
  }
}

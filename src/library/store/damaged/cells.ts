import type { Pages } from './pages.ts'

export type Value = string | number | Buffer | null

/** One entry of a table or an index: its values, and its rowid where it is a table's. */
export interface Cell {
  readonly rowid: number | null
  readonly values: readonly Value[]
}

const kinds = { 2: 'index', 5: 'table', 10: 'index leaf', 13: 'table leaf' } as const
type Kind = (typeof kinds)[keyof typeof kinds]

/** A page of a tree: what it is, where its entries begin, which pages are below it. */
export interface TreePage {
  readonly kind: Kind
  readonly bytes: Buffer
  readonly offsets: readonly number[]
  readonly below: readonly number[]
}

/** Reads a page as one of a tree; undefined where it is none, or damaged. */
export function treePage(pages: Pages, number: number): TreePage | undefined {
  const bytes = pages.read(number)
  const start = number === 1 ? 100 : 0
  const kind = kinds[bytes[start] as keyof typeof kinds] as Kind | undefined
  if (kind === undefined) return undefined
  const inner = kind === 'table' || kind === 'index'
  const first = start + (inner ? 12 : 8)
  const count = bytes.readUInt16BE(start + 3)
  if (first + 2 * count > bytes.length) return undefined
  const offsets = Array.from({ length: count }, (_, i) => bytes.readUInt16BE(first + 2 * i))
  if (offsets.some((offset) => offset < first + 2 * count || offset + 4 > bytes.length)) return undefined
  const below = inner ? [...offsets.map((offset) => bytes.readUInt32BE(offset)), bytes.readUInt32BE(start + 8)] : []
  return { kind, bytes, offsets, below }
}

/**
 * The entry at an offset; undefined where it cannot be read, or has more than `longest` bytes. An inner page of a table
 * has none.
 */
export function cellAt(
  pages: Pages,
  { kind, bytes }: TreePage,
  offset: number,
  longest = Number.POSITIVE_INFINITY
): Cell | undefined {
  if (kind === 'table') return undefined
  try {
    const reader = new Reader(bytes, kind === 'index' ? offset + 4 : offset)
    const length = reader.varint()
    if (length > longest) return undefined
    const rowid = kind === 'table leaf' ? reader.varint() : null
    return { rowid, values: valuesOf(payload(pages, reader, { length, inTable: rowid !== null })) }
  } catch {
    return undefined
  }
}

interface Payload {
  readonly length: number
  readonly inTable: boolean
}

/** What of an entry does not fit its page goes on in a list of pages (section 1.6 of the format). */
function payload(pages: Pages, reader: Reader, { length, inTable }: Payload): Buffer {
  if (length > pages.count * pages.size) throw new RangeError('longer than the file')
  const usable = pages.size
  const most = inTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
  if (length <= most) return reader.bytes(length)
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const wanted = least + ((length - least) % (usable - 4))
  const parts = [reader.bytes(wanted <= most ? wanted : least)]
  let next = reader.bytes(4).readUInt32BE(0)
  for (let left = length - parts[0]!.length; left > 0; left -= usable - 4) {
    const page = pages.read(next)
    parts.push(page.subarray(4, 4 + Math.min(left, usable - 4)))
    next = page.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

function valuesOf(record: Buffer): Value[] {
  const header = new Reader(record, 0)
  const end = header.varint()
  const types: number[] = []
  while (header.at < end) types.push(header.varint())
  const body = new Reader(record, end)
  return types.map((type) => valueOf(type, body))
}

const integerSizes = [0, 1, 2, 3, 4, 6, 8]

function valueOf(type: number, body: Reader): Value {
  if (type === 0) return null
  if (type === 7) return body.bytes(8).readDoubleBE(0)
  if (type === 8 || type === 9) return type - 8
  if (type === 6) return Number(body.bytes(8).readBigInt64BE(0))
  if (type < 6) return body.bytes(integerSizes[type]!).readIntBE(0, integerSizes[type]!)
  if (type < 12) throw new RangeError('a reserved type')
  const bytes = body.bytes((type - (type % 2 === 0 ? 12 : 13)) / 2)
  return type % 2 === 0 ? Buffer.from(bytes) : bytes.toString('utf8')
}

/** Reads on from a place; throws at the end of what there is. */
class Reader {
  readonly #bytes: Buffer
  at: number

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes
    this.at = at
  }

  bytes(length: number): Buffer {
    if (this.at + length > this.#bytes.length) throw new RangeError('past the end')
    this.at += length
    return this.#bytes.subarray(this.at - length, this.at)
  }

  /** One to nine bytes, seven bits each, the ninth with eight. */
  varint(): number {
    let value = 0n
    for (let i = 0; i < 9; i++) {
      const byte = this.bytes(1)[0]!
      value = i === 8 ? (value << 8n) | BigInt(byte) : (value << 7n) | BigInt(byte & 127)
      if (byte < 128 || i === 8) break
    }
    return Number(BigInt.asIntN(64, value))
  }
}

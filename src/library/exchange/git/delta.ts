import { FileRefusal } from '../read-file.ts'

/**
 * What a delta makes of its base (gitformat-pack, "Deltified representation"): stretches copied from the base, and bytes
 * of its own. Throws `FileRefusal` `damaged` where it does not fit, `too-large` where more than `most` bytes come of it.
 */
export function applyDelta(base: Buffer, delta: Buffer, most: number): Buffer {
  const reader = { bytes: delta, at: 0 }
  const from = readSize(reader)
  const size = readSize(reader)
  if (from !== base.length) throw new FileRefusal('damaged', 'a delta of another base')
  if (size > most) throw new FileRefusal('too-large', `${size} bytes`)
  const made = Buffer.alloc(size)
  let filled = 0
  while (reader.at < delta.length) {
    const piece = readPiece(reader, base)
    if (filled + piece.length > size) throw new FileRefusal('damaged', 'a delta that makes too much')
    piece.copy(made, filled)
    filled += piece.length
  }
  if (filled !== size) throw new FileRefusal('damaged', 'a delta that makes too little')
  return made
}

interface Reader {
  readonly bytes: Buffer
  at: number
}

function next(reader: Reader): number {
  const byte = reader.bytes[reader.at++]
  if (byte === undefined) throw new FileRefusal('damaged', 'a delta that ends early')
  return byte
}

/** Seven bits a byte, the lowest first; the top bit says that more follow. */
function readSize(reader: Reader): number {
  let size = 0
  for (let shift = 0; ; shift += 7) {
    const byte = next(reader)
    size += (byte & 127) * 2 ** shift
    if (byte < 128) return size
    if (shift > 42) throw new FileRefusal('damaged', 'a size without end')
  }
}

function readPiece(reader: Reader, base: Buffer): Buffer {
  const code = next(reader)
  if (code === 0) throw new FileRefusal('damaged', 'a delta with a code that is reserved')
  if (code < 128) {
    const piece = reader.bytes.subarray(reader.at, reader.at + code)
    reader.at += code
    if (piece.length < code) throw new FileRefusal('damaged', 'a delta that ends early')
    return piece
  }
  const offset = readParts(reader, code, 4)
  const size = readParts(reader, code >> 4, 3) || 0x10000
  if (offset + size > base.length) throw new FileRefusal('damaged', 'a delta that copies what is not there')
  return base.subarray(offset, offset + size)
}

/** The bits of `code` say which bytes of a number are there, the lowest first. */
function readParts(reader: Reader, code: number, count: number): number {
  let value = 0
  for (let i = 0; i < count; i++) if ((code & (1 << i)) !== 0) value += next(reader) * 2 ** (8 * i)
  return value
}

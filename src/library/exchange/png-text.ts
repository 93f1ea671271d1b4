import { crc32 } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** The first chunk, which every PNG begins with: length, name, 13 bytes, checksum. */
const header = signature.length + 25

/**
 * Writes a text into a PNG as an uncompressed international text chunk (PNG 3, 11.3.3.4), right after its header. Throws
 * RangeError where the bytes are no PNG.
 */
export function withText(png: Uint8Array, keyword: string, text: string): Buffer {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  if (!bytes.subarray(0, 8).equals(signature) || bytes.length < header) throw new RangeError('not a PNG')
  // Keyword, end, not compressed (two bytes), no language, no translated keyword.
  const data = Buffer.concat([Buffer.from(keyword, 'latin1'), Buffer.alloc(5), Buffer.from(text)])
  return Buffer.concat([bytes.subarray(0, header), chunk('iTXt', data), bytes.subarray(header)])
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

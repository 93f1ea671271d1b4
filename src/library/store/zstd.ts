import { compressUsingDict, createCCtx, createDCtx, decompressUsingDict, init } from '@bokuweb/zstd-wasm'

// The code is WebAssembly, which can only be made ready asynchronously (6 ms). Node gets zstd of its own in 22.15.
await init()
const [compressor, decompressor] = [createCCtx(), createDCtx()]

/** Level 3 is what the authors recommend; 9 makes pages 6 % smaller and takes seven times as long. */
const level = 3

/** The most bytes that one frame may hold here: WebAssembly has 2 GB for text, dictionary and tables together. */
const largestFrame = 64_000_000

/** A dictionary that begins like this would be taken for a trained one (RFC 8878 section 5), which raw bytes are not. */
const trained = Buffer.from([0x37, 0xa4, 0x30, 0xec])

/** Whether raw bytes can serve as a dictionary. */
export const isDictionary = (bytes: Buffer): boolean => bytes.length >= 8 && !bytes.subarray(0, 4).equals(trained)

/**
 * Bytes as one Zstandard frame (RFC 8878) with a raw dictionary, which `zstd -d --patch-from=DICTIONARY` reads. What
 * it gives was decompressed again and compared. Throws for more than `largestFrame` bytes.
 */
export function compress(bytes: Buffer, dictionary: Buffer | null): Buffer {
  if (bytes.length > largestFrame) throw new RangeError(`${bytes.length} bytes are too many to compress`)
  const frame = Buffer.from(compressUsingDict(compressor, bytes, dictionary ?? Buffer.alloc(0), level))
  if (!decompress(frame, dictionary, bytes.length).equals(bytes))
    throw new Error('zstd: the frame holds something else')
  return frame
}

/** The `size` bytes that a frame holds. Throws for a frame of another size before anything is allocated for it. */
export function decompress(frame: Buffer, dictionary: Buffer | null, size: number): Buffer {
  if (size > largestFrame || contentSize(frame) !== size) throw new RangeError('zstd: not a frame of that size')
  const bytes = Buffer.from(decompressUsingDict(decompressor, frame, dictionary ?? Buffer.alloc(0)))
  if (bytes.length !== size) throw new RangeError('zstd: not a frame of that size')
  return bytes
}

/** What a frame's header says about its size (RFC 8878 section 3.1.1.1); undefined where it says nothing. */
function contentSize(frame: Buffer): number | undefined {
  if (frame.length < 6 || frame.readUInt32LE(0) !== 0xfd2fb528) return undefined
  const descriptor = frame[4]!
  const single = (descriptor & 0x20) !== 0
  const at = 5 + (single ? 0 : 1) + [0, 1, 2, 4][descriptor & 3]!
  const length = [single ? 1 : 0, 2, 4, 8][descriptor >> 6]!
  if (length === 0 || frame.length < at + length) return undefined
  if (length === 8) return Number(frame.readBigUInt64LE(at))
  return frame.readUIntLE(at, length) + (length === 2 ? 256 : 0)
}

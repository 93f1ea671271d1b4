import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { FileRefusal } from './read-file.ts'

const unpack = promisify(inflate)

/** What one stream may unpack to, in bytes; the parser holds a stream whole, and up to twice its size. */
const largestStream = 24 * 2 ** 20
/** What all may, which bounds the time. */
const largestWhole = 500 * 2 ** 20
const mostStreams = 100_000
const mostLayers = 3

/**
 * Looks through a PDF file (ISO 32000-1) before a parser that knows no bounds reads it: every stream is unpacked here first.
 * Throws `FileRefusal`: `unsafe` for what unpacks to too much or in ways that cannot be bounded, `encrypted`, `truncated`.
 */
export async function guardPdf(bytes: Buffer, signal: AbortSignal): Promise<void> {
  refuseUnbounded(bytes.toString('latin1'))
  if (!bytes.includes('%%EOF', Math.max(0, bytes.length - 4096), 'latin1'))
    throw new FileRefusal('truncated', 'no %%EOF')
  let [whole, count] = [0, 0]
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    signal.throwIfAborted()
    if (++count > mostStreams) throw new FileRefusal('unsafe', `more than ${mostStreams} streams`)
    whole += await sizeAt(bytes, at + 6)
    if (whole > largestWhole) throw new FileRefusal('unsafe', `streams that unpack to more than ${largestWhole} bytes`)
  }
}

/** By their long and short names (7.4.1, 8.9.7). */
const packings = /\/(LZWDecode|LZW|RunLengthDecode|RL|ASCII85Decode|A85|ASCIIHexDecode|AHx)(?=[ /<>[\]()%])/
/** A packing that another object names, or that a comment stands before, cannot be seen here. */
const hidden = /\/Filter ?(?:\[ ?)?%|[ <>)\]]\/F ?(?:\[ ?)?%|\/F(?:ilter)? ?(?:\d+ \d+ R|\[[^\]]{0,500}?\d+ \d+ R)/

/** Names are looked for wherever they stand, in any way of writing them (7.3.5: any letter may be `#` and two digits). */
function refuseUnbounded(source: string): void {
  const text = source
    .replace(/#([\da-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replace(/[\0\s]+/g, ' ')
  if (/\/Encrypt(?=[ /<>[\]()%])/.test(text)) throw new FileRefusal('encrypted')
  const packing = packings.exec(text)?.[1]
  if (packing !== undefined) throw new FileRefusal('unsafe', `a stream packed with ${packing}`)
  if (hidden.test(text)) throw new FileRefusal('unsafe', 'a packing that is named elsewhere')
}

/** What a stream unpacks to that begins at a place, give or take a line break; 0 where it is not packed. */
async function sizeAt(bytes: Buffer, at: number): Promise<number> {
  let size = 0
  for (let from = at; from <= at + 3; from++)
    if (beginsAsZlib(bytes, from)) size += await sizeOf(bytes.subarray(from), 1)
  return size
}

const beginsAsZlib = (bytes: Buffer, at: number): boolean =>
  at + 1 < bytes.length && (bytes[at]! & 0x0f) === 8 && bytes.readUInt16BE(at) % 31 === 0

async function sizeOf(packed: Buffer, layer: number): Promise<number> {
  if (layer > mostLayers) throw new FileRefusal('unsafe', 'a stream packed more than three times')
  try {
    const bytes = await unpack(packed, { maxOutputLength: largestStream })
    return bytes.length + (beginsAsZlib(bytes, 0) ? await sizeOf(bytes, layer + 1) : 0)
  } catch (error) {
    if (error instanceof FileRefusal) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new FileRefusal('unsafe', `a stream of more than ${largestStream} bytes`)
    // Damaged, or no packed data after all: the parser reads up to where it breaks, which is less than the bound.
    return 0
  }
}

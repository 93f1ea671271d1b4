import { promisify } from 'node:util'
import * as zlib from 'node:zlib'
import type { Limits } from './limits.ts'
import type { Refusal } from './refusal.ts'
import type { Turns } from './turns.ts'

type Decoder = (bytes: Buffer, options: zlib.ZlibOptions) => Promise<Buffer>

const inflate: Decoder = promisify(zlib.inflate)
const inflateRaw: Decoder = promisify(zlib.inflateRaw)
const gunzip: Decoder = promisify(zlib.gunzip)

const decoders = new Map<string, Decoder>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['br', promisify(zlib.brotliDecompress)],
  // RFC 9110 8.4.1.2 says zlib's format; servers that send bare deflate data are as common.
  ['deflate', (bytes, options) => (hasZlibHeader(bytes) ? inflate(bytes, options) : inflateRaw(bytes, options))]
])
// Never asked for, and there from Node 22.15 on.
if ('zstdDecompress' in zlib) decoders.set('zstd', promisify(zlib.zstdDecompress) as unknown as Decoder)

function hasZlibHeader(bytes: Buffer): boolean {
  return bytes.length > 1 && (bytes[0]! & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0
}

/** The content codings of a response, in the order in which they were applied; a refusal for too many or unknown ones. */
export function codingsOf(header: string | undefined, limits: Limits): readonly string[] | Refusal {
  const names = (header ?? '')
    .toLowerCase()
    .split(',', limits.codings * 2)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  const unknown = names.find((name) => !decoders.has(name))
  if (unknown !== undefined) return bad(`content coding ${unknown.slice(0, 50)}`)
  if (names.length > limits.codings) return bad(`${names.length} content codings`)
  return names
}

/**
 * Takes content codings off, the last first, within the limits: each layer may come to `decoded` bytes and to `ratio` times
 * what came. Data that ends early or is damaged is `incomplete`. `turns` bounds how many are decoded at once.
 */
export async function decodeContent(
  bytes: Buffer,
  codings: readonly string[],
  { limits, turns }: { readonly limits: Limits; readonly turns: Turns }
): Promise<Buffer | Refusal> {
  // Servers that send no body say that it is compressed all the same.
  if (codings.length === 0 || bytes.length === 0) return bytes
  const maxOutputLength = Math.min(limits.decoded, Math.max(limits.ratioFrom, bytes.length * limits.ratio))
  const release = await turns.take()
  try {
    let body = bytes
    for (const coding of codings.toReversed()) body = await decoders.get(coding)!(body, { maxOutputLength })
    return body
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(`${bytes.length} bytes decode to more than ${maxOutputLength}`)
    return { failure: 'incomplete', detail: `${codings.join(', ')}: ${message} (${code})` }
  } finally {
    release()
  }
}

function bad(detail: string): Refusal {
  return { failure: 'bad-response', detail }
}

export function tooLarge(detail: string): Refusal {
  return { failure: 'too-large', detail }
}

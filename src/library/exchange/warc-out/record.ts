import { createHash } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const gzipped = promisify(gzip)

type WarcType = 'warcinfo' | 'response' | 'resource' | 'revisit'

/** A record of WARC 1.1 (iipc.github.io/warc-specifications): what it says of itself, and its block. */
export interface WarcRecord {
  readonly type: WarcType
  /** Without angle brackets: `urn:uuid:…`. */
  readonly id: string
  /** ISO 8601 UTC. */
  readonly date: string
  readonly contentType: string
  /** Further headers, in order. */
  readonly more: readonly (readonly [string, string])[]
  readonly block: Buffer
}

const profile = 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest'

/** The profile of a record that says: the same bytes as in an earlier one. */
export const samePayload = ['WARC-Profile', profile] as const

/** `sha256:` and hexadecimal digits, as WARC and CDXJ label a digest. */
const digestOf = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** The name of a record: the same for the same observation however often it is written (RFC 9562, version 8). */
export function recordId(of: string): string {
  const hash = createHash('sha256').update(`palimpsest/warc/1\n${of}`).digest()
  hash[6] = (hash[6]! & 0x0f) | 0x80
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = hash.toString('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)]
  return `urn:uuid:${parts.join('-')}`
}

/** A value that ends its line early would be another header. */
// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const oneLine = (text: string): string => text.replaceAll(/[\x00-\x1f\x7f]+/g, ' ').trim()

/** An address without blanks and line breaks; what is none is taken as it is. */
export const warcAddress = (url: string): string => (URL.canParse(url) ? new URL(url).href : encodeURI(oneLine(url)))

/** A record as a gzip member of its own, so that it can be read from its place in the file alone. */
export async function packRecord({ type, id, date, contentType, more, block }: WarcRecord): Promise<Buffer> {
  const headers: (readonly [string, string])[] = [
    ['WARC-Type', type],
    ['WARC-Record-ID', `<${id}>`],
    ['WARC-Date', date],
    ...more,
    ['WARC-Block-Digest', digestOf(block)],
    ['Content-Type', contentType],
    ['Content-Length', String(block.length)]
  ]
  const head = headers.map(([name, value]) => `${name}: ${oneLine(value)}\r\n`).join('')
  return await gzipped(Buffer.concat([Buffer.from(`WARC/1.1\r\n${head}\r\n`), block, Buffer.from('\r\n\r\n')]))
}

/** What belonged to the transfer of bytes that are kept without it. */
const ofTheTransfer = new Set(['content-encoding', 'transfer-encoding', 'content-length'])

/**
 * The head of a response, made of what was kept of it: its status, and a selection of its headers. `length`: that of the
 * body that follows, in bytes; null where none does.
 */
export function httpHead(status: number, headers: Readonly<Record<string, string>>, length: number | null): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => {
    const shown = ofTheTransfer.has(name.toLowerCase()) ? `x-orig-${name}` : name
    return `${oneLine(shown).replaceAll(/[: ]/g, '-')}: ${oneLine(value)}\r\n`
  })
  const first = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`.trimEnd()
  const end = length === null ? '' : `content-length: ${length}\r\n`
  return Buffer.from(`${first}\r\n${lines.join('')}${end}\r\n`)
}

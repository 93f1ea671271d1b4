import { createHash, type Hash } from 'node:crypto'
import type { ByteReader } from './byte-reader.ts'
import { FileRefusal } from './read-file.ts'
import { digestOf, type Digest } from './warc-digest.ts'

/** A record of a web archive, its block not yet read. */
export interface WarcRecord {
  readonly kind: 'record'
  /** `response`, `revisit` and so on (ISO 28500, 5.5). */
  readonly type: string
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  readonly block: Block
}

/** A stretch of a file in which no record could be found. */
export interface Lost {
  readonly kind: 'lost'
  readonly detail: string
}

const longestLine = 65_536
const mostLines = 500
/** After so many bytes without a record, or blanks, a file is taken for broken. */
const mostLost = 16 * 2 ** 20
const mostBlank = 2 ** 20

/**
 * The records of a WARC file (ISO 28500:2017, WARC/1.1, and 1.0) or an ARC file (Internet Archive, 1996), unpacked, one after
 * the other; the block of each can be read until the next is asked for. Throws `FileRefusal`: `truncated` where the file ends
 * inside of a record, `damaged` where next to nothing in it is one.
 */
export async function* readRecords(bytes: ByteReader): AsyncGenerator<WarcRecord | Lost> {
  let [lost, blank] = [0, 0]
  for (;;) {
    const line = await bytes.line(longestLine)
    if (line === null) break
    const headers = await readHeaders(bytes, line)
    if (headers === null) {
      if (line.toString('latin1').trim() !== '') lost += line.length
      else blank += line.length
      if (lost > mostLost || blank > mostBlank)
        throw new FileRefusal('damaged', `${lost + blank} bytes without a record`)
      continue
    }
    if (lost > 0) yield { kind: 'lost', detail: `${lost} bytes that belong to no record` }
    lost = blank = 0
    const length = lengthOf(headers)
    const type = headers.get('warc-type')?.toLowerCase() ?? ''
    const block = new Block(bytes, length, type === '' ? null : digestOf(headers.get('warc-block-digest')))
    yield { kind: 'record', type, headers, block }
    await block.skip()
  }
  if (lost > 0) yield { kind: 'lost', detail: `${lost} bytes that belong to no record` }
}

async function readHeaders(bytes: ByteReader, first: Buffer): Promise<Map<string, string> | null> {
  const line = first.toString('utf8').trimEnd()
  return /^WARC\/\d\.\d+$/.test(line) ? await readFields(bytes) : readArcLine(line)
}

/** Named fields until an empty line; a line that begins with a blank goes on with the one before (RFC 822). */
async function readFields(bytes: ByteReader): Promise<Map<string, string>> {
  const fields = new Map<string, string>()
  let last = ''
  for (let count = 0; count < mostLines; count++) {
    const line = (await bytes.line(longestLine))?.toString('utf8').trimEnd()
    if (line === undefined) throw new FileRefusal('truncated', 'in the head of a record')
    if (line === '') return fields
    const colon = line.indexOf(':')
    if (/^[ \t]/.test(line)) fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`)
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase()
      fields.set(last, line.slice(colon + 1).trim())
    }
  }
  throw new FileRefusal('damaged', `a record with more than ${mostLines} fields`)
}

/**
 * The one line in front of a record of an ARC file, as the fields of a WARC record; null where it is none: address, IP address,
 * time, type and, in version 2, five fields more, at last the length. Blanks may stand in the address, so it is read backwards.
 */
function readArcLine(line: string): Map<string, string> | null {
  if (!/^[a-z][a-z\d+.-]{0,20}:/i.test(line)) return null
  const parts = line.split(' ')
  const length = parts.at(-1)!
  const from = [3, 8].find((back) => parts.length > back + 1 && /^\d{12,17}$/.test(parts.at(-back)!))
  if (from === undefined || !/^\d{1,15}$/.test(length)) return null
  const target = parts.slice(0, -from - 1).join(' ')
  return new Map([
    ['warc-type', target.startsWith('filedesc:') ? 'warcinfo' : 'response'],
    ['warc-target-uri', target],
    ['warc-date', parts.at(-from)!],
    ['content-type', parts.at(-from + 1)!],
    ['content-length', length]
  ])
}

function lengthOf(headers: ReadonlyMap<string, string>): number {
  const text = headers.get('content-length') ?? '0'
  const length = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(length)) throw new FileRefusal('damaged', `Content-Length ${text.slice(0, 50)}`)
  return length
}

/** What follows the head of a record; it can be read once. */
export class Block {
  readonly #bytes: ByteReader
  readonly #hash: Hash | null
  readonly #digest: Digest | null
  #left: number

  constructor(bytes: ByteReader, length: number, digest: Digest | null) {
    this.#bytes = bytes
    this.#left = length
    this.#digest = digest
    this.#hash = digest === null ? null : createHash(digest.algorithm)
  }

  /** How many bytes are not yet read. */
  get left(): number {
    return this.#left
  }

  /** The next line with its line feed; null at the end of the block. */
  async line(): Promise<Buffer | null> {
    if (this.#left === 0) return null
    return this.#took(await this.#bytes.line(Math.min(this.#left, longestLine)))
  }

  /** All that is left; null where that is more than `most` bytes. */
  async rest(most: number): Promise<Buffer | null> {
    if (this.#left > most) return null
    const parts: Buffer[] = []
    while (this.#left > 0) parts.push(this.#took(await this.#bytes.some(this.#left)))
    return Buffer.concat(parts)
  }

  async skip(): Promise<void> {
    this.#left -= await this.#bytes.skip(this.#left)
    if (this.#left > 0) throw this.#cut()
  }

  /** Whether its digest fits, once all was read; null where it has none that can be checked. */
  get isIntact(): boolean | null {
    if (this.#hash === null || this.#left > 0) return null
    return this.#hash.copy().digest().equals(this.#digest!.value)
  }

  #took(part: Buffer | null): Buffer {
    if (part === null) throw this.#cut()
    this.#left -= part.length
    this.#hash?.update(part)
    return part
  }

  #cut(): FileRefusal {
    return new FileRefusal('truncated', `${this.#left} bytes before the end of a record`)
  }
}

import { codingsOf, decodeContent } from '../fetch/coding.ts'
import { joinHeaders, type Headers } from '../fetch/headers.ts'
import { usualLimits } from '../fetch/limits.ts'
import { createTurns } from '../fetch/turns.ts'
import { isText } from '../watch/text-type.ts'
import { FileRefusal, largestFile } from './read-file.ts'
import type { Block } from './warc-records.ts'

/** The head of a response as an archive keeps it. */
export interface Head {
  readonly status: number
  /** Names in lower case; no cookies. */
  readonly headers: Headers
}

const mostLines = 500

/** Reads the head of a response (RFC 9112) off a block; null where the block begins otherwise. */
export async function readHead(block: Block): Promise<Head | null> {
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/.exec(textOf(await block.line()))
  if (status === null) return null
  const raw: Record<string, string[]> = {}
  for (let count = 0; count < mostLines; count++) {
    const line = textOf(await block.line())
    if (line === '') break
    const field = /^([\w!#$%&'*+.^`|~-]+)\s*:\s*(.*)$/.exec(line)
    if (field !== null) (raw[field[1]!.toLowerCase()] ??= []).push(field[2]!)
  }
  return { status: Number(status[1]), headers: joinHeaders(raw) }
}

/** Whether a response is of a type that articles have. */
export const isPage = ({ headers }: Head): boolean =>
  isText(headers) &&
  /^\s*(?:text\/(?:html|plain)|application\/xhtml\+xml)\b/i.test(headers['content-type'] ?? 'text/html')

const textOf = (line: Buffer | null): string => line?.toString('latin1').trimEnd() ?? ''

/** A body in each form that a digest may have been made of, the last without any coding. */
export type Forms = readonly [kept: Buffer, ...Buffer[]]

/**
 * Undoes how a body was sent: chunks (RFC 9112, 7.1) and content codings (RFC 9110, 8.4). Many archives keep headers that
 * name codings which they have undone already; such a body is taken as it is. Throws `FileRefusal`.
 */
export async function readForms(head: Head, kept: Buffer): Promise<Forms> {
  const isChunked = /\bchunked\b/i.test(head.headers['transfer-encoding'] ?? '')
  const sent = (isChunked ? withoutChunks(kept) : null) ?? kept
  const codings = codingsOf(head.headers['content-encoding'], usualLimits)
  if ('failure' in codings) throw new FileRefusal('damaged', codings.detail)
  const limits = { ...usualLimits, decoded: largestFile }
  const decoded = await decodeContent(sent, codings, { limits, turns })
  if (Buffer.isBuffer(decoded)) return [kept, sent, decoded]
  if (decoded.failure === 'too-large') throw new FileRefusal('unsafe', decoded.detail)
  if (beginsAsText(sent)) return [kept, sent]
  throw new FileRefusal(/unexpected end/.test(decoded.detail) ? 'truncated' : 'damaged', decoded.detail)
}

const turns = createTurns(2)

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const beginsAsText = (bytes: Buffer): boolean => !/[\x00-\x08\x0e-\x1f]/.test(bytes.toString('latin1', 0, 200))

/** Null where the bytes are not chunked, as the archive has put them together already. */
function withoutChunks(bytes: Buffer): Buffer | null {
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf('\r\n', at)
    const size =
      end < 0 || end - at > 64 ? null : /^([\da-f]{1,8})\s*(?:;.*)?$/i.exec(bytes.toString('latin1', at, end))
    if (size === null && parts.length === 0) return null
    if (size === null) throw new FileRefusal('damaged', `no chunk begins at byte ${at} of the body`)
    const length = Number.parseInt(size[1]!, 16)
    if (length === 0) return Buffer.concat(parts)
    const [from, to] = [end + 2, end + 2 + length]
    if (to > bytes.length) throw new FileRefusal('truncated', `a chunk of ${length} bytes`)
    parts.push(bytes.subarray(from, to))
    at = to + 2
  }
  throw new FileRefusal('truncated', 'no last chunk')
}

import type { ByteReader } from './byte-reader.ts'
import { FileRefusal } from './read-file.ts'

/** The fields of a message or a part of it, names in lower case, folded lines joined (RFC 5322, 2.2). */
export type Fields = ReadonlyMap<string, string>

const longestLine = 65_536
const mostFields = 500

/** Reads fields until an empty line. Throws `FileRefusal` `truncated` where the text ends before. */
export async function readFields(bytes: ByteReader): Promise<Fields> {
  const fields = new Map<string, string>()
  let last = ''
  for (let count = 0; count < mostFields; count++) {
    const line = (await bytes.line(longestLine))?.toString('utf8').trimEnd()
    if (line === undefined) throw new FileRefusal('truncated', 'in the head of a part')
    if (line === '') return fields
    const field = /^([\w-]+)\s*:\s*(.*)$/.exec(line)
    if (field !== null) {
      last = field[1]!.toLowerCase()
      if (!fields.has(last)) fields.set(last, field[2]!)
    } else if (/^\s/.test(line)) fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`)
  }
  throw new FileRefusal('damaged', `a part with more than ${mostFields} fields`)
}

/** A parameter of a field (RFC 2045, 5.1: `charset="utf-8"`); null where it has none. */
export function parameter(value: string | undefined, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value ?? '')
  return found?.[1] ?? found?.[2] ?? null
}

/** Undoes how a part is written (RFC 2045, 6). Throws `FileRefusal` `damaged` for an encoding that is not known. */
export function decodePart(bytes: Buffer, encoding: string | undefined): Buffer {
  const name = (encoding ?? '7bit').trim().toLowerCase()
  if (['7bit', '8bit', 'binary'].includes(name)) return bytes
  if (name === 'base64') return Buffer.from(bytes.toString('latin1'), 'base64')
  if (name === 'quoted-printable') return fromQuotedPrintable(bytes)
  throw new FileRefusal('damaged', `the encoding ${name.slice(0, 50)}`)
}

/** What is not well-formed stays as it is. */
function fromQuotedPrintable(bytes: Buffer): Buffer {
  const out = Buffer.alloc(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte !== 0x3d) {
      out[length++] = byte
      continue
    }
    const next = bytes.toString('latin1', at + 1, at + 3)
    const soft = /^\r?\n/.exec(next)
    if (soft !== null) at += soft[0].length
    else if (/^[\da-f]{2}$/i.test(next)) {
      out[length++] = Number.parseInt(next, 16)
      at += 2
    } else out[length++] = byte
  }
  return out.subarray(0, length)
}

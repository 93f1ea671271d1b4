import type { Token } from './sql-tokens.ts'

/** The value that a token stands for: text, a number as it is written, bytes, or null. */
export function valueOf({ kind, text }: Token): string | Buffer | null {
  if (kind !== 'word') return decoded(text)
  if (/^NULL$/i.test(text)) return null
  if (/^0x[\da-f]+$/i.test(text)) return Buffer.from(text.slice(2), 'hex')
  return text
}

const copyEscapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** The value of a field of a COPY block (PostgreSQL 17 documentation, COPY, text format). */
export function copiedValue(field: string): string | null {
  if (field === '\\N') return null
  if (!field.includes('\\')) return decoded(field)
  const plain = field.replace(/\\(?:([0-7]{1,3})|x([\da-fA-F]{1,2})|([\s\S]))/g, (_, octal, hex, char: string) => {
    if (octal !== undefined) return String.fromCharCode(parseInt(octal as string, 8) & 255)
    return hex === undefined ? (copyEscapes[char] ?? char) : String.fromCharCode(parseInt(hex as string, 16))
  })
  return decoded(plain)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Bytes as text: UTF-8 as both programs write it unless told otherwise, or else the encoding that MySQL calls latin1. */
function decoded(text: string): string {
  // oxlint-disable-next-line no-control-regex -- what is ASCII alone is the same in both
  if (/^[\x00-\x7f]*$/.test(text)) return text
  const bytes = Buffer.from(text, 'latin1')
  try {
    return utf8.decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

import { createHash } from 'node:crypto'

/** A digest that can be checked. */
export interface Digest {
  readonly algorithm: 'md5' | 'sha1' | 'sha256' | 'sha512'
  readonly value: Buffer
}

const sizes = { md5: 16, sha1: 20, sha256: 32, sha512: 64 } as const

/**
 * Reads a labelled digest (ISO 28500, 5.8: `sha1:3EF4…`), in base32 (RFC 4648) or hexadecimal digits, whichever its length
 * says; null where it is not well-formed or its algorithm is not known.
 */
export function digestOf(text: string | undefined): Digest | null {
  const found = /^(md5|sha-?1|sha-?256|sha-?512):([A-Za-z0-9]{1,200})=*$/i.exec(text ?? '')
  if (found === null) return null
  const algorithm = found[1]!.toLowerCase().replace('-', '') as Digest['algorithm']
  const [digits, size] = [found[2]!, sizes[algorithm]]
  const isHex = digits.length === size * 2 && /^[\da-f]+$/i.test(digits)
  const value = isHex ? Buffer.from(digits, 'hex') : base32(digits.toUpperCase())
  return value === null || value.length !== size ? null : { algorithm, value }
}

export const fits = ({ algorithm, value }: Digest, bytes: Uint8Array): boolean =>
  createHash(algorithm).update(bytes).digest().equals(value)

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function base32(digits: string): Buffer | null {
  const bytes: number[] = []
  let [bits, held] = [0, 0]
  for (const digit of digits) {
    const five = alphabet.indexOf(digit)
    if (five < 0) return null
    held = ((held << 5) | five) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 0xff)
  }
  return Buffer.from(bytes)
}

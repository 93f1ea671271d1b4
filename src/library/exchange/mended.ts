const windows1252 = new TextDecoder('windows-1252')
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The byte of each character that windows-1252 has above ASCII. */
const bytes = new Map(
  Array.from({ length: 128 }, (_, i) => [windows1252.decode(Uint8Array.of(128 + i)), 128 + i] as const)
)

/**
 * Text that was encoded as UTF-8 twice, as it was before: where every character above ASCII is one that a byte of UTF-8
 * looks like in windows-1252, and those bytes are valid UTF-8 of at least two characters. Text for which that does not
 * hold throughout comes back as it is: what was meant cannot be told for certain.
 */
export function mended(text: string): string {
  const high = text.match(/[^\0-\x7f]/gu)
  if (high === null || high.length < 4 || high.some((char) => !bytes.has(char))) return text
  try {
    return utf8.decode(Uint8Array.from(text, (char) => bytes.get(char) ?? char.charCodeAt(0)))
  } catch {
    return text
  }
}

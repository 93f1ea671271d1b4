/**
 * The addresses in what was pasted or dropped, each once, in order: lines of `text/uri-list` (RFC 2483), or of plain
 * text that hold nothing but an address. Null where any line is something else.
 */
export function addressesIn(text: string): readonly string[] | null {
  const lines = text
    .slice(0, 100_000)
    .split(/\r?\n|\r/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  return lines.length > 0 && lines.every(isAddress) ? [...new Set(lines)] : null
}

/** Whether a line is the address of a page, with or without its scheme. */
function isAddress(line: string): boolean {
  if (line.length > 8192 || /\s/u.test(line)) return false
  if (/^https?:\/\/\S/iu.test(line)) return URL.canParse(line)
  return (
    /^[\p{L}\p{N}][\p{L}\p{N}.-]{0,250}\.\p{L}[\p{L}\p{N}-]+(?::\d+)?(?:[/?#].*)?$/u.test(line) &&
    URL.canParse(`https://${line}`)
  )
}

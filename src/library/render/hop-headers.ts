/** Headers that mean the connection and not the message (RFC 9110 7.6.1), in lower case. */
const ofTheConnection = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade'
])

/** The headers of a message that a proxy hands on, as Node gives them raw: names and values by turns. */
export function endToEnd(raw: readonly string[]): string[] {
  const named = new Set(valuesOf(raw, 'connection').flatMap((value) => value.toLowerCase().split(/[\s,]+/)))
  return pairs(raw).flatMap(([name, value]) => {
    const lower = name.toLowerCase()
    return ofTheConnection.has(lower) || named.has(lower) ? [] : [name, value]
  })
}

function valuesOf(raw: readonly string[], wanted: string): string[] {
  return pairs(raw).flatMap(([name, value]) => (name.toLowerCase() === wanted ? [value] : []))
}

function pairs(raw: readonly string[]): (readonly [string, string])[] {
  return Array.from({ length: raw.length >> 1 }, (_, i) => [raw[2 * i]!, raw[2 * i + 1]!] as const)
}

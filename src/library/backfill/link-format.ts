/** One link of an `application/link-format` document (RFC 6690, RFC 5988). */
export interface Link {
  readonly url: string
  /** Lower-case relation types. */
  readonly rel: readonly string[]
  /** Other parameters by lower-case name, the first of each. */
  readonly params: ReadonlyMap<string, string>
}

/** More links than any page's history needs. */
const mostLinks = 200_000

const space = /[\s,;]/

/**
 * The links of a document, quoted commas and semicolons understood. What is no link is skipped up to the next `<`; of more
 * than 200,000 links the rest is left out. Reads every character once.
 */
export function parseLinks(text: string): Link[] {
  const links: Link[] = []
  let at = text.indexOf('<')
  while (at !== -1 && links.length < mostLinks) {
    const end = text.indexOf('>', at)
    if (end === -1) break
    const { params, next } = readParams(text, end + 1)
    const url = text.slice(at + 1, end).trim()
    const rel = (params.get('rel') ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    links.push({ url, rel, params })
    at = text.indexOf('<', next)
  }
  return links
}

/** `;name=value` or `;name="value"` until a comma or the next link. */
function readParams(text: string, from: number): { params: Map<string, string>; next: number } {
  const params = new Map<string, string>()
  let at = from
  while (at < text.length) {
    while (at < text.length && space.test(text[at]!)) if (text[at++] === ',') return { params, next: at }
    if (text[at] === '<') break
    const nameEnd = until(text, at, '=;,<')
    const name = text.slice(at, nameEnd).trim().toLowerCase()
    const value = text[nameEnd] === '=' ? readValue(text, nameEnd + 1) : { value: '', next: nameEnd }
    if (name !== '' && !params.has(name)) params.set(name, value.value)
    at = Math.max(value.next, at + 1)
  }
  return { params, next: at }
}

function readValue(text: string, from: number): { value: string; next: number } {
  let at = from
  while (text[at] === ' ' || text[at] === '\t') at++
  if (text[at] !== '"') {
    const end = until(text, at, ';,<')
    return { value: text.slice(at, end).trim(), next: end }
  }
  let value = ''
  for (at++; at < text.length && text[at] !== '"'; at++) value += text[at] === '\\' ? (text[++at] ?? '') : text[at]
  return { value, next: at + 1 }
}

function until(text: string, from: number, stops: string): number {
  let at = from
  while (at < text.length && !stops.includes(text[at]!)) at++
  return at
}

/** Headers as they came. */
export type Headers = Readonly<Record<string, string>>

type Raw = Readonly<Record<string, string | string[] | undefined>>

/** Names in lower case, several of one name joined (RFC 9110 5.3). Cookies are left out: none is ever kept or sent. */
export function joinHeaders(raw: Raw): Headers {
  const joined: Record<string, string> = {}
  for (const [name, value] of Object.entries(raw)) {
    const key = name.toLowerCase()
    if (value === undefined || key === 'set-cookie' || key === 'set-cookie2') continue
    joined[key] = Array.isArray(value) ? value.join(', ') : value
  }
  return joined
}

/** What is kept of a response: what says what it is, how old it is and who sent it. No cookies, no tracking identifiers. */
const kept = [
  'age',
  'cache-control',
  'cf-mitigated',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-length',
  'content-location',
  'content-type',
  'date',
  'etag',
  'expires',
  'last-modified',
  'link',
  'location',
  'memento-datetime',
  'retry-after',
  'server',
  'vary',
  'via',
  'x-robots-tag'
] as const

const longestKept = 2000

/** The headers that are stored with a capture, in a fixed order. */
export function keptHeaders(headers: Headers): Headers {
  const pairs = kept.flatMap((name) =>
    headers[name] === undefined ? [] : [[name, headers[name].slice(0, longestKept)]]
  )
  return Object.fromEntries(pairs) as Headers
}

const longestValidator = 1000

/** The validators of a response for the next request (RFC 9110 8.8); null where it has none that can be sent back. */
export function validatorsOf(headers: Headers): { readonly etag: string | null; readonly lastModified: string | null } {
  const sendable = (name: string, shape: RegExp): string | null => {
    const value = headers[name]?.trim() ?? ''
    return value.length <= longestValidator && shape.test(value) ? value : null
  }
  return {
    etag: sendable('etag', /^(W\/)?"[\x21\x23-\x7e]*"$/),
    lastModified: sendable('last-modified', /^[\x20-\x7e]+$/)
  }
}

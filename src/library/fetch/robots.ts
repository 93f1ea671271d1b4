/** What a robots.txt says to one crawler. */
export interface Robots {
  /** Whether a path with its query, as a URL serialises them, may be fetched, and by which rule. */
  readonly judge: (path: string) => { readonly allowed: boolean; readonly rule: string | null }
  /** How long it asks to wait between two requests, in seconds (`Crawl-delay`, in no standard but common). */
  readonly crawlDelay: number | null
}

interface Rule {
  readonly allows: boolean
  readonly line: string
  readonly size: number
  /** What stands between the wildcards. */
  readonly pieces: readonly string[]
  /** `$`: the path ends here. */
  readonly anchored: boolean
}

/** RFC 9309 2.5 asks for at least this many bytes to be read. */
export const mostRobots = 500 * 1024
/** So many rules of one group are read, and so much of a path is compared: both are far more than anybody uses. */
const mostRules = 10_000
const longestPath = 2048

/**
 * Reads a robots.txt for the crawler `product` (RFC 9309): the groups that name it, all of them together, or else those for
 * `*`. The longest rule that fits decides; of two as long, the one that allows.
 */
export function parseRobots(text: string, product: string): Robots {
  const groups = readGroups(text, product.toLowerCase())
  const own = groups.named ? groups.own : groups.all
  const rules = own.rules.toSorted((a, b) => b.size - a.size || Number(b.allows) - Number(a.allows))
  return {
    judge: (path) => {
      const asked = {
        plain: upperHex(path.slice(0, longestPath)),
        decoded: decodeUnreserved(path.slice(0, longestPath))
      }
      const rule = rules.find((rule) => fits(rule, rule.allows ? asked.plain : asked.decoded))
      return { allowed: rule?.allows ?? true, rule: rule?.line ?? null }
    },
    crawlDelay: own.delay
  }
}

interface Group {
  readonly rules: Rule[]
  delay: number | null
}

function readGroups(
  text: string,
  product: string
): { readonly own: Group; readonly all: Group; readonly named: boolean } {
  const own: Group = { rules: [], delay: null }
  const all: Group = { rules: [], delay: null }
  let named = false
  let current = new Set<Group>()
  let inRules = false
  for (const { key, value } of readLines(text.slice(0, mostRobots))) {
    if (key === 'user-agent') {
      if (inRules) current = new Set()
      inRules = false
      if (isForEverybody(value)) current.add(all)
      else if (tokenOf(value) === product) current.add(own)
      if (current.has(own)) named = true
    } else if (key === 'crawl-delay') {
      for (const group of current) group.delay ??= readDelay(value)
    } else {
      inRules = true
      const rule = readRule(key === 'allow', value)
      for (const group of current) if (rule !== null && group.rules.length < mostRules) group.rules.push(rule)
    }
  }
  return { own, all, named }
}

/** Names that are known, with those misspellings of them that mean no less (as Google's parser has them). */
const keys: Readonly<Record<string, 'user-agent' | 'allow' | 'disallow' | 'crawl-delay'>> = {
  'user-agent': 'user-agent',
  useragent: 'user-agent',
  'user agent': 'user-agent',
  allow: 'allow',
  disallow: 'disallow',
  dissallow: 'disallow',
  dissalow: 'disallow',
  disalow: 'disallow',
  diasllow: 'disallow',
  disallaw: 'disallow',
  'crawl-delay': 'crawl-delay'
}

function* readLines(text: string): Generator<{ readonly key: (typeof keys)[string]; readonly value: string }> {
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const content = line.split('#', 1)[0]!.trim()
    const colon = content.indexOf(':')
    // Without a colon, two words are taken for name and value.
    const parts = colon === -1 ? content.split(/\s+/, 3) : [content.slice(0, colon), content.slice(colon + 1)]
    const key = Object.hasOwn(keys, parts[0]!.trim().toLowerCase()) ? keys[parts[0]!.trim().toLowerCase()] : undefined
    if (key !== undefined && parts.length === 2) yield { key, value: parts[1]!.trim() }
  }
}

function isForEverybody(value: string): boolean {
  return value === '*' || /^\*\s/.test(value)
}

/** A product token is letters, `-` and `_` (RFC 9309 2.2.1); a version or a second word after it does not matter. */
function tokenOf(value: string): string {
  return /^[a-zA-Z_-]*/.exec(value)![0].toLowerCase()
}

function readDelay(value: string): number | null {
  return /^\d{1,6}(\.\d{1,6})?$/.test(value) ? Number(value) : null
}

/** Null for an empty value, which forbids nothing, and for a rule that is longer than what it is compared with. */
function readRule(allows: boolean, value: string): Rule | null {
  const pattern = encodeForeign(value.slice(0, longestPath * 4)).replace(/\*{2,}/g, '*')
  if (pattern === '' || pattern.length > longestPath) return null
  const anchored = pattern.endsWith('$')
  const compared = allows ? upperHex(pattern) : decodeUnreserved(pattern)
  const pieces = (anchored ? compared.slice(0, -1) : compared).split('*')
  return {
    allows,
    line: `${allows ? 'Allow' : 'Disallow'}: ${value.slice(0, 200)}`,
    size: pattern.length,
    pieces,
    anchored
  }
}

/** What lies between wildcards is looked for from the left: what is found first leaves the most room for the rest. */
function fits({ pieces, anchored }: Rule, path: string): boolean {
  if (!path.startsWith(pieces[0]!)) return false
  let at = pieces[0]!.length
  if (pieces.length === 1) return !anchored || at === path.length
  for (const piece of pieces.slice(1, anchored ? -1 : undefined)) {
    const found = path.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  const last = pieces.at(-1)!
  return !anchored || (path.length - last.length >= at && path.endsWith(last))
}

/** Percent-encodes what a URL would: everything beyond ASCII. Half a surrogate pair becomes U+FFFD. */
function encodeForeign(text: string): string {
  // oxlint-disable-next-line no-control-regex -- the first character beyond ASCII is what is looked for
  return text.replace(/[^\x00-\x7f]+/g, (foreign) => encodeURIComponent(Buffer.from(foreign).toString()))
}

function upperHex(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase())
}

/**
 * RFC 9309 2.2.2 compares with needlessly encoded characters decoded; Google's parser, the reference, does not. Rules that
 * forbid are read the first way and rules that allow the second: where the two differ, the site gets its will.
 */
function decodeUnreserved(text: string): string {
  return upperHex(text).replace(/%[2-7][0-9A-F]/g, (octet) => {
    const character = String.fromCharCode(Number.parseInt(octet.slice(1), 16))
    return /[A-Za-z0-9._~-]/.test(character) ? character : octet
  })
}

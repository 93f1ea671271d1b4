import { webAddress } from '../address/web-address.ts'
import { placeOf } from '../backfill/entry.ts'
import { parseLinks } from '../backfill/link-format.ts'
import { readListing } from '../backfill/listing.ts'
import { FileRefusal, largestFile, readTextFile } from './read-file.ts'
import type { FormatReader, Found } from './reader.ts'

const mostNamed = 5000

/**
 * Reads lists of what an archive has of a page: Memento TimeMaps in link-format (RFC 7089, 5) and JSON, and Wayback's CDX
 * as JSON or text. They hold no captures: the pages are followed, and the copies that a TimeMap names are fetched from
 * where it says they are. CDX names no archive, so of its pages the past is asked for as of any other.
 */
export const timemapReader: FormatReader = {
  format: 'timemap/1',
  fits: ({ head, size, isFolder }) => !isFolder && size <= largestFile && kindOf(head.toString('utf8')) !== null,
  async *read({ path }) {
    const { text } = await readTextFile(path)
    if (kindOf(text) === 'cdx') yield* readCdx(text)
    else yield readTimemap(text)
  }
}

/** `urlkey timestamp original mimetype statuscode digest length`, of which older files have more and pywb's JSON. */
const cdxLine = /^\S+ (\d{14}) (?:(https?:\/\/\S+) \S+ (?:\d{3}|-) \S+|\{.*\})/

function kindOf(text: string): 'links' | 'json' | 'cdx' | null {
  const begin = text
    .slice(0, 5000)
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (/^<[^<>\s]+>\s*;[^<]{0,500}rel="?[^"<]{0,100}\b(?:original|timemap|timegate|memento)\b/i.test(begin))
    return 'links'
  if (/^\{[\s\S]{0,2000}?"(?:mementos|timemap_index|original_uri)"\s*:/.test(begin)) return 'json'
  if (/^\[\s*\[[^\]]{0,500}"timestamp"[^\]]{0,500}"original"/.test(begin)) return 'cdx'
  if (/^\[\s*\[[^\]]{0,500}"original"[^\]]{0,500}"timestamp"/.test(begin)) return 'cdx'
  const first = begin.split('\n').find((line) => !/^ ?CDX [\w ]+$/.test(line.trimEnd()))
  return first !== undefined && cdxLine.test(first) ? 'cdx' : null
}

function readTimemap(text: string): Found {
  const url = originalOf(text)
  if (url === null) throw new FileRefusal('wrong-schema', 'original')
  const listing = readListing(text.replace(/^\uFEFF/, ''), { url, from: url, copy: null })
  if (listing === undefined) throw new FileRefusal('damaged', 'timemap')
  const isWhole = listing.entries.length > 0 || listing.pages.length === 0
  if (!isWhole) throw new FileRefusal('needs-files', `the lists that it names, as ${listing.pages[0]}`)
  return { kind: 'follow', url, feed: false, folder: null, mementos: listing.entries }
}

/** The page itself, as the list names it; or as the address of a copy has it. */
function originalOf(text: string): string | null {
  if (text.trimStart().startsWith('{')) {
    const named = /"original_uri"\s*:\s*"([^"\\]{1,8192})"/.exec(text)?.[1]
    return webAddress(named ?? '')
  }
  const links = parseLinks(text)
  const named = links.find(({ rel }) => rel.includes('original'))?.url
  const copy = links.find(({ rel }) => rel.includes('memento'))?.url
  return webAddress(named ?? '') ?? webAddress(placeOf(copy ?? '')?.original ?? '')
}

/** The pages of a CDX listing, each once. */
function* readCdx(text: string): Generator<Found> {
  const named = new Set<string>()
  for (const original of text.trimStart().startsWith('[') ? originalsOf(text) : originalsIn(text)) {
    const url = webAddress(original)
    if (url === null || named.has(url)) continue
    if (named.size === mostNamed) break
    named.add(url)
    yield { kind: 'follow', url, feed: false, folder: null }
  }
}

function originalsOf(text: string): string[] {
  const rows = parsed(text)
  if (!Array.isArray(rows) || !Array.isArray(rows[0])) throw new FileRefusal('damaged', 'timemap/json')
  const place = rows[0].indexOf('original')
  return rows.slice(1).flatMap((row: unknown) => (Array.isArray(row) ? String(row[place]) : []))
}

function* originalsIn(text: string): Generator<string> {
  for (const line of text.split('\n')) {
    const found = cdxLine.exec(line)
    if (found === null) continue
    const named = found[2] ?? (parsedOrNull(line.slice(line.indexOf('{'))) as { url?: unknown } | null)?.url
    if (typeof named === 'string') yield named
  }
}

function parsed(text: string): unknown {
  const value = parsedOrNull(text)
  if (value === null) throw new FileRefusal('damaged', 'JSON')
  return value
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

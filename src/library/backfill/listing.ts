import type { Endpoint } from './endpoint.ts'
import { placeOf, timeOf, type Entry } from './entry.ts'
import { parseLinks, type Link } from './link-format.ts'

/** What one page of a listing says. */
export interface Listing {
  readonly entries: readonly Entry[]
  /** Further pages, absolute. */
  readonly pages: readonly string[]
}

interface Asked {
  /** The page whose past is asked for, and the address that answered. */
  readonly url: string
  readonly from: string
  readonly copy: Endpoint['copy']
}

/** More than any choice needs. */
const mostEntries = 200_000

/**
 * Reads a TimeMap in link-format (RFC 7089, 5) or JSON (MemGator), or a CDX listing as rows or as lines of JSON. Undefined
 * for what is none of them: an archive's own page, an error. Copies that are no pages (redirects, errors, images) are left out.
 */
export function readListing(text: string, asked: Asked): Listing | undefined {
  const begin = text.slice(0, 200).trimStart()
  if (begin === '') return { entries: [], pages: [] }
  if (begin.startsWith('[') || begin.startsWith('{')) return readJson(text, asked)
  if (!/^<[^>\s]*:[^>\s]*>\s*;/.test(begin) && !/^<\/[^>\s]*>\s*;/.test(begin)) return undefined
  const links = parseLinks(text)
  const isMemento = ({ rel }: Link) => rel.includes('memento')
  if (!links.some((link) => isMemento(link) || link.rel.includes('timemap') || link.rel.includes('original')))
    return undefined
  return {
    entries: links.filter(isMemento).flatMap((link) => entryOfLink(link, asked)),
    pages: links.filter(({ rel }) => rel.includes('timemap')).flatMap(({ url }) => absolute(url, asked.from))
  }
}

function entryOfLink({ url, params }: Link, asked: Asked): Entry[] {
  const at = Date.parse(params.get('datetime') ?? '')
  return absolute(url, asked.from).flatMap((archiveUrl) => entryAt(at, { archiveUrl, url: asked.url, digest: null }))
}

function entryAt(
  at: number,
  { archiveUrl, url, digest }: { archiveUrl: string; url: string; digest: string | null }
): Entry[] {
  if (Number.isNaN(at)) return []
  const original = placeOf(archiveUrl)?.original
  return [{ at, archiveUrl, originalUrl: original !== undefined && isWeb(original) ? original : url, digest }]
}

const isWeb = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)

/** Absolute, http or https; as it was written otherwise, because copies' addresses are not to be normalised. */
function absolute(url: string, base: string): string[] {
  if (!URL.canParse(url, base)) return []
  const found = /^https?:\/\//i.test(url) ? url : new URL(url, base).href
  return isWeb(found) ? [found] : []
}

type Row = Readonly<Record<string, unknown>>

function readJson(text: string, asked: Asked): Listing | undefined {
  const whole = parsed(text)
  const values = whole === undefined ? text.split('\n', mostEntries).map((line) => parsed(line)) : whole
  if (Array.isArray(values)) {
    const rows = rowsOf(values.slice(0, mostEntries))
    return rows === undefined ? undefined : { entries: rows.flatMap((row) => entryOfRow(row, asked)), pages: [] }
  }
  return isObject(values) ? readTimemap(values, asked) : undefined
}

/** Rows under a row of names, or objects; undefined for anything else. */
function rowsOf(values: readonly unknown[]): Row[] | undefined {
  const [names, ...rows] = values
  if (!Array.isArray(names)) {
    const objects = values.filter(isObject)
    return objects.length === 0 && values.length > 0 ? undefined : objects
  }
  if (!names.includes('timestamp')) return undefined
  return rows
    .filter((row) => Array.isArray(row))
    .map((row) => Object.fromEntries(names.map((name, n) => [String(name), row[n]])))
}

const textIn = (row: Row, ...names: string[]): string | null => {
  const value = names
    .map((name) => row[name])
    .find((found) => typeof found === 'string' && found !== '' && found !== '-')
  return typeof value === 'string' ? value : null
}

const pageTypes = /^(text\/(html|plain)|application\/xhtml\+xml|warc\/revisit|unk)/i

function entryOfRow(row: Row, { copy, url }: Asked): Entry[] {
  const [timestamp, status] = [textIn(row, 'timestamp') ?? '', textIn(row, 'statuscode', 'status')]
  const type = textIn(row, 'mimetype', 'mime')
  if (copy === null || timestamp.length !== 14) return []
  if ((status !== null && status !== '200') || (type !== null && !pageTypes.test(type))) return []
  const original = textIn(row, 'original', 'url') ?? url
  const archiveUrl = copy(timestamp, original)
  return isWeb(original) ? entryAt(timeOf(timestamp), { archiveUrl, url: original, digest: textIn(row, 'digest') }) : []
}

/** `{"mementos": {"list": [{datetime, uri}]}, "timemap_index": [{uri}]}`. One object of a CDX listing of one line, too. */
function readTimemap(value: Row, asked: Asked): Listing | undefined {
  if (typeof value['timestamp'] === 'string') return { entries: entryOfRow(value, asked), pages: [] }
  const mementos = isObject(value['mementos']) ? value['mementos']['list'] : undefined
  const index = value['timemap_index']
  if (!Array.isArray(mementos) && !Array.isArray(index)) return undefined
  const objects = (list: unknown): Row[] => (Array.isArray(list) ? list.slice(0, mostEntries).filter(isObject) : [])
  const uri = (row: Row) => absolute(textIn(row, 'uri') ?? '', asked.from)
  return {
    entries: objects(mementos).flatMap((row) =>
      uri(row).flatMap((archiveUrl) =>
        entryAt(Date.parse(textIn(row, 'datetime') ?? ''), { archiveUrl, url: asked.url, digest: null })
      )
    ),
    pages: objects(index).flatMap(uri)
  }
}

const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

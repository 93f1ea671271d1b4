import * as z from 'zod'
import { webAddress } from '../address/web-address.ts'
import { placeOf, type Entry } from '../backfill/entry.ts'
import { pageState } from './page-state.ts'
import { FileRefusal, largestFile } from './read-file.ts'
import type { FormatReader, Found, Reading } from './reader.ts'
import { textLines } from './text-lines.ts'
import { momentIn } from './zone.ts'

const short = z.string().max(8192).nullish().catch(null)
const versionLine = z.object({
  page_url: short,
  url: short,
  capture_time: z.string().max(100),
  uri: short,
  body_url: short,
  body: z.string().max(largestFile).nullish().catch(null),
  uuid: short,
  hash: short,
  body_hash: short,
  version_hash: short,
  media_type: short,
  status: z.number().int().min(100).max(599).nullish().catch(null)
})
type VersionLine = z.output<typeof versionLine>

const mostPages = 5000
const mostCopies = 100_000

/**
 * Reads lines of JSON as EDGI's web monitoring imports and exports them (web-monitoring-db, `POST /api/v0/imports`). Nearly
 * always they name where a page's bytes lie, and not the bytes: such a page is followed, and those of its copies that an
 * archive has are fetched from there. A line that brings its body is a state of the page.
 */
export const edgiReader: FormatReader = {
  format: 'edgi/1',
  fits: ({ head, isFolder }) => !isFolder && isVersionLine(head.toString('utf8').replace(/^\uFEFF/, '')),
  async *read({ path }, how) {
    const copies = new Map<string, Entry[]>()
    let [number, listed] = [0, 0]
    for await (const line of textLines(path, 2 * largestFile)) {
      how.signal.throwIfAborted()
      number++
      if (line?.trim() === '') continue
      try {
        const version = readVersion(line)
        if (typeof version.body === 'string' && version.body !== '') yield await documentOf(version, version.body, how)
        else if (listed++ < mostCopies) note(copies, version)
      } catch (error) {
        if (!(error instanceof FileRefusal)) throw error
        yield { kind: 'refused', record: `line ${number}`, code: error.code, detail: error.detail }
      }
    }
    for (const [url, mementos] of copies) yield { kind: 'follow', url, feed: false, folder: null, mementos }
  }
}

/** The first line may be longer than what is seen of it. */
function isVersionLine(head: string): boolean {
  const line = head.split('\n', 1)[0]!
  return /^\{.*"capture_time"\s*:/.test(line) && /"(?:page_url|url)"\s*:/.test(line) && /"(?:uri|body_url|body_hash|source_type|version_hash)"\s*:/.test(line) // prettier-ignore
}

function readVersion(line: string | null): VersionLine & { readonly page: string; readonly at: string } {
  if (line === null) throw new FileRefusal('too-large')
  const checked = versionLine.safeParse(parse(line))
  if (!checked.success) throw new FileRefusal('wrong-schema', checked.error.issues[0]?.path.join('.') ?? '')
  const page = webAddress(checked.data.page_url ?? checked.data.url ?? '')
  if (page === null) throw new FileRefusal('wrong-schema', 'page_url')
  return { ...checked.data, page, at: timeOf(checked.data.capture_time) }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new FileRefusal('damaged', 'JSON')
  }
}

/** ISO 8601; those without a zone are UTC, as the server writes them. */
function timeOf(text: string): string {
  const at = momentIn(text, 'UTC') ?? (Number.isNaN(Date.parse(text)) ? null : new Date(text).toISOString())
  if (at === null) throw new FileRefusal('bad-time', text)
  return at
}

type Version = ReturnType<typeof readVersion>

/** Only copies of an archive tell by themselves what they are of and when they were made. */
function note(copies: Map<string, Entry[]>, version: Version): void {
  const entries = copies.get(version.page) ?? []
  if (entries.length === 0 && copies.size >= mostPages)
    throw new FileRefusal('too-large', `more than ${mostPages} pages`)
  copies.set(version.page, entries)
  const place = placeOf(version.uri ?? version.body_url ?? '')
  if (place === undefined) return
  const { before, timestamp, original } = place
  const digest = version.hash ?? version.body_hash ?? version.version_hash ?? null
  entries.push({ at: Date.parse(version.at), archiveUrl: `${before}${timestamp}/${original}`, originalUrl: version.page, digest }) // prettier-ignore
}

async function documentOf(version: Version, body: string, how: Reading): Promise<Found> {
  const { page: url, at, status, media_type: type, capture_time: time } = version
  const original = { id: version.uuid ?? version.version_hash ?? version.hash ?? null, time }
  const headers = { 'content-type': type ?? 'text/html' }
  const { state, page } = await pageState(how, { body: Buffer.from(body), url, at, status: status ?? 200, headers, charset: 'utf-8', original }) // prettier-ignore
  const { host, origin } = new URL(url)
  const source = { name: page?.site ?? host.replace(/^www\./, ''), homepage: `${origin}/`, folder: null }
  const facts = { source, url, lang: page?.lang ?? null, dir: page?.dir ?? ('ltr' as const) }
  if (state.content === null) throw new FileRefusal('not-a-page', `${state.outcome} ${state.error ?? ''}`.trim())
  return { kind: 'document', document: { facts, states: [state] } }
}

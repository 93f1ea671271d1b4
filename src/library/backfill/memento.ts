import type { Answered } from '../fetch/fetched.ts'
import { placeOf, type Entry } from './entry.ts'
import { unrewrite } from './unrewrite.ts'

/** A state of a page as an archive kept it. */
export interface Memento {
  /** When the archive saw it, as it says itself (`Memento-Datetime`), ISO 8601 UTC. */
  readonly at: string
  /** The address a person can open, and the page's own. */
  readonly archiveUrl: string
  readonly originalUrl: string
  readonly status: number
  /** The bytes as the site sent them, or the archive's copy with its own additions taken out. */
  readonly body: Buffer
  /** As the site sent them, as far as the archive tells; names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

/** The address of the body as it was sent, where addresses are those of Wayback or pywb; undefined elsewhere. */
export function rawUrl({ archiveUrl }: Pick<Entry, 'archiveUrl'>): string | undefined {
  const place = placeOf(archiveUrl)
  return place === undefined ? undefined : `${place.before}${place.timestamp}id_/${place.original}`
}

/**
 * The memento that a response is; undefined for what is none. An answer without `Memento-Datetime` (RFC 7089, 2.1.1) is the
 * archive's own: an error, a notice, a calendar. A state of the page that was an error then is no text either.
 */
export function mementoOf(answer: Answered, entry: Entry): Memento | undefined {
  const time = Date.parse(answer.headers['memento-datetime'] ?? '')
  if (answer.status !== 200 || Number.isNaN(time)) return undefined
  const place = placeOf(answer.finalUrl)
  const archiveUrl = place === undefined ? answer.finalUrl : `${place.before}${place.timestamp}/${place.original}`
  return {
    at: new Date(time).toISOString(),
    archiveUrl,
    originalUrl:
      originalOf(answer) ?? (place !== undefined && URL.canParse(place.original) ? place.original : entry.originalUrl),
    status: 200,
    body: cleaned(answer, archiveUrl),
    headers: originalHeaders(answer.headers)
  }
}

/** `Link: <…>; rel="original"`, as RFC 7089 asks of mementos. */
function originalOf({ headers }: Answered): string | undefined {
  const found = /<(https?:\/\/[^>\s]{1,8192})>\s*;\s*rel="?original\b/i.exec(
    (headers['link'] ?? '').slice(0, 20_000)
  )?.[1]
  return found !== undefined && URL.canParse(found) ? found : undefined
}

/** What only an archive puts into a page: with any of these, even a body that should be as it was sent is gone over. */
const traces = ['__wm.', 'wombat.js', 'WAYBACK TOOLBAR INSERT', 'Wayback Rewrite JS', 'WB Insert']

/** A raw body is left as it is: that it links to an archive is the page's own doing. */
function cleaned({ body, finalUrl }: Answered, archiveUrl: string): Buffer {
  const isRaw = /\/\d{14}id_\//.test(finalUrl)
  if (isRaw && !traces.some((trace) => body.includes(trace))) return body
  const place = placeOf(archiveUrl)
  const { host, pathname } = new URL(place?.before ?? archiveUrl)
  return Buffer.from(
    unrewrite(body.toString('latin1'), place === undefined ? null : { host, path: pathname }),
    'latin1'
  )
}

const prefix = 'x-archive-orig-'
/** They speak of bytes that are not these any more. */
const ofTheTransfer = new Set(['content-encoding', 'transfer-encoding', 'content-length', 'connection', 'set-cookie'])

function originalHeaders(headers: Answered['headers']): Record<string, string> {
  const original = Object.entries(headers).flatMap(([name, value]) => {
    const own = name.startsWith(prefix) ? name.slice(prefix.length) : ''
    return own === '' || ofTheTransfer.has(own) ? [] : [[own, value] as const]
  })
  const kept = ['content-type', 'memento-datetime'].flatMap((name) => {
    const value = headers[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries([...original, ...kept])
}

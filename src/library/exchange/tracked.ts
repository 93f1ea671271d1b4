import { textDirection } from '../../domain/direction.ts'
import { isCorrectionNote } from '../../domain/disclosure/correction-note.ts'
import type { Block, Content } from '../../domain/revision.ts'
import { isByline } from '../capture/bylines.ts'
import { readClaims } from '../capture/claims.ts'
import type { Document, State } from './document.ts'
import { FileRefusal } from './read-file.ts'
import { momentIn } from './zone.ts'

const longestBlock = 1_000_000
const mostBlocks = 20_000
const longestHead = 2000
const longestAddress = 8192
const longestName = 200

/** The parts of a version as a tracker keeps them. */
export interface TrackedText {
  readonly title?: string | null | undefined
  readonly byline?: string | null | undefined
  /** The page's own words about its time. */
  readonly date?: string | null | undefined
  readonly paragraphs: readonly string[]
}

/**
 * A tracker's version as content. Throws `FileRefusal`: `no-article` where it holds no word, `too-large` where it has more
 * than any article.
 */
export function trackedContent({ title, byline, date, paragraphs }: TrackedText): Content {
  const claims = date ? (readClaims(plain(date)) ?? []) : []
  const head: Block[] = [
    { kind: 'headline', text: plain(title ?? '') },
    { kind: 'byline', text: plain(byline ?? '') },
    { kind: 'dateline', text: plain(date ?? '') }
  ]
  const body = paragraphs.map(plain).map((text): Block => ({ kind: kindOf(text), text }))
  const blocks = [...head, ...body].filter(({ text }) => text !== '')
  if (blocks.length === 0) throw new FileRefusal('no-article')
  const long =
    head.some(({ text }) => text.length > longestHead) || blocks.some(({ text }) => text.length > longestBlock)
  if (long || blocks.length > mostBlocks) throw new FileRefusal('too-large', `${blocks.length} paragraphs`)
  return { blocks, claims }
}

/** The paragraphs of text that has one a line. */
export const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r\u2028\u2029]/)

function kindOf(text: string): Block['kind'] {
  if (isCorrectionNote(text)) return 'correction-note'
  return text.length < longestHead && isByline(text) ? 'byline' : 'paragraph'
}

/** On one line, of whole characters, without what no reader sees. */
// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const plain = (text: string): string => text.toWellFormed().replace(/[\x00-\x08\x0e-\x1f\x7f\uFEFF]/g, '').replace(/\s+/g, ' ').trim() // prettier-ignore

/** When and where in the file something was seen. */
export interface Sighting {
  readonly at: string
  /** The row's key in the file, and its time as written there. */
  readonly id: string
  readonly time: string
}

/** A version that a tracker saw. `status`: where the tracker keeps no others than those of that status. */
export function shownState(seen: Sighting, content: Content, status: number | null = null): State {
  return { ...sighted(seen), outcome: 'changed', status, error: null, content }
}

/** A check that found no text. */
export function eventState(seen: Sighting, event: Pick<State, 'outcome' | 'status'>): State {
  return { ...sighted(seen), ...event, error: null, content: null }
}

function sighted({ at, id, time }: Sighting): Pick<State, 'at' | 'until' | 'count' | 'original'> {
  const original = { id: id.slice(0, longestName), time: time.slice(0, longestName) }
  return { at, until: at, count: 1, original }
}

/**
 * A time without a zone as ISO 8601 UTC, in `zone` or, where that is null, as UTC; one with an offset as it says. Throws
 * `bad-time` for what is none, or no time at which anybody tracked pages.
 */
export function trackedTime(value: unknown, zone: string | null): string {
  if (typeof value === 'number') return plausible(value * 1000, String(value))
  const text = typeof value === 'string' ? value.slice(0, 60).trim() : ''
  const offset = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|[+-]\d\d(?::?\d\d)?)$/i.exec(text)
  if (offset !== null) return plausible(Date.parse(`${offset[1]}T${offset[2]}${isoOffset(offset[3]!)}`), text)
  if (/^\d{9,11}(\.\d+)?$/.test(text)) return plausible(Number(text) * 1000, text)
  const moment = momentIn(text, zone)
  return plausible(moment === null ? Number.NaN : Date.parse(moment), text)
}

function isoOffset(offset: string): string {
  if (/^(Z|UTC)$/i.test(offset)) return 'Z'
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0')
  return `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2)}`
}

/** The web began in 1991; what is dated after 2100 was not seen. */
function plausible(moment: number, text: string): string {
  const known = moment > Date.UTC(1991, 0) && moment < Date.UTC(2100, 0)
  if (!known) throw new FileRefusal('bad-time', text)
  return new Date(moment).toISOString()
}

/** An address of the web, or null for what is none. */
export function webAddress(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > longestAddress || !URL.canParse(value)) return null
  return /^https?:$/.test(new URL(value).protocol) ? value : null
}

interface Facts {
  readonly url: string | null
  /** What the file calls the source; else it is the site's name. */
  readonly source?: string | null | undefined
  /** The program, for what names no source and no address. */
  readonly program: string
}

/** An article as a tracker knows it, with states of it. */
export function trackedDocument({ url, source, program }: Facts, states: readonly State[]): Document {
  const named = plain(source ?? '').slice(0, longestName)
  const host = url === null ? program : new URL(url).hostname.replace(/^www\./, '')
  const words = states.find(({ content }) => content !== null)?.content?.blocks.map(({ text }) => text) ?? []
  return {
    facts: {
      source: { name: named === '' ? host : named, homepage: null, folder: null },
      url,
      lang: null,
      dir: textDirection(words.join(' ').slice(0, 8000))
    },
    states
  }
}

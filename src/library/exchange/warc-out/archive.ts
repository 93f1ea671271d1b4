import { readBody } from '../../store/bodies.ts'
import { listedHeadline } from '../../store/evidence.ts'
import type { Store } from '../../store/open.ts'
import { writtenArticle, writtenCaptures, type WrittenCapture } from '../../store/package-facts.ts'
import type { Spool } from '../../store/spool.ts'
import { software } from '../../store/revisions.ts'
import { httpHead, packRecord, recordId, samePayload, warcAddress, type WarcRecord } from './record.ts'
import { surtOf } from './surt.ts'

export interface Archiving {
  readonly store: Store
  readonly spool: Spool
  readonly articles: readonly number[]
  readonly now: Date
  readonly madeBy: string | null
  /** The name of the file, as its first record and the index call it. */
  readonly name: string
  /** Called after each article, with how many are done. */
  readonly done: (count: number) => Promise<void>
}

/** The lists of a spool that an archive fills. */
export const archiveLists = { index: 'cdxj', pages: 'pages' } as const

/**
 * The kept bodies of articles as WARC 1.1, a gzip member a record: what was observed and kept, and nothing else. A body
 * that was written before is written as a revisit; what came without a response, from a file, as a resource. Lines for
 * an index (CDXJ) and a list of pages go into the spool.
 */
export async function* archive(archiving: Archiving): AsyncGenerator<Buffer> {
  const first = await packRecord(infoRecord(archiving))
  let offset = first.length
  yield first
  for (const [i, article] of archiving.articles.entries()) {
    for (const kept of keptOf(archiving.store, article)) {
      const record = await recordOf(archiving, kept)
      const packed = await packRecord(record)
      note(archiving, kept, record, { offset, length: packed.length })
      offset += packed.length
      yield packed
    }
    await archiving.done(i + 1)
  }
}

function infoRecord({ now, madeBy, name }: Archiving): WarcRecord {
  const lines = [
    `software: ${software}`,
    'format: WARC File Format 1.1',
    'conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
    ...(madeBy === null ? [] : [`operator: ${madeBy.replaceAll(/\s+/g, ' ')}`]),
    'description: Bodies as they were kept, without content codings. Of the head of a response the status and a selection of headers were kept.'
  ]
  return {
    type: 'warcinfo',
    id: recordId(`${name} ${now.toISOString()}`),
    date: now.toISOString(),
    contentType: 'application/warc-fields',
    more: [['WARC-Filename', name]],
    block: Buffer.from(lines.map((line) => `${line}\r\n`).join(''))
  }
}

/** An observation whose body was kept. */
interface Kept {
  readonly capture: WrittenCapture
  readonly bodyHash: Buffer
  readonly id: string
  /** Where the body came from: the address that answered. */
  readonly url: string
  readonly title: string
}

/** The name of the record of an observation, the `n`th of its article; null where its body was not kept. */
export const recordIdOf = (uid: string, n: number, { body_kept }: WrittenCapture): string | null =>
  body_kept === 1 ? recordId(`${uid} ${n}`) : null

function keptOf(store: Store, article: number): Kept[] {
  const written = writtenArticle(store, article)
  if (written === undefined) return []
  const title = listedHeadline(store, article) ?? ''
  return writtenCaptures(store, article).flatMap((capture, i) => {
    const id = recordIdOf(written.uid, i + 1, capture)
    if (id === null || capture.body_hash === null) return []
    const url = capture.final_url ?? capture.url ?? written.url ?? `urn:uuid:${written.uid}`
    return [{ capture, bodyHash: capture.body_hash, id, url: warcAddress(url), title }]
  })
}

type Headers = Readonly<Record<string, string>>
const headersOf = ({ headers }: WrittenCapture): Headers => JSON.parse(headers ?? '{}') as Headers

const isResponse = ({ capture: { status }, url }: Kept): boolean => status !== null && /^https?:/.test(url)

async function recordOf({ store, spool }: Archiving, kept: Kept): Promise<WarcRecord> {
  const { capture, bodyHash, id, url } = kept
  const before = spool.body(bodyHash)
  const payload: readonly [string, string] = ['WARC-Payload-Digest', `sha256:${bodyHash.toString('hex')}`]
  const shared = { id, date: capture.first_at, more: [['WARC-Target-URI', url], payload] as const }
  if (before !== undefined && before.at <= capture.first_at) return revisit(kept, before, shared)
  const body = readBody(store, bodyHash)
  if (body === undefined) throw new Error(`the body of ${id} is gone`)
  spool.addBody(bodyHash, { record: id, url, at: capture.first_at })
  const headers = headersOf(capture)
  if (!isResponse(kept)) {
    return {
      type: 'resource',
      ...shared,
      contentType: headers['content-type'] ?? 'application/octet-stream',
      block: body
    }
  }
  const block = Buffer.concat([httpHead(capture.status!, headers, body.length), body])
  return { type: 'response', ...shared, contentType: 'application/http; msgtype=response', block }
}

type Before = NonNullable<ReturnType<Spool['body']>>

function revisit(kept: Kept, before: Before, shared: Pick<WarcRecord, 'id' | 'date' | 'more'>): WarcRecord {
  const { capture } = kept
  const more = [
    ...shared.more,
    samePayload,
    ['WARC-Refers-To', `<${before.record}>`] as const,
    ['WARC-Refers-To-Target-URI', before.url] as const,
    ['WARC-Refers-To-Date', before.at] as const
  ]
  const revisited = { ...shared, type: 'revisit', more } as const
  if (!isResponse(kept)) return { ...revisited, contentType: 'application/octet-stream', block: Buffer.alloc(0) }
  const block = httpHead(capture.status!, headersOf(capture), null)
  return { ...revisited, contentType: 'application/http; msgtype=response', block }
}

interface Place {
  readonly offset: number
  readonly length: number
}

function note({ spool, name }: Archiving, kept: Kept, record: WarcRecord, { offset, length }: Place): void {
  const { capture, url, id, title } = kept
  if (!/^https?:/.test(url)) return
  const time = capture.first_at.replaceAll(/\D/g, '').slice(0, 14)
  const mime = record.type === 'revisit' ? 'warc/revisit' : mimeOf(headersOf(capture))
  const status = capture.status === null ? {} : { status: String(capture.status) }
  const digest = `sha256:${kept.bodyHash.toString('hex')}`
  const line = { url, mime, ...status, digest, length: String(length), offset: String(offset), filename: name }
  const surt = surtOf(url)
  spool.add(archiveLists.index, `${surt} ${time}`, `${surt} ${time} ${JSON.stringify(line)}`)
  const page = { id: id.slice('urn:uuid:'.length), url, ts: capture.first_at, title: title === '' ? url : title }
  if (capture.status === null || capture.status < 300) spool.add(archiveLists.pages, '', JSON.stringify(page))
}

const mimeOf = (headers: Headers): string =>
  /^[\w.+-]+\/[\w.+-]+/.exec(headers['content-type'] ?? '')?.[0].toLowerCase() ?? 'application/octet-stream'

import type { Captured, ImportedFrom } from '../../contract/captured.ts'
import type { Claim } from '../../domain/revision.ts'
import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

interface Raw {
  readonly capture: number
  readonly at: string
  readonly status: number | null
  readonly origin: string | null
  readonly url: string | null
  readonly finalUrl: string | null
  readonly headers: string | null
  readonly bodyHash: Buffer | null
  readonly bodySize: number | null
  readonly picture: number
  readonly textHash: Buffer
  readonly seq: number
  readonly recordHash: Buffer | null
  readonly claims: string
  readonly extractor: string
  readonly software: string
  readonly imported: string | null
}

/** How a version came here; undefined where there is no such version. */
export function capturedOf(store: Store, revision: number): Captured | undefined {
  const raw = prepare<[number], Raw>(
    store,
    `SELECT c.id AS capture, c.first_at AS at, c.status, c.origin, coalesce(c.url, a.url) AS url, c.final_url AS finalUrl,
            c.headers, c.body_hash AS bodyHash, b.size AS bodySize, r.text_hash AS textHash, r.seq, p.hash AS recordHash,
            r.claims, m.extractor, m.software,
            (SELECT json_object('name', m.name, 'format', m.format, 'hash', lower(hex(m.hash)), 'zone', m.zone,
                                'originalId', i.original_id, 'originalTime', i.original_time)
             FROM imported i JOIN import m ON m.id = i.import_id WHERE i.capture_id = c.id) AS imported,
            EXISTS (SELECT 1 FROM attachment t WHERE t.capture_id = c.id AND t.kind = 'screenshot') AS picture
     FROM revision r JOIN capture c ON c.id = r.capture_id JOIN article a ON a.id = r.article_id
       JOIN maker m ON m.id = r.maker_id LEFT JOIN body b ON b.hash = c.body_hash
       LEFT JOIN record p ON p.article_id = r.article_id AND p.seq = r.seq
     WHERE r.id = ?`
  ).get(revision)
  if (raw === undefined) return undefined
  const { picture, bodyHash, textHash, recordHash, headers, claims, imported, ...rest } = raw
  return {
    ...rest,
    headers: Object.entries(JSON.parse(headers ?? '{}') as Readonly<Record<string, string>>),
    bodyHash: bodyHash?.toString('hex') ?? null,
    textHash: textHash.toString('hex'),
    recordHash: recordHash?.toString('hex') ?? null,
    claims: JSON.parse(claims) as Claim[],
    imported: imported === null ? null : importedFrom(imported),
    hasPicture: picture === 1
  }
}

/** A folder has no hash. */
function importedFrom(json: string): ImportedFrom {
  const from = JSON.parse(json) as ImportedFrom
  return { ...from, hash: from.hash === '' ? null : from.hash }
}

/** What read the text of a version, with its version. */
export function extractorOf(store: Store, revision: number): string {
  const sql = 'SELECT m.extractor FROM revision r JOIN maker m ON m.id = r.maker_id WHERE r.id = ?'
  return pluck<[number], string>(store, sql).get(revision) ?? ''
}

/** The hash of what came with the capture of a version under this name; undefined where nothing did. */
export function attachedTo(store: Store, revision: number, kind: string): Buffer | undefined {
  return prepare<[number, string], { readonly hash: Buffer }>(
    store,
    `SELECT t.hash FROM revision r JOIN attachment t ON t.capture_id = r.capture_id WHERE r.id = ? AND t.kind = ?`
  ).get(revision, kind)?.hash
}

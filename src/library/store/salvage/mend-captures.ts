import { captureSeal, type CaptureRow } from '../captures.ts'
import type { Found } from '../damaged/found.ts'
import { recordHash } from '../hash.ts'
import type { Store } from '../open.ts'
import { recordOf } from '../records.ts'
import { pluck, prepare } from '../statement.ts'
import { byId, text } from './indexes.ts'

interface Bare {
  readonly revision: number
  readonly capture: number
  readonly article: number
  readonly hash: Buffer
  readonly prev: Buffer | null
}

/**
 * Observations that versions need and whose rows are lost: their time and the hash of their bytes are in indexes, the
 * rest is mostly as in another of the article. What is made of that is taken only if it gives the hash that the chain
 * has, so that nothing is guessed.
 */
export function mendCaptures(store: Store, found: Found): void {
  const bare = prepare<[], Bare>(
    store,
    `SELECT r.id AS revision, r.capture_id AS capture, r.article_id AS article, k.hash, p.hash AS prev
     FROM revision r JOIN record k ON k.article_id = r.article_id AND k.seq = r.seq
     LEFT JOIN record p ON p.article_id = r.article_id AND p.seq = r.seq - 1
     WHERE r.capture_id NOT IN (SELECT id FROM capture) AND (p.hash IS NOT NULL OR r.seq = 1)`
  ).all()
  const buried = prepare<[], { capture: number; article: number }>(
    store,
    'SELECT capture_id AS capture, article_id AS article FROM tombstone WHERE capture_id NOT IN (SELECT id FROM capture)'
  ).all()
  if (bare.length + buried.length === 0) return
  const [times, bodies] = [byId(found, 'capture_time'), byId(found, 'capture_body')]
  for (const one of bare) {
    const at = text(times.get(one.capture)?.[1])
    const body = bodies.get(one.capture)?.[0]
    if (at !== null) mendCapture(store, one, { at, body: body instanceof Buffer ? body : null })
  }
  // Of what was seen of a deleted version, only when is of use.
  for (const { capture, article } of buried) {
    const at = text(times.get(capture)?.[1])
    if (at !== null) insertCapture(store, { ...bareCapture(capture, article, at), ...nothing })
  }
}

type Rest = Pick<CaptureRow, 'status' | 'origin' | 'url' | 'final_url' | 'headers'>

function mendCapture(
  store: Store,
  bare: Bare,
  { at, body }: { readonly at: string; readonly body: Buffer | null }
): void {
  const hasBody = pluck<[Buffer], number>(store, 'SELECT 1 FROM body WHERE hash = ?')
  const kept = body === null ? 0 : (hasBody.get(body) ?? 0)
  for (const rest of restsOf(store, bare.article)) {
    const known = bareCapture(bare.capture, bare.article, at)
    insertCapture(store, { ...known, body_hash: body, body_kept: kept, ...rest })
    const record = recordOf(store, bare.revision)
    if (record !== undefined && recordHash({ ...record, prev: bare.prev }).equals(bare.hash)) return
    prepare(store, 'DELETE FROM capture WHERE id = ?').run(bare.capture)
  }
}

type Made = Omit<CaptureRow, 'seal'>

const nothing: Rest = { status: null, origin: null, url: null, final_url: null, headers: null }

/** That something new was seen at a time. */
const bareCapture = (id: number, article: number, at: string) => ({
  id,
  article_id: article,
  first_at: at,
  last_at: at,
  count: 1,
  outcome: 'changed' as const,
  error: null,
  body_hash: null,
  body_kept: 0
})

function insertCapture(store: Store, row: Made): void {
  prepare(
    store,
    `INSERT INTO capture (id, article_id, first_at, last_at, count, outcome, status, origin, url, final_url, headers,
                          body_hash, body_kept, seal)
     VALUES (@id, @article_id, @first_at, @last_at, @count, @outcome, @status, @origin, @url, @final_url, @headers,
             @body_hash, @body_kept, @seal)`
  ).run({ ...row, seal: captureSeal(row) })
}

/** What the article's other observations of versions were like, and an empty one. */
function restsOf(store: Store, article: number): Rest[] {
  const known = prepare<[number], Rest>(
    store,
    `SELECT status, origin, url, final_url, headers FROM capture WHERE article_id = ?
     GROUP BY status, origin, url, final_url, headers ORDER BY count(*) DESC LIMIT 50`
  ).all(article)
  return [...known, nothing, { ...nothing, status: 200 }]
}

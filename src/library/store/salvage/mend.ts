import { textDirection } from '../../../domain/direction.ts'
import { articleSeal, sourceSeal } from '../articles.ts'
import { captureSeal, type CaptureRow } from '../captures.ts'
import type { Value } from '../damaged/cells.ts'
import type { Found } from '../damaged/found.ts'
import { describeTable } from '../damaged/tables.ts'
import { recordHash } from '../hash.ts'
import type { Store } from '../open.ts'
import { recordOf } from '../records.ts'
import { pluck, prepare } from '../statement.ts'

/** The values that an index has kept of rows, by the id of the row. */
function byId(found: Found, index: string): Map<number, readonly Value[]> {
  return new Map(
    [...found.entries(index)].flatMap((values): [number, readonly Value[]][] => {
      const id = values.at(-1)
      return typeof id === 'number' ? [[id, values]] : []
    })
  )
}

const text = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null)

/** Articles whose rows are lost are made again of what the indexes and the list know; their chains prove them. */
export function mendArticles(store: Store, found: Found): void {
  const urls = byId(found, 'sqlite_autoindex_article_2')
  const listed = new Map([...found.rows(describeTable(store, 'listing'), false)].map((row) => [row['article_id'], row]))
  const insert = prepare(
    store,
    'INSERT OR IGNORE INTO article (id, uid, source_id, url, lang, dir, seal) VALUES (@id, @uid, @source_id, @url, NULL, @dir, @seal)'
  )
  for (const [id, [uid]] of byId(found, 'sqlite_autoindex_article_1')) {
    const row = listed.get(id)
    if (typeof uid !== 'string' || row === undefined) continue
    const dir = textDirection(text(row['headline']) ?? '')
    const made = { id, uid, source_id: Number(row['source_id']), url: text(urls.get(id)?.[0]), lang: null, dir }
    insert.run({ ...made, seal: articleSeal(made) })
  }
  mendSources(store, found)
}

function mendSources(store: Store, found: Found): void {
  const named = byId(found, 'source_name')
  const missing = pluck<[], number>(
    store,
    'SELECT DISTINCT source_id FROM article WHERE source_id NOT IN (SELECT id FROM source)'
  ).all()
  const insert = prepare(store, 'INSERT INTO source (id, name, homepage, folder, seal) VALUES (?, ?, ?, ?, ?)')
  for (const id of missing) {
    const [name, homepage] = named.get(id) ?? []
    const row = { id, name: text(name) ?? `Source ${id}`, homepage: text(homepage) || null, folder: null }
    insert.run(id, row.name, row.homepage, null, sourceSeal(row))
  }
}

/** All that a maker's row says is in its index too. */
export function mendMakers(store: Store, found: Found): void {
  const insert = prepare(
    store,
    'INSERT OR IGNORE INTO maker (id, software, extractor, text_format) VALUES (?, ?, ?, ?)'
  )
  for (const [id, [software, extractor, format]] of byId(found, 'sqlite_autoindex_maker_1')) {
    if (text(software) !== null && text(extractor) !== null && typeof format === 'number')
      insert.run(id, software, extractor, format)
  }
}

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
  if (bare.length === 0) return
  const [times, bodies] = [byId(found, 'capture_time'), byId(found, 'capture_body')]
  for (const one of bare) {
    const at = text(times.get(one.capture)?.[1])
    const body = bodies.get(one.capture)?.[0]
    if (at !== null) mendCapture(store, one, { at, body: body instanceof Buffer ? body : null })
  }
}

type Rest = Pick<CaptureRow, 'status' | 'origin' | 'url' | 'final_url' | 'headers'>

function mendCapture(
  store: Store,
  bare: Bare,
  { at, body }: { readonly at: string; readonly body: Buffer | null }
): void {
  const insert = prepare(
    store,
    `INSERT INTO capture (id, article_id, first_at, last_at, count, outcome, status, origin, url, final_url, headers,
                          body_hash, body_kept, seal)
     VALUES (@id, @article_id, @first_at, @last_at, 1, 'changed', @status, @origin, @url, @final_url, @headers, @body_hash,
             @body_kept, @seal)`
  )
  const hasBody = pluck<[Buffer], number>(store, 'SELECT 1 FROM body WHERE hash = ?')
  const known = {
    id: bare.capture,
    article_id: bare.article,
    first_at: at,
    last_at: at,
    count: 1,
    outcome: 'changed' as const,
    error: null,
    body_hash: body,
    body_kept: body === null ? 0 : (hasBody.get(body) ?? 0)
  }
  for (const rest of restsOf(store, bare.article)) {
    const row = { ...known, ...rest }
    insert.run({ ...row, seal: captureSeal(row) })
    const record = recordOf(store, bare.revision)
    if (record !== undefined && recordHash({ ...record, prev: bare.prev }).equals(bare.hash)) return
    prepare(store, 'DELETE FROM capture WHERE id = ?').run(bare.capture)
  }
}

/** What the article's other observations of versions were like, and an empty one. */
function restsOf(store: Store, article: number): Rest[] {
  const known = prepare<[number], Rest>(
    store,
    `SELECT status, origin, url, final_url, headers FROM capture WHERE article_id = ?
     GROUP BY status, origin, url, final_url, headers ORDER BY count(*) DESC LIMIT 50`
  ).all(article)
  const empty = { origin: null, url: null, final_url: null, headers: null }
  return [...known, { ...empty, status: null }, { ...empty, status: 200 }]
}

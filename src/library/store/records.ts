import { deletionJson, jsonHash, recordHash, type RevisionRecord } from './hash.ts'
import type { Store } from './open.ts'
import { prepare, pluck } from './statement.ts'

/** A revision's record as its columns tell it, without the hash of the record before. */
export type StoredRecord = Omit<RevisionRecord, 'prev'>

const recordQuery = `
  SELECT a.uid AS article, r.seq, r.number || r.letter AS version, c.first_at AS capturedAt,
         coalesce(c.url, a.url) AS url, c.final_url AS finalUrl, c.status, c.headers, c.origin,
         c.body_hash AS bodyHash, r.text_hash AS textHash, m.text_format AS textFormat, r.claims, r.words, m.extractor, m.software
  FROM revision r JOIN capture c ON c.id = r.capture_id JOIN article a ON a.id = r.article_id
       JOIN maker m ON m.id = r.maker_id
  WHERE r.id = ?`

/** What a revision's record is made of; undefined where one of its rows is gone. */
export function recordOf(store: Store, revision: number): StoredRecord | undefined {
  return prepare<[number], StoredRecord>(store, recordQuery).get(revision)
}

interface Head {
  readonly seq: number
  readonly hash: Buffer
}

/** The last record of an article's chain; seq 0 and 32 zero bytes where it has none. */
function headOf(store: Store, article: number): Head {
  return prepare<[number], Head>(store, 'SELECT seq, hash FROM chain_head WHERE article_id = ?').get(article)!
}

/** Begins the chain of a new article. */
export function beginChain(store: Store, article: number): void {
  prepare(store, 'INSERT INTO chain_head (article_id, seq, hash, captures) VALUES (?, 0, ?, 0)').run(
    article,
    Buffer.alloc(32)
  )
  prepare(store, 'UPDATE library SET articles = articles + 1').run()
}

/** Appends a revision's record to its article's chain. */
export function chainRevision(store: Store, revision: number): void {
  const article = pluck<[number], number>(store, 'SELECT article_id FROM revision WHERE id = ?').get(revision)!
  const record = recordOf(store, revision)!
  const prev = headOf(store, article).hash
  append(store, article, {
    seq: record.seq,
    kind: 'revision',
    revision,
    json: null,
    hash: recordHash({ ...record, prev })
  })
}

/** Says in an article's chain that revisions were deleted for good: their records' hashes stay, as tombstones. */
export function chainDeletion(
  store: Store,
  article: number,
  { deletes, at, reason }: { readonly deletes: readonly number[]; readonly at: string; readonly reason: string }
): void {
  const uid = pluck<[number], string>(store, 'SELECT uid FROM article WHERE id = ?').get(article)!
  const head = headOf(store, article)
  const seq = head.seq + 1
  const json = deletionJson({ article: uid, seq, prev: head.hash, at, deletes, reason })
  const clear = prepare(store, 'UPDATE record SET revision_id = NULL WHERE article_id = ? AND seq = ?')
  for (const deleted of deletes) clear.run(article, deleted)
  append(store, article, { seq, kind: 'deletion', revision: null, json, hash: jsonHash(json) })
}

/** How many versions of an article, or of all (null), the chains say were lost to damage; 0 where that cannot be read. */
export function lostVersions(store: Store, article: number | null): number {
  const sql = `SELECT coalesce(sum(json_array_length(json, '$.deletes')), 0) FROM record
               WHERE kind = 'deletion' AND json_valid(json) AND json ->> '$.reason' = 'damage' AND ? IN (article_id, 0)`
  try {
    return pluck<[number], number>(store, sql).get(article ?? 0)!
  } catch {
    return 0
  }
}

interface NewRecord extends Head {
  readonly kind: 'revision' | 'deletion'
  readonly revision: number | null
  readonly json: string | null
}

function append(store: Store, article: number, { seq, kind, revision, json, hash }: NewRecord): void {
  prepare(store, 'INSERT INTO record (article_id, seq, kind, revision_id, json, hash) VALUES (?, ?, ?, ?, ?, ?)').run(
    article,
    seq,
    kind,
    revision,
    json,
    hash
  )
  prepare(store, 'UPDATE chain_head SET seq = ?, hash = ? WHERE article_id = ?').run(seq, hash, article)
  prepare(store, 'UPDATE library SET records = records + 1').run()
}

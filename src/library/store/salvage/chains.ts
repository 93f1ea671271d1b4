import { contentHash, contentOf, getRevision } from '../revisions.ts'
import { ArticleText } from '../packs.ts'
import { headRow, recordRows, type RecordRow } from '../evidence.ts'
import { recordOf } from '../records.ts'
import type { Store } from '../open.ts'
import { pluck, prepare } from '../statement.ts'
import { nameLost, type Lost } from './lost.ts'
import { settle, type Link } from './settle.ts'

/** How many versions of an article were kept, and which are gone. */
interface Kept {
  readonly saved: number
  readonly lost: readonly Lost[]
}

interface Place {
  readonly record: RecordRow | undefined
  /** The id of the revision that says it stands here. */
  readonly revision: number | undefined
}

/**
 * Keeps those revisions of an article that are what their chain says they were, and whose text is; takes the others
 * out, and says so in the chain as a deletion does, with `damage` as its reason: their records' hashes stay.
 */
export function mendChain(store: Store, article: number, at: string): Kept {
  const head = headRow(store, article)
  const places = placesOf(store, article, head?.seq ?? 0)
  const text = new ArticleText(store, article)
  const end = head?.seq === places.length ? head.hash : null
  const settled = settle(
    places.map((place) => asLink(store, place)),
    end
  )
  const written = places.map((place, i): Written => {
    const { isWhole, hash } = settled[i]!
    const isText =
      isDeletion(place.record) || (place.revision !== undefined && isTextWhole(store, text, place.revision))
    return { ...place, seq: i + 1, isWhole: isWhole && isText, hash: hash ?? Buffer.alloc(32) }
  })
  prepare(store, 'DELETE FROM record WHERE article_id = ?').run(article)
  for (const place of written) writePlace(store, article, place)
  writeHead(store, article, written.at(-1))
  return sayLost(store, article, written, at)
}

const isDeletion = (record: RecordRow | undefined): boolean => record?.kind === 'deletion'

function placesOf(store: Store, article: number, headSeq: number): Place[] {
  const records = new Map(recordRows(store, article).map((record) => [record.seq, record]))
  const revisions = new Map(
    prepare<[number], { seq: number; id: number }>(
      store,
      'SELECT seq, id FROM revision WHERE article_id = ? ORDER BY id DESC'
    )
      .all(article)
      .map(({ seq, id }) => [seq, id])
  )
  const length = Math.max(headSeq, ...records.keys(), ...revisions.keys())
  return Array.from({ length }, (_, i) => ({ record: records.get(i + 1), revision: revisions.get(i + 1) }))
}

function asLink(store: Store, { record, revision }: Place): Link {
  return {
    stored: record?.hash ?? null,
    json: isDeletion(record) ? (record?.json ?? '') : null,
    revision: isDeletion(record) || revision === undefined ? null : (recordOf(store, revision) ?? null)
  }
}

function isTextWhole(store: Store, text: ArticleText, id: number): boolean {
  try {
    const row = getRevision(store, id)!
    return contentHash(contentOf(text, row)).equals(row.textHash)
  } catch {
    return false
  }
}

interface Written extends Place {
  readonly seq: number
  readonly isWhole: boolean
  readonly hash: Buffer
}

function writePlace(store: Store, article: number, { record, revision, seq, isWhole, hash }: Written): void {
  if (!isWhole && revision !== undefined) prepare(store, 'DELETE FROM revision WHERE id = ?').run(revision)
  const deletion = isWhole && isDeletion(record)
  prepare(store, 'INSERT INTO record (article_id, seq, kind, revision_id, json, hash) VALUES (?, ?, ?, ?, ?, ?)').run(
    article,
    seq,
    deletion ? 'deletion' : 'revision',
    isWhole && !deletion ? revision : null,
    deletion ? record?.json : null,
    hash
  )
}

function writeHead(store: Store, article: number, last: Written | undefined): void {
  const captures = pluck<[number], number>(store, 'SELECT count(*) FROM capture WHERE article_id = ?').get(article)!
  prepare(store, 'INSERT OR REPLACE INTO chain_head (article_id, seq, hash, captures) VALUES (?, ?, ?, ?)').run(
    article,
    last?.seq ?? 0,
    last?.hash ?? Buffer.alloc(32),
    captures
  )
}

/** What is gone and was not deleted before is named by a record of its own. */
function sayLost(store: Store, article: number, written: readonly Written[], at: string): Kept {
  prepare(store, 'UPDATE library SET articles = articles + 1, records = records + ?').run(written.length)
  const deleted = new Set(written.flatMap(({ isWhole, record }) => (isWhole ? deletedBy(record) : [])))
  const lost = written.filter(({ isWhole, seq }) => !isWhole && !deleted.has(seq))
  nameLost(
    store,
    article,
    lost.map(({ seq }) => seq),
    at
  )
  return {
    saved: written.filter(({ isWhole, record }) => isWhole && !isDeletion(record)).length,
    lost: lost
      .filter(({ record }) => !isDeletion(record))
      .map(({ seq, record, revision }) => ({ article, seq, revision: revision ?? record?.revision_id ?? null }))
  }
}

function deletedBy(record: RecordRow | undefined): readonly number[] {
  if (record === undefined || !isDeletion(record)) return []
  return (JSON.parse(record.json ?? '{}') as { deletes?: readonly number[] }).deletes ?? []
}

import { recordJson } from './hash.ts'
import type { Store } from './open.ts'
import { recordOf } from './records.ts'
import { pluck, prepare } from './statement.ts'

/** What proves a version: hashes as hexadecimal text, null where there is nothing to hash. */
export interface Proof {
  readonly revision: number
  /** Of the bytes as received, with the status and the address they came from. */
  readonly body: string | null
  readonly status: number | null
  readonly finalUrl: string | null
  readonly text: string
  readonly record: string | null
}

/** The proofs of all versions of an article, by revision. */
export function proofsOf(store: Store, article: number): Map<number, Proof> {
  const rows = prepare<[number], Proof>(
    store,
    `SELECT r.id AS revision, lower(hex(c.body_hash)) AS body, c.status, c.final_url AS finalUrl,
            lower(hex(r.text_hash)) AS text, lower(hex(k.hash)) AS record
     FROM revision r JOIN capture c ON c.id = r.capture_id
          LEFT JOIN record k ON k.article_id = r.article_id AND k.seq = r.seq AND k.kind = 'revision'
     WHERE r.article_id = ?`
  ).all(article)
  return new Map(rows.map((row) => [row.revision, { ...row, body: row.body === '' ? null : row.body }]))
}

export interface WrittenNote {
  /** Null for one on the article, or on one of its changes. */
  readonly revision: number | null
  readonly text: string
  readonly at: string
}

/** What the reader noted on an article, the first noted first. */
export function writtenNotes(store: Store, article: number): WrittenNote[] {
  return prepare<[number], WrittenNote>(
    store,
    'SELECT revision_id AS revision, text, updated_at AS at FROM note WHERE article_id = ? ORDER BY created_at, id'
  ).all(article)
}

/** All articles that are in the library and not in Recently deleted, in the order in which they came. */
export function liveArticles(store: Store): number[] {
  return pluck<[], number>(
    store,
    `SELECT id FROM article WHERE source_id IS NOT NULL AND id NOT IN (SELECT article_id FROM trash_article)
     AND id IN (SELECT article_id FROM capture) ORDER BY id`
  ).all()
}

/** A link of an article's chain; hashes in hexadecimal digits. */
export interface Link {
  readonly seq: number
  readonly kind: 'revision' | 'deletion'
  readonly revision: number | null
  readonly hash: string
}

/** An article's chain of records from its first on. */
export function chainOf(store: Store, article: number): Link[] {
  return prepare<[number], Link>(
    store,
    'SELECT seq, kind, revision_id AS revision, lower(hex(hash)) AS hash FROM record WHERE article_id = ? ORDER BY seq'
  ).all(article)
}

/** A version's record as canonical JSON, the very bytes that its hash is over; `prev` is the hash of the record before. */
export function recordText(store: Store, revision: number, prev: string | null): string | null {
  const record = recordOf(store, revision)
  return record === undefined ? null : recordJson({ ...record, prev: prev === null ? null : Buffer.from(prev, 'hex') })
}

/** What a version's record holds the hash of and not the words: its page's claims and the headers of its response. */
export function sealedWords(
  store: Store,
  revision: number
): { readonly claims: string; readonly headers: string | null } {
  return prepare<[number], { claims: string; headers: string | null }>(
    store,
    'SELECT r.claims, c.headers FROM revision r JOIN capture c ON c.id = r.capture_id WHERE r.id = ?'
  ).get(revision)!
}

/** What an article is, as files say it. */
export interface WrittenArticle {
  readonly uid: string
  readonly url: string | null
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl'
  readonly sourceId: number
  readonly source: string
  readonly homepage: string | null
  readonly folder: string | null
}

/** Undefined where there is no such article any more. */
export const writtenArticle = (store: Store, article: number): WrittenArticle | undefined =>
  prepare<[number], WrittenArticle>(
    store,
    `SELECT a.uid, a.url, a.lang, a.dir, s.id AS sourceId, s.name AS source, s.homepage, s.folder
     FROM article a JOIN source s ON s.id = a.source_id WHERE a.id = ?`
  ).get(article)

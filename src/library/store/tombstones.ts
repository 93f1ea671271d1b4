import { sealOf } from './hash.ts'
import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

/** What remains of a revision that was deleted for good: its place in time and in the chain, its name, its text's hash. */
export interface TombstoneRow {
  /** The observation that showed it; several where it was seen again later. */
  readonly capture_id: number
  readonly article_id: number
  readonly seq: number
  readonly number: number
  readonly letter: string
  readonly text_hash: Buffer
  readonly deleted_at: string
}

/** What the seal of a tombstone is over. */
export const tombstoneSeal = (row: TombstoneRow): Buffer =>
  sealOf([row.capture_id, row.article_id, row.seq, row.number, row.letter, row.text_hash, row.deleted_at])

export function addTombstone(store: Store, row: TombstoneRow): void {
  prepare(
    store,
    `INSERT INTO tombstone (capture_id, article_id, seq, number, letter, text_hash, deleted_at, seal)
     VALUES (@capture_id, @article_id, @seq, @number, @letter, @text_hash, @deleted_at, @seal)`
  ).run({ ...row, seal: tombstoneSeal(row) })
}

/** The deleted text was seen again at another observation: there it has a second tombstone. */
export function repeatTombstone(store: Store, of: number, capture: number): void {
  const row = prepare<[number], TombstoneRow>(store, 'SELECT * FROM tombstone WHERE capture_id = ?').get(of)!
  addTombstone(store, { ...row, capture_id: capture })
}

/** A place in an article's time where a version stood that was deleted. */
export interface Hidden {
  readonly capture: number
  readonly label: string
  /** When it was first seen, and when it was deleted: ISO 8601 UTC. */
  readonly at: string
  readonly deletedAt: string
  /** Null once it was deleted for good. */
  readonly revision: number | null
  /** 1 where it was lost to damage: of its text not even the hash is known. */
  readonly lost: number
}

/** The places where versions of an article were deleted, in order of time. */
export function hiddenOf(store: Store, article: number): Hidden[] {
  return prepare<[number, number], Hidden>(
    store,
    `SELECT c.id AS capture, r.number || r.letter AS label, c.first_at AS at, d.at AS deletedAt, r.id AS revision,
            0 AS lost
     FROM revision r JOIN trash t ON t.revision_id = r.id JOIN deletion d ON d.id = t.deletion_id
          JOIN capture c ON c.id = r.capture_id
     WHERE r.article_id = ?
     UNION ALL
     SELECT c.id, b.number || b.letter, c.first_at, b.deleted_at, NULL, b.text_hash = zeroblob(32)
     FROM tombstone b JOIN capture c ON c.id = b.capture_id WHERE b.article_id = ?
     ORDER BY 3, 1`
  ).all(article, article)
}

/** Whether an article has anything that was deleted: few have, and the others need not be asked about each state. */
export function hidesAnything(store: Store, article: number): boolean {
  const sql = `SELECT EXISTS (SELECT 1 FROM tombstone WHERE article_id = @article)
               OR EXISTS (SELECT 1 FROM trash_article WHERE article_id = @article)
               OR EXISTS (SELECT 1 FROM revision r WHERE r.article_id = @article AND r.id IN (SELECT revision_id FROM trash))`
  return pluck<[{ readonly article: number }], number>(store, sql).get({ article }) === 1
}

/** What an article was seen to be, whether or not that was deleted since. */
export interface SeenState {
  readonly number: number
  readonly textHash: Buffer
  /** Of one that was deleted for good: the observation that showed it. */
  readonly capture: number | null
  /** Null where it was deleted for good. */
  readonly revision: number | null
  /** Where it waits in Recently deleted by itself, the act that put it there. */
  readonly deletion: number | null
}

const seen = `
  SELECT number, textHash, capture, revision, deletion, at FROM (
    SELECT c.id, c.first_at AS at, r.text_hash AS textHash, r.number, NULL AS capture, r.id AS revision,
           t.deletion_id AS deletion
    FROM revision r JOIN capture c ON c.id = r.capture_id LEFT JOIN trash t ON t.revision_id = r.id
    WHERE r.article_id = @article
    UNION ALL
    SELECT c.id, c.first_at, b.text_hash, b.number, c.id, NULL, NULL
    FROM tombstone b JOIN capture c ON c.id = b.capture_id WHERE b.article_id = @article)`

interface Around {
  readonly article: number
  readonly at: string
}

/** The states before (or at) and after a time, deleted ones too: what was seen is not undone by deleting it. */
export function statesAround(
  store: Store,
  article: number,
  at: string
): { readonly before: SeenState | undefined; readonly after: { readonly at: string } | undefined } {
  const before = `${seen} WHERE at <= @at ORDER BY at DESC, id DESC LIMIT 1`
  const after = `${seen} WHERE at > @at ORDER BY at, id LIMIT 1`
  return {
    before: prepare<[Around], SeenState>(store, before).get({ article, at }),
    after: prepare<[Around], { readonly at: string }>(store, after).get({ article, at })
  }
}

/** The names that an article's deleted versions had, which no other gets: the greatest number of all, letters of one. */
export function takenNumber(store: Store, article: number): number {
  return (
    pluck<[number], number | null>(store, 'SELECT max(number) FROM tombstone WHERE article_id = ?').get(article) ?? 0
  )
}

export function takenLetters(store: Store, article: number, number: number): number {
  const sql = "SELECT count(DISTINCT letter) FROM tombstone WHERE article_id = ? AND number = ? AND letter <> ''"
  return pluck<[number, number], number>(store, sql).get(article, number)!
}

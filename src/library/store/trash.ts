import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

/** Who deleted: the reader by hand, or a rule that the reader applied. */
type DeletionReason = 'reader' | 'rule'

export interface Act {
  /** ISO 8601 UTC. */
  readonly at: string
  readonly reason: DeletionReason
}

/** Begins an act of deleting, which is undone as one; returns its id, which is never given again. */
export function addDeletion(store: Store, { at, reason }: Act): number {
  return Number(prepare(store, 'INSERT INTO deletion (at, reason) VALUES (?, ?)').run(at, reason).lastInsertRowid)
}

/** Forgets acts of which nothing waits any more. */
export function dropEmptyDeletions(store: Store): void {
  prepare(
    store,
    `DELETE FROM deletion WHERE NOT EXISTS (SELECT 1 FROM trash WHERE deletion_id = id)
     AND NOT EXISTS (SELECT 1 FROM trash_article WHERE deletion_id = id)`
  ).run()
}

/** Puts a revision into Recently deleted. */
export function trashRevision(store: Store, revision: number, deletion: number): void {
  prepare(store, 'INSERT INTO trash (revision_id, deletion_id) VALUES (?, ?)').run(revision, deletion)
}

/** Puts a whole article there: its revisions stay as they are, and it is in no list and no search. */
export function trashArticle(store: Store, article: number, deletion: number): void {
  prepare(store, 'INSERT INTO trash_article (article_id, deletion_id) VALUES (?, ?)').run(article, deletion)
}

export function isTrashed(store: Store, article: number): boolean {
  return pluck<[number], number>(store, 'SELECT 1 FROM trash_article WHERE article_id = ?').get(article) === 1
}

/** The act that deleted a whole article; undefined where none did. */
export function deletionOf(store: Store, article: number): number | undefined {
  return pluck<[number], number>(store, 'SELECT deletion_id FROM trash_article WHERE article_id = ?').get(article)
}

/** Whether the revision that a capture showed first waits in Recently deleted, alone or with its article. */
export function isCaptureTrashed(store: Store, capture: number): boolean {
  const sql = `SELECT 1 FROM revision r WHERE r.capture_id = ? AND (r.id IN (SELECT revision_id FROM trash)
               OR r.article_id IN (SELECT article_id FROM trash_article))`
  return pluck<[number], number>(store, sql).get(capture) === 1
}

/** An article that is seen again lives again; what of it was deleted stays deleted, version by version. */
export function spreadTrash(store: Store, article: number): void {
  prepare(
    store,
    `INSERT INTO trash (revision_id, deletion_id)
     SELECT r.id, t.deletion_id FROM trash_article t JOIN revision r ON r.article_id = t.article_id
     WHERE t.article_id = ? AND r.id NOT IN (SELECT revision_id FROM trash)`
  ).run(article)
  prepare(store, 'DELETE FROM trash_article WHERE article_id = ?').run(article)
}

/** The articles of which an act deleted something that still waits. */
export function articlesIn(store: Store, deletion: number): number[] {
  return pluck<[number, number], number>(
    store,
    `SELECT article_id FROM trash_article WHERE deletion_id = ?
     UNION SELECT r.article_id FROM trash t JOIN revision r ON r.id = t.revision_id WHERE t.deletion_id = ?`
  ).all(deletion, deletion)
}

/** Takes back what an act deleted of one article; returns how many versions came back (all of a whole article's). */
export function untrash(store: Store, article: number, deletion: number): number {
  const whole = prepare(store, 'DELETE FROM trash_article WHERE article_id = ? AND deletion_id = ?')
  const single = prepare(
    store,
    'DELETE FROM trash WHERE deletion_id = ? AND revision_id IN (SELECT id FROM revision WHERE article_id = ?)'
  )
  const articles = whole.run(article, deletion).changes
  const versions = single.run(deletion, article).changes
  return articles === 0 ? versions : liveCount(store, article)
}

/** Takes one revision back. */
export function untrashRevision(store: Store, revision: number): boolean {
  return prepare(store, 'DELETE FROM trash WHERE revision_id = ?').run(revision).changes > 0
}

/** The revisions of an article that were not deleted by themselves. */
function liveCount(store: Store, article: number): number {
  const sql = 'SELECT count(*) FROM revision WHERE article_id = ? AND id NOT IN (SELECT revision_id FROM trash)'
  return pluck<[number], number>(store, sql).get(article)!
}

/** Something that waits in Recently deleted: an article, or versions of one that were deleted together. */
export interface TrashedRow {
  readonly deletion: number
  readonly at: string
  readonly reason: DeletionReason
  readonly article: number
  readonly source: string
  readonly headline: string
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl'
  readonly whole: number
  readonly versions: number
  /** The first and the last of the versions in order of time. */
  readonly first: string
  readonly last: string
}

/** The label of the first or last of several versions: 2 comes before 2a, 2z before 2aa, 9 before 10. */
const label = (which: 'min' | 'max'): string =>
  `ltrim(replace(${which}(printf('%010d%4s', r.number, r.letter)), ' ', ''), '0')`

/** What waits, the last deleted first. The versions of an article that waits itself are not told of apart. */
export function trashedRows(store: Store, most: number): TrashedRow[] {
  return prepare<[number], TrashedRow>(
    store,
    `SELECT d.id AS deletion, d.at, d.reason, x.article, s.name AS source, l.headline, a.lang, a.dir, x.whole, x.versions,
            x.first, x.last
     FROM (SELECT t.deletion_id, t.article_id AS article, 1 AS whole, l.versions, '' AS first, '' AS last
           FROM trash_article t JOIN listing l ON l.article_id = t.article_id
           UNION ALL
           SELECT t.deletion_id, r.article_id, 0, count(*), ${label('min')}, ${label('max')}
           FROM trash t JOIN revision r ON r.id = t.revision_id
           WHERE r.article_id NOT IN (SELECT article_id FROM trash_article) GROUP BY t.deletion_id, r.article_id) x
     JOIN deletion d ON d.id = x.deletion_id JOIN article a ON a.id = x.article JOIN source s ON s.id = a.source_id
     JOIN listing l ON l.article_id = x.article
     ORDER BY d.at DESC, d.id DESC, x.article LIMIT ?`
  ).all(most)
}

/** How many versions of an article were deleted by themselves. */
export function trashedOf(store: Store, article: number): number {
  const sql = 'SELECT count(*) FROM revision WHERE article_id = ? AND id IN (SELECT revision_id FROM trash)'
  return pluck<[number], number>(store, sql).get(article)!
}

/** Articles that were deleted, or of which versions were, at or before a time. */
export function articlesDeletedBy(store: Store, at: string): number[] {
  return pluck<[string, string], number>(
    store,
    `SELECT t.article_id FROM deletion d JOIN trash_article t ON t.deletion_id = d.id WHERE d.at <= ?
     UNION SELECT r.article_id FROM deletion d JOIN trash t ON t.deletion_id = d.id JOIN revision r ON r.id = t.revision_id
     WHERE d.at <= ?`
  ).all(at, at)
}

interface Waiting {
  /** Who deleted the whole article; null where it was not. */
  readonly whole: DeletionReason | null
  readonly revisions: readonly { readonly revision: number; readonly reason: DeletionReason }[]
}

/** What of an article was deleted at or before a time. */
export function waitingOf(store: Store, article: number, at: string): Waiting {
  const whole = pluck<[number, string], DeletionReason>(
    store,
    'SELECT d.reason FROM trash_article t JOIN deletion d ON d.id = t.deletion_id WHERE t.article_id = ? AND d.at <= ?'
  ).get(article, at)
  const revisions = prepare<[number, string], Waiting['revisions'][number]>(
    store,
    `SELECT r.id AS revision, d.reason FROM revision r JOIN trash t ON t.revision_id = r.id
     JOIN deletion d ON d.id = t.deletion_id WHERE r.article_id = ? AND d.at <= ?`
  ).all(article, at)
  return { whole: whole ?? null, revisions }
}

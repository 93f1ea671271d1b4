import type { Edit } from '../../domain/diff/comparison.ts'
import type { Change } from '../../domain/timemap.ts'
import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

/** What is derived from two neighbouring revisions; can be made anew from them at any time. */
export interface ChangeRow extends Change {
  readonly revision: number
  readonly noted: boolean
}

/** The version of the rules of comparing: changes made by another are made anew in the background. */
export const changeRules = 2

/** What is kept of a classified edit. */
export interface StoredEdit extends Pick<Edit, 'kinds' | 'reason' | 'minor' | 'folded' | 'rule'> {
  /** The same wherever the same edit was made; see `editHashes`. */
  readonly hash: string | null
}

export interface NewChange extends ChangeRow {
  /** The revision it was compared with. */
  readonly against: number
  readonly edits: readonly StoredEdit[]
}

/** Keeps, or replaces, what changed in a revision against the one before it. */
export function putChange(store: Store, row: NewChange): void {
  prepare(
    store,
    `INSERT OR REPLACE INTO change (revision_id, against_id, words_added, words_removed, minor, headline_changed, noted,
                                    silent, summary, edits, rules)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  ).run(
    row.revision,
    row.against,
    row.wordsAdded,
    row.wordsRemoved,
    ...[row.minor, row.headlineChanged, row.noted, row.silent].map(Number),
    row.summary,
    JSON.stringify(row.edits),
    changeRules
  )
}

/** The edits of a revision against the one before it; empty where it was not compared yet. */
export function editsOf(store: Store, revision: number): readonly StoredEdit[] {
  const edits = pluck<[number], string>(store, 'SELECT edits FROM change WHERE revision_id = ?').get(revision)
  return edits === undefined ? [] : (JSON.parse(edits) as StoredEdit[])
}

/** Takes away what was said of a revision that now has none before it. */
export function removeChange(store: Store, revision: number): void {
  prepare(store, 'DELETE FROM change WHERE revision_id = ?').run(revision)
}

type Raw = { [K in keyof ChangeRow]: ChangeRow[K] extends boolean ? number : ChangeRow[K] }

const columns = `
  revision_id AS revision, words_added AS wordsAdded, words_removed AS wordsRemoved, minor,
  headline_changed AS headlineChanged, noted, silent, summary`

const toChange = (raw: Raw): ChangeRow => ({
  ...raw,
  minor: raw.minor === 1,
  headlineChanged: raw.headlineChanged === 1,
  noted: raw.noted === 1,
  silent: raw.silent === 1
})

/** The changes of one article's revisions, by revision id. */
export function changesOf(store: Store, article: number): Map<number, ChangeRow> {
  const rows = prepare<[number], Raw>(
    store,
    `SELECT ${columns} FROM revision r JOIN change ON revision_id = r.id WHERE r.article_id = ?`
  ).all(article)
  return new Map(rows.map((raw) => [raw.revision, toChange(raw)]))
}

export type ListedChange = ChangeRow & { readonly at: string }

/** The changes of an article that are not deleted, oldest first. */
export function listedChanges(store: Store, article: number): ListedChange[] {
  return prepare<[number], Raw & { readonly at: string }>(
    store,
    `SELECT ${columns}, c.first_at AS at
     FROM revision r JOIN change ON revision_id = r.id JOIN capture c ON c.id = r.capture_id
     WHERE r.article_id = ? AND r.id NOT IN (SELECT revision_id FROM trash) ORDER BY c.first_at, r.id`
  )
    .all(article)
    .map((raw) => ({ ...toChange(raw), at: raw.at }))
}

/** The articles of which a comparison was made by older rules. */
export function staleArticles(store: Store): number[] {
  return pluck<[number], number>(
    store,
    'SELECT DISTINCT r.article_id FROM change JOIN revision r ON r.id = revision_id WHERE rules < ?'
  ).all(changeRules)
}

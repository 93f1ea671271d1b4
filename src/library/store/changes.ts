import type { Change } from '../../domain/timemap.ts'
import type { Store } from './open.ts'

/** What is derived from two neighbouring revisions; can be made anew from them at any time. */
export interface ChangeRow extends Change {
  readonly revision: number
  readonly noted: boolean
}

/** Keeps, or replaces, what changed in a revision against the one before it. */
export function putChange(store: Store, against: number, row: ChangeRow): void {
  store
    .prepare(
      `INSERT OR REPLACE INTO change
       (revision_id, against_id, words_added, words_removed, minor, headline_changed, noted, summary)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
    )
    .run(
      row.revision,
      against,
      row.wordsAdded,
      row.wordsRemoved,
      Number(row.minor),
      Number(row.headlineChanged),
      Number(row.noted),
      row.summary
    )
}

type Raw = { [K in keyof ChangeRow]: ChangeRow[K] extends boolean ? number : ChangeRow[K] }

const columns = `
  revision_id AS revision, words_added AS wordsAdded, words_removed AS wordsRemoved, minor,
  headline_changed AS headlineChanged, noted, summary`

const toChange = (raw: Raw): ChangeRow => ({
  ...raw,
  minor: raw.minor === 1,
  headlineChanged: raw.headlineChanged === 1,
  noted: raw.noted === 1
})

/** The changes of one article's revisions, by revision id. */
export function changesOf(store: Store, article: number): Map<number, ChangeRow> {
  const rows = store
    .prepare<[number], Raw>(
      `SELECT ${columns} FROM change JOIN revision r ON r.id = revision_id WHERE r.article_id = ?`
    )
    .all(article)
  return new Map(rows.map((raw) => [raw.revision, toChange(raw)]))
}

export type ListedChange = ChangeRow & { readonly article: number; readonly at: string }

/** The changes of all articles, oldest first. */
export function allChanges(store: Store): ListedChange[] {
  return store
    .prepare<[], Raw & { article: number; at: string }>(
      `SELECT ${columns}, r.article_id AS article, c.first_at AS at FROM change
       JOIN revision r ON r.id = revision_id JOIN capture c ON c.id = r.capture_id ORDER BY c.first_at, r.id`
    )
    .all()
    .map((raw) => ({ ...toChange(raw), article: raw.article, at: raw.at }))
}

import { compare } from '../domain/diff/compare.ts'
import type { Comparison } from '../domain/diff/comparison.ts'
import { noted } from '../domain/disclosure/noted.ts'
import { editHashes } from '../domain/edits/edit-hash.ts'
import { firstText } from '../domain/revision.ts'
import { changePhrase } from '../domain/summary.ts'
import { identityOf } from './store/articles.ts'
import { putChange, removeChange, type StoredEdit } from './store/changes.ts'
import { miscompared } from './store/derived-state.ts'
import { refreshListing } from './store/listing.ts'
import type { Store } from './store/open.ts'
import { ArticleText } from './store/packs.ts'
import { contentOf, revisionsOf, type RevisionRow } from './store/revisions.ts'
import { isIndexed, reindex } from './store/search-index.ts'

/** Works out what changed between two neighbouring revisions and keeps it for the list and the timeline. */
export function deriveChange(store: Store, text: ArticleText, older: RevisionRow, newer: RevisionRow): void {
  if (newer.rebuilt) return putChange(store, { ...noEdit, revision: newer.id, against: older.id })
  const [before, after] = [contentOf(text, older), contentOf(text, newer)]
  const comparison = compare(before, after, { lang: identityOf(store, newer.article).lang })
  const minor = comparison.edits.every(({ minor, folded }) => minor || folded)
  const isNoted = noted(before, after)
  putChange(store, {
    revision: newer.id,
    against: older.id,
    wordsAdded: comparison.wordsAdded,
    wordsRemoved: comparison.wordsRemoved,
    minor,
    headlineChanged: firstText(before, 'headline') !== firstText(after, 'headline'),
    noted: isNoted,
    silent: !minor && !isNoted,
    summary: changePhrase(comparison),
    edits: storedEdits(comparison)
  })
}

/** What differs because the page was read anew is nothing that the page changed. */
const noEdit = {
  wordsAdded: 0,
  wordsRemoved: 0,
  minor: true,
  headlineChanged: false,
  noted: false,
  silent: false,
  summary: 'Page read anew',
  edits: []
}

function storedEdits(comparison: Comparison): StoredEdit[] {
  const hashes = editHashes(comparison)
  return comparison.edits.map(({ kinds, reason, minor, folded, rule }, index) => {
    return { kinds, reason, minor, folded, rule, hash: hashes[index]! }
  })
}

/** Compares those revisions of an article that are not, or not by the present rules, compared with the one before. */
export function compareAnew(store: Store, text: ArticleText, article: number): void {
  const stale = new Set(miscompared(store, article))
  if (stale.size === 0) return
  const rows = revisionsOf(store, article)
  for (const [i, row] of rows.entries()) {
    if (!stale.has(row.id)) continue
    const older = rows[i - 1]
    if (older === undefined) removeChange(store, row.id)
    else deriveChange(store, text, older, row)
  }
}

/**
 * Makes everything that is derived from an article what the evidence and the present rules say: comparisons, the search
 * index, its row in the lists. Runs inside the caller's transaction. Throws `Damage` where the text cannot be read.
 */
export function bringInStep(store: Store, article: number, text = new ArticleText(store, article)): void {
  compareAnew(store, text, article)
  refreshListing(store, article, text)
  if (!isIndexed(store, article)) reindex(store, article, text)
}

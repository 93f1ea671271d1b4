import type { FoundEdit, Hunk } from '../diff/comparison.ts'
import type { Content } from '../revision.ts'

/** What was found between two revisions. */
export interface FoundChanges {
  readonly older: Content
  readonly newer: Content
  readonly hunks: readonly Hunk[]
  readonly edits: readonly FoundEdit[]
  /** The language of the article, where it can be told; asked only where a note came. */
  readonly lang: () => string | null
}

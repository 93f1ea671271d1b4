import type { Provenance } from './add.ts'
import type { Store } from './store/open.ts'
import type { RevisionRow } from './store/revisions.ts'
import { isTrashed } from './store/trash.ts'
import { statesAround, type SeenState } from './store/tombstones.ts'

/** What an article was seen to be around a time, whether or not it was deleted since. */
export interface Seen {
  readonly before: SeenState | undefined
  /** When the next state was first seen; null where there is none. */
  readonly until: string | null
}

interface Live {
  readonly before: RevisionRow | undefined
  readonly after: RevisionRow | undefined
}

/** Where nothing of an article was deleted, its live revisions are all there is to know. */
export function seenAround(
  store: Store,
  at: string,
  of: { readonly article: number; readonly live: Live | null }
): Seen {
  if (of.live !== null) return { before: asSeen(of.live.before), until: of.live.after?.at ?? null }
  const { before, after } = statesAround(store, of.article, at)
  return { before, until: after?.at ?? null }
}

/** The hash of the text that an article was seen to have at a time, whether or not it was deleted since. */
export function seenBefore(store: Store, article: number, at: string): Buffer | undefined {
  return statesAround(store, article, at).before?.textHash
}

function asSeen(row: RevisionRow | undefined): SeenState | undefined {
  if (row === undefined) return undefined
  return {
    number: Number.parseInt(row.label, 10),
    textHash: row.textHash,
    capture: null,
    revision: row.id,
    deletion: null
  }
}

/**
 * Whether a text is the one that stood there before it, deleted or not: a check an hour after a deletion must not bring
 * back what the reader took out. A file, which the reader brings, may bring back what was deleted for good.
 */
export function isSeen({ before }: Seen, textHash: Buffer, { origin }: Provenance): boolean {
  if (before === undefined || (before.revision === null && origin !== null)) return false
  return before.textHash.equals(textHash)
}

/** Whether what stood there before was deleted. */
export function isHidden(store: Store, article: number, { before }: Seen): boolean {
  return before !== undefined && (before.revision === null || before.deletion !== null || isTrashed(store, article))
}

import { headRow } from '../evidence.ts'
import type { Store } from '../open.ts'
import { chainDeletion } from '../records.ts'
import { prepare } from '../statement.ts'

/** A version that is gone, by its place in its article's chain. */
export interface Lost {
  readonly article: number
  readonly seq: number
  /** The id that its row had, where that is known. */
  readonly revision: number | null
}

/** Says in an article's chain which places were lost to damage: as a deletion does, with a reason of its own. */
export function nameLost(store: Store, article: number, deletes: readonly number[], at: string): void {
  if (deletes.length > 0) chainDeletion(store, article, { deletes, at, reason: 'damage' })
}

/** Gives versions of which nothing is left places at the end of the chain, without hashes, and names them as lost. */
export function chainLost(
  store: Store,
  article: number,
  { count, at }: { readonly count: number; readonly at: string }
): number[] {
  const { seq } = headRow(store, article)!
  const places = Array.from({ length: count }, (_, i) => seq + 1 + i)
  const insert = "INSERT INTO record (article_id, seq, kind, hash) VALUES (?, ?, 'revision', zeroblob(32))"
  for (const place of places) prepare(store, insert).run(article, place)
  if (count > 0) {
    prepare(store, 'UPDATE chain_head SET seq = ?, hash = zeroblob(32) WHERE article_id = ?').run(seq + count, article)
    prepare(store, 'UPDATE library SET records = records + ?').run(count)
    nameLost(store, article, places, at)
  }
  return places
}

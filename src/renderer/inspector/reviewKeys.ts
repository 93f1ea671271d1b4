import type { Comparison } from '../../domain/diff/comparison.ts'
import { changeKeys } from '../../domain/edits/change-key.ts'

const known = new WeakMap<Comparison, readonly (string | null)[]>()

/** The keys of some edits of a comparison, by their positions; what is folded has none. */
export function keysOf(comparison: Comparison, edits: readonly number[]): readonly string[] {
  let keys = known.get(comparison)
  if (keys === undefined) known.set(comparison, (keys = changeKeys(comparison)))
  const all = keys
  return [...new Set(edits.flatMap((edit) => all[edit] ?? []))]
}

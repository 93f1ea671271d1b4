import type { EditKind } from '../diff/comparison.ts'

/** A kind that a change is of, and the words that decided it. */
export interface Sign {
  readonly kind: EditKind
  readonly reason: string
}

/** A sign that the two lists differ: `name: A → B`, `negation removed: not`, or null where they are equal. */
export function cameOrWent(kind: EditKind, before: readonly string[], after: readonly string[]): Sign | null {
  if (before.length + after.length === 0) return null
  const gone = minus(before, after)
  const come = minus(after, before)
  if (gone.length === 0 && come.length === 0) return null
  if (come.length === 0) return { kind, reason: `${kind} removed: ${gone.join(', ')}` }
  if (gone.length === 0) return { kind, reason: `${kind} added: ${come.join(', ')}` }
  return { kind, reason: `${kind}: ${gone.join(', ')} → ${come.join(', ')}` }
}

function minus(list: readonly string[], other: readonly string[]): string[] {
  const rest = [...other]
  return list.filter((entry) => {
    const found = rest.indexOf(entry)
    if (found >= 0) rest.splice(found, 1)
    return found < 0
  })
}

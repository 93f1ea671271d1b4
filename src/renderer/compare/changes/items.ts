import type { Comparison, Edit, EditKind } from '../../../domain/diff/comparison.ts'
import type { RevisionInfo } from '../../../domain/timemap.ts'
import { editsOf, stopsOf, type Row } from '../rows.ts'

export const filters = ['all', 'facts', 'silent'] as const
export type Filter = (typeof filters)[number]

/**
 * Whether the page owned up to a change. `unnamed`: its note or time of update changed with it, but names something else or
 * nothing; null where it is not known in which version the change came.
 */
type Owning = 'noted' | 'metadata-only' | 'unnamed' | 'silent' | null

/** One change of the list: a row with what happened in it. */
export interface Item {
  readonly row: Row
  readonly edits: readonly Edit[]
  readonly owning: Owning
  /** The versions in which it came, in order, where they are known. */
  readonly versions: readonly RevisionInfo[]
  /** Which change of the text it is, from 1, whatever is filtered. */
  readonly number: number
}

const facts: ReadonlySet<EditKind> = new Set([
  'quote',
  'figure',
  'negation',
  'hedge',
  'name',
  'attribution',
  'date',
  'correction-note'
])

interface Made {
  readonly comparison: Comparison
  /** The versions after the older one, up to the newer one. */
  readonly between: readonly RevisionInfo[]
  readonly versionsOf: (row: Row) => readonly RevisionInfo[]
}

export function itemsOf(rows: readonly Row[], { comparison, between, versionsOf }: Made): readonly Item[] {
  return stopsOf(rows).map((row, n) => {
    const edits = editsOf(row, comparison)
    const versions = versionsOf(row)
    return { row, edits, versions, owning: owningOf(edits, versions.length > 0 ? versions : between), number: n + 1 }
  })
}

/** Of several edits in a row the one that is least owned up to counts. */
export function owningOf(edits: readonly Edit[], versions: readonly RevisionInfo[]): Owning {
  const material = edits.filter(({ minor }) => !minor)
  const judged = (material.length > 0 ? material : edits).map(({ disclosure }) => disclosure)
  if (judged.length > 0 && !judged.includes('silent'))
    return judged.includes('metadata-only') ? 'metadata-only' : 'noted'
  const noted = versions.filter((version) => version.noted).length
  if (noted === 0) return 'silent'
  return noted === versions.length ? 'unnamed' : null
}

/** Whether a change is one of those that a filter leaves. Minor ones are never called silent. */
export function passes({ edits, owning }: Item, filter: Filter): boolean {
  if (filter === 'facts') return edits.some(({ kinds }) => kinds.some((kind) => facts.has(kind)))
  return filter === 'all' || (owning === 'silent' && edits.some(({ minor }) => !minor))
}

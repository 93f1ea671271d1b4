import type { Comparison, Disclosure, Edit, EditKind } from '../../../domain/diff/comparison.ts'
import { editsOf, stopsOf, type Row } from '../rows.ts'

export const filters = ['all', 'facts', 'silent'] as const
export type Filter = (typeof filters)[number]

/** One change of the list: a row with what happened in it. */
export interface Item {
  readonly row: Row
  readonly edits: readonly Edit[]
  readonly disclosure: Disclosure
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

export function itemsOf(rows: readonly Row[], comparison: Comparison): readonly Item[] {
  return stopsOf(rows).map((row, n) => {
    const edits = editsOf(row, comparison)
    return { row, edits, disclosure: disclosureOf(edits), number: n + 1 }
  })
}

/** A row is silent where anything in it is that matters; noted where the page owns up to all of it. */
export function disclosureOf(edits: readonly Edit[]): Disclosure {
  const material = edits.filter(({ minor }) => !minor)
  const judged = (material.length > 0 ? material : edits).map(({ disclosure }) => disclosure)
  if (judged.length === 0 || judged.includes('silent')) return 'silent'
  return judged.includes('metadata-only') ? 'metadata-only' : 'noted'
}

/** Whether a change is one of those that a filter leaves. Minor ones are never called silent. */
export function passes({ edits, disclosure }: Item, filter: Filter): boolean {
  if (filter === 'facts') return edits.some(({ kinds }) => kinds.some((kind) => facts.has(kind)))
  return filter === 'all' || (disclosure === 'silent' && edits.some(({ minor }) => !minor))
}

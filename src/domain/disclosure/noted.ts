import type { Content } from '../revision.ts'
import { notesOf } from './notes.ts'

/**
 * Whether the page itself says that it changed: its visible update time or a note about a change differs. A relative claim
 * ("Updated 1 hour ago") that ticks on says nothing and does not count.
 */
export function noted(older: Content, newer: Content): boolean {
  const known = new Set(older.blocks.map(({ text }) => text))
  return notesOf(newer, known).length > 0 || isNewlyUpdated(older, newer, 'visible')
}

/** Whether the page claims another time of its update, where readers see it or in its metadata alone. */
export function isNewlyUpdated(older: Content, newer: Content, where: 'visible' | 'metadata'): boolean {
  const updates = ({ claims }: Content) =>
    claims.flatMap((claim) =>
      claim.kind === 'updated' && claim.where === where && claim.at !== null ? [claim.text] : []
    )
  const known = new Set(updates(older))
  return updates(newer).some((text) => !known.has(text))
}

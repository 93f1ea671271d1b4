import type { Content } from './revision.ts'

/**
 * Whether the page itself says that it changed: its visible update time or a correction note differs. A relative claim
 * ("Updated 1 hour ago") that ticks on says nothing and does not count.
 */
export function noted(older: Content, newer: Content): boolean {
  const before = notes(older)
  const after = notes(newer)
  return [...after].some((note) => !before.has(note))
}

function notes({ blocks, claims }: Content): Set<string> {
  const corrections = blocks.filter(({ kind }) => kind === 'correction-note').map(({ text }) => text)
  const updates = claims.filter(({ kind, where, at }) => kind === 'updated' && where === 'visible' && at !== null)
  return new Set([...corrections, ...updates.map(({ text }) => text)])
}

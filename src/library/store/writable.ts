import type { Store } from './open.ts'
import { prepare } from './statement.ts'

/** From now on this connection writes nothing: whatever tries fails with `readonly`. */
export function forbidWriting(store: Store): void {
  store.pragma('query_only = ON')
}

/** Writes a row, sees that it is on the disk, and takes it away again. Throws where the library cannot be written. */
export function probeWriting(store: Store): void {
  const probe = 'probe'
  prepare(store, 'INSERT OR REPLACE INTO upkeep (name, at, detail) VALUES (?, ?, ?)').run(probe, '', 'x'.repeat(4096))
  prepare(store, 'DELETE FROM upkeep WHERE name = ?').run(probe)
}

import type { Store } from './open.ts'
import { prepare } from './statement.ts'

/** When something that the library does by itself was last done, and what came of it. */
export interface Upkeep {
  /** ISO 8601 UTC. */
  readonly at: string
  readonly detail: string
}

export function upkeepOf(store: Store, name: string): Upkeep | undefined {
  return prepare<[string], Upkeep>(store, 'SELECT at, detail FROM upkeep WHERE name = ?').get(name)
}

export function markUpkeep(store: Store, name: string, { at, detail }: Upkeep): void {
  prepare(store, 'INSERT OR REPLACE INTO upkeep (name, at, detail) VALUES (?, ?, ?)').run(name, at, detail)
}

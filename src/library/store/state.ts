import type { Store } from './open.ts'
import { prepare } from './statement.ts'

/** A text that is another whenever something was stored, deleted, read or starred; what upkeep notes does not count. */
export function stateOf(store: Store): string {
  const sql = `SELECT (SELECT records FROM library) AS records, (SELECT max(id) FROM capture) AS captures,
               (SELECT max(last_at) FROM listing) AS seen, (SELECT max(id) FROM deletion) AS deletions,
               (SELECT group_concat(list || n) FROM tally) AS tallies`
  return JSON.stringify(prepare(store, sql).get())
}

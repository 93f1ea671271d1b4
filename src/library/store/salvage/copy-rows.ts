import type { Found } from '../damaged/found.ts'
import { describeTable, type Row } from '../damaged/tables.ts'
import type { Store } from '../open.ts'

/** What to copy: the rows of a table that `isWhole` says hold what they did; from loose pages too where they are unmistakable. */
interface Wanted {
  readonly table: string
  readonly isWhole: (row: Row) => boolean
  readonly loose: boolean
}

/** Copies rows that can be read into a store, where it does not have them. */
export function copyRows(store: Store, found: Found, wanted: Wanted): void {
  const table = describeTable(store, wanted.table)
  const names = table.columns.map((column) => column.name)
  const insert = store.prepare(
    `INSERT OR IGNORE INTO ${table.name} (${names.join(', ')}) VALUES (${names.map((column) => `@${column}`).join(', ')})`
  )
  for (const row of found.rows(table, wanted.loose)) if (wanted.isWhole(row)) insert.run(row)
}

import { articleSeal, sourceSeal, type IdentityRow, type SourceRow } from '../articles.ts'
import { captureSeal, type CaptureRow } from '../captures.ts'
import type { Row } from '../damaged/tables.ts'
import { tombstoneSeal, type TombstoneRow } from '../tombstones.ts'

const seals: Readonly<Record<string, (row: Row) => Buffer>> = {
  source: (row) => sourceSeal(row as unknown as SourceRow),
  article: (row) => articleSeal(row as unknown as IdentityRow),
  capture: (row) => captureSeal(row as unknown as CaptureRow),
  tombstone: (row) => tombstoneSeal(row as unknown as TombstoneRow)
}

/** Whether a row of a table that has seals holds what it was sealed with; rows of other tables have none. */
export function isSealed(table: string, row: Row): boolean {
  const { seal } = row
  const made = seals[table]?.(row)
  return made === undefined || (seal instanceof Buffer && seal.equals(made))
}

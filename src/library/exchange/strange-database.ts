import { unpackedHead } from './byte-stream.ts'
import { FileRefusal } from './read-file.ts'
import type { FormatReader, Found } from './reader.ts'
import { beginsAsSqlite, sqliteNames } from './sqlite-names.ts'

/** Says of a SQLite file that no format fits why it was not read: its tables are nobody's that is known, or it is damaged. */
export const strangeDatabaseReader: FormatReader = {
  format: 'sqlite/3',
  fits: (file) => beginsAsSqlite(unpackedHead(file)),
  // oxlint-disable-next-line require-yield -- nothing is found in what nobody knows
  async *read(file): AsyncGenerator<Found> {
    const names = sqliteNames(file)
    const fault = names === null ? 'its pages cannot be read' : names.fault
    if (fault !== null) throw new FileRefusal('damaged', fault)
    throw new FileRefusal('unknown-format', `tables ${[...(names?.tables ?? [])].join(', ').slice(0, 200)}`)
  }
}

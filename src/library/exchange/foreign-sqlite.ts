import { statSync } from 'node:fs'
import { connect, type Store } from '../store/open.ts'
import { foreignCopy } from './foreign-copy.ts'
import { FileRefusal } from './read-file.ts'
import type { Opened, Reading } from './reader.ts'
import { namedErrors } from './sqlite-errors.ts'
import { namesAt } from './sqlite-names.ts'
import { Tables } from './tables.ts'

/** Larger tables are not checked before they are read, as nothing can be answered meanwhile: 1 GB takes a second. */
const largestChecked = 2 ** 30

/** A table that a format needs, and the columns that it cannot do without. */
export type Needed = Readonly<Record<string, readonly string[]>>

/**
 * Opens a copy of somebody else's SQLite file, made to do harm for all we know (sqlite.org/security.html): read only, its
 * schema untrusted, its tables plain ones with the columns that are needed, and checked page by page. Throws `FileRefusal`:
 * `damaged`, `wrong-schema` naming what is missing, `too-large`, `unsafe`. To be closed after use.
 */
export async function openForeign(file: Opened, how: Reading, needed: Needed): Promise<Tables> {
  const copy = await foreignCopy(file, how)
  const names = namesAt(copy)
  if (names === null || names.fault !== null)
    throw new FileRefusal('damaged', names?.fault ?? 'its first page cannot be read')
  const store = namedErrors(() => connect(copy, how.nativeBinding, true))
  try {
    return namedErrors(() => checked(store, needed, statSync(copy).size))
  } catch (error) {
    store.close()
    throw error
  }
}

function checked(store: Store, needed: Needed, size: number): Tables {
  store.pragma('trusted_schema = OFF')
  store.pragma('cell_size_check = ON')
  store.pragma('mmap_size = 0')
  store.pragma('query_only = ON')
  store.pragma('cache_size = -8192')
  store.pragma('automatic_index = OFF')
  // An expression of the file's own: it says nothing that is needed here.
  store.pragma('ignore_check_constraints = ON')
  const tables = new Tables(store)
  for (const [table, columns] of Object.entries(needed)) {
    tables.need(table, columns)
    if (size <= largestChecked) refuseDamage(store, table)
  }
  return tables
}

function refuseDamage(store: Store, table: string): void {
  const found = store.prepare<[string], string>('SELECT * FROM pragma_quick_check(?)').pluck().get(table)
  if (found !== 'ok') throw new FileRefusal('damaged', String(found).slice(0, 200))
}

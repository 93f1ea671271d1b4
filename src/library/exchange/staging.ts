import type { Statement } from 'better-sqlite3'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { breathe } from '../slices.ts'
import { connect, type Store } from '../store/open.ts'
import { FileRefusal } from './read-file.ts'
import type { Reading } from './reader.ts'
import { longestRow } from './groups.ts'
import { Tables } from './tables.ts'

/** What is staged, and what it is looked up by: names of ours, never those of a file. */
export interface Staged {
  readonly columns: readonly string[]
  /** The columns that rows are found and ordered by; a number in them is one, be it written as text. */
  readonly keys: readonly string[]
}

type Value = string | number | Buffer | null

const together = 2000
/** After so many bytes the disk is asked how much room it has left. */
const asked = 64 * 2 ** 20
const spared = 200 * 2 ** 20

/**
 * A place on the disk where rows of a file wait that come in another order than articles need them: dumps have the texts
 * before the versions that they belong to. Removed with the other copies of the import. To be closed after use.
 */
export class Staging {
  readonly tables: Tables
  readonly #store: Store
  readonly #folder: string
  readonly #inserts = new Map<string, Statement>()
  #rows = 0
  #bytes = 0

  private constructor(store: Store, folder: string) {
    this.#store = store
    this.#folder = folder
    this.tables = new Tables(store)
  }

  static async open(how: Reading, tables: Readonly<Record<string, Staged>>): Promise<Staging> {
    const folder = await how.scratch()
    const store = connect(join(folder, 'staged.db'), how.nativeBinding)
    // Nobody wants it after a crash.
    store.pragma('journal_mode = OFF')
    store.pragma('synchronous = OFF')
    store.pragma('cache_size = -8192')
    for (const [table, { columns, keys }] of Object.entries(tables)) {
      store.exec(
        `CREATE TABLE "${table}" (${columns.map((column) => `"${column}"${keys.includes(column) ? ' NUMERIC' : ''}`).join(', ')})`
      )
      for (const key of keys) store.exec(`CREATE INDEX "${table} by ${key}" ON "${table}" ("${key}")`)
    }
    store.exec('BEGIN')
    return new Staging(store, folder)
  }

  /** Adds a row; its values in the order of the table's columns. Throws `too-large` for a row or where the disk is full. */
  async add(table: string, values: readonly Value[]): Promise<void> {
    const size = values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? 8 : (value?.length ?? 0)), 0)
    if (size > longestRow) throw new FileRefusal('too-large', `a row of ${size} bytes in ${table}`)
    this.#insert(table, values.length).run(...values)
    this.#rows += 1
    this.#bytes += size
    if (this.#rows % together === 0) await breathe()
    if (this.#bytes < asked) return
    this.#bytes = 0
    const { bavail, bsize } = await statfs(this.#folder)
    if (bavail * bsize < spared) throw new FileRefusal('too-large', 'no room left for what is being read')
  }

  #insert(table: string, columns: number): Statement {
    const known = this.#inserts.get(table)
    if (known !== undefined) return known
    const places = Array.from({ length: columns }, () => '?').join(', ')
    const made = this.#store.prepare(`INSERT INTO "${table}" VALUES (${places})`)
    this.#inserts.set(table, made)
    return made
  }

  close(): void {
    this.#store.close()
  }
}

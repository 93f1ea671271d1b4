import type { Statement } from 'better-sqlite3'
import type { Store } from '../store/open.ts'
import { groupsOf, longestRow, type Group, type Row, type RowKey, type Value } from './groups.ts'
import { FileRefusal } from './read-file.ts'
import { namedErrors } from './sqlite-errors.ts'

const longestName = 1000

interface Grouping {
  readonly table: string
  readonly columns: readonly string[]
  /** The column whose value the rows of a group share. */
  readonly by: string
  /** The column that orders the rows of a group; equal ones stay in order of their rowid. */
  readonly order: string
}

interface Lookup {
  readonly column: string
  readonly value: Value
  readonly order: string
}

/**
 * Tables of a database of which nothing is known but what was looked at: only named columns of plain tables are ever
 * selected. Throws `FileRefusal`.
 */
export class Tables {
  readonly #store: Store
  readonly #columns = new Map<string, ReadonlySet<string>>()
  readonly #statements = new Map<string, Statement<Value[], Row>>()

  constructor(store: Store) {
    this.#store = store
  }

  /** Whether there is a plain table of that name; throws where what has the name is none. */
  has(table: string): boolean {
    return this.#columnsOf(table) !== null
  }

  hasColumn(table: string, column: string): boolean {
    return this.#columnsOf(table)?.has(column) === true
  }

  /** Throws `wrong-schema` where the table or one of the columns is missing. */
  need(table: string, columns: readonly string[]): void {
    const own = this.#columnsOf(table)
    if (own === null) throw new FileRefusal('wrong-schema', table)
    const missing = columns.find((column) => !own.has(column))
    if (missing !== undefined) throw new FileRefusal('wrong-schema', `${table}.${missing}`)
  }

  /** The first row whose `column` has that value; values that are too long come as null. */
  find(table: string, columns: readonly string[], column: string, value: Value): Row | undefined {
    const sql = `SELECT ${selected(columns)} FROM "${table}" WHERE "${column}" = ? LIMIT 1`
    return namedErrors(() => this.#prepared(sql).get(value))
  }

  /** The rows whose `column` has that value, in the order of another, at most `most`. */
  findAll(table: string, columns: readonly string[], where: Lookup, most: number): Row[] {
    const { column, value, order } = where
    const sql = `SELECT ${selected(columns)} FROM "${table}" WHERE "${column}" = ? ORDER BY ${short(order)}, rowid LIMIT ?`
    return namedErrors(() => this.#prepared(sql).all(value, most))
  }

  /** Every row of a table, group by group, lets others work between them and ends when `signal` says so. */
  async *groups(grouping: Grouping, signal: AbortSignal): AsyncGenerator<Group> {
    const { table, columns, by, order } = grouping
    const listed = namedErrors(() =>
      this.#store
        .prepare<[], RowKey>(
          `SELECT rowid, ${short(by)} FROM "${table}" NOT INDEXED
           ORDER BY 2 COLLATE BINARY, ${short(order)} COLLATE BINARY, rowid`
        )
        .raw()
    )
    const row = namedErrors(() =>
      this.#store.prepare<[number], Row>(
        `SELECT ${sizes(columns)} AS "#size", ${selected(columns)} FROM "${table}" WHERE rowid = ?`
      )
    )
    const keys = listed.iterate()
    try {
      yield* groupsOf(keys, (id) => row.get(id), signal)
    } finally {
      // Whoever has enough leaves in between, and a query that is under way keeps its database open.
      keys.return?.()
    }
  }

  close(): void {
    this.#store.close()
  }

  #prepared(sql: string): Statement<Value[], Row> {
    const known = this.#statements.get(sql) ?? this.#store.prepare<Value[], Row>(sql)
    this.#statements.set(sql, known)
    return known
  }

  #columnsOf(table: string): ReadonlySet<string> | null {
    const known = this.#columns.get(table)
    if (known !== undefined) return known
    const columns = namedErrors(() => plainColumns(this.#store, table))
    if (columns !== null) this.#columns.set(table, columns)
    return columns
  }
}

/** A value's length is known without reading it; a row with one that is too long is read without its values. */
const sizes = (columns: readonly string[]): string =>
  columns.map((column) => `coalesce(octet_length("${column}"), 0)`).join(' + ')

const selected = (columns: readonly string[]): string =>
  columns.map((column) => `CASE WHEN ${sizes(columns)} <= ${longestRow} THEN "${column}" END AS "${column}"`).join(', ')

/** What groups or orders rows is a name, number or time; nothing longer is ever sorted. */
const short = (column: string): string => `CASE WHEN octet_length("${column}") <= ${longestName} THEN "${column}" END`

/** The columns of a plain table; null where there is none of that name. Throws `unsafe` for whatever else has the name. */
function plainColumns(store: Store, table: string): ReadonlySet<string> | null {
  // SQLite writes the first words of the statement itself, so that those of a virtual table are others.
  const found = store
    .prepare<[string], number>(
      `SELECT type = 'table' AND rootpage > 1 AND sql LIKE 'create table %' FROM sqlite_schema
       WHERE type IN ('table', 'view') AND name = ? COLLATE NOCASE`
    )
    .pluck()
    .all(table)
  if (found.length === 0) return null
  if (found.length > 1 || found[0] !== 1) throw new FileRefusal('unsafe', `${table} is no plain table`)
  const columns = store
    .prepare<[string], { name: string; hidden: number }>('SELECT name, hidden FROM pragma_table_xinfo(?)')
    .all(table)
  if (columns.some(({ hidden }) => hidden !== 0)) throw new FileRefusal('unsafe', `${table} computes a column`)
  return new Set(columns.map(({ name }) => name.toLowerCase()))
}

import type { Statement } from 'better-sqlite3'
import { breathe } from '../slices.ts'
import type { Store } from '../store/open.ts'
import { FileRefusal } from './read-file.ts'

/** In bytes; the values of a row that has more together are not read. The longest pages known have a few MB. */
export const longestRow = 8_000_000
/** So much of one group is held in memory; a larger one comes in parts. */
const mostRows = 2000
const mostBytes = 8_000_000
const longestName = 1000

export type Value = string | number | bigint | Buffer | null
export type Row = Readonly<Record<string, Value>>

/** Rows of a table that have a value in common, in order; a large group comes in several parts. */
export interface Group {
  readonly key: string | number | null
  readonly rows: readonly Row[]
  /** What could not be read, by rowid. */
  readonly refused: readonly { readonly id: number; readonly code: 'too-large' | 'damaged'; readonly detail: string }[]
}

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
        .prepare<[], [id: number, key: string | number | null]>(
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
    let part = newPart(null)
    let since = performance.now()
    const keys = listed.iterate()
    for (let next = namedErrors(() => keys.next()); next.done !== true; next = namedErrors(() => keys.next())) {
      const [id, key] = next.value
      if (key !== part.key || isFull(part)) {
        if (!isEmpty(part)) yield part
        part = newPart(key)
      }
      addTo(part, id, () => row.get(id))
      if (performance.now() - since < 8) continue
      await breathe()
      signal.throwIfAborted()
      since = performance.now()
    }
    if (!isEmpty(part)) yield part
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

interface Part {
  readonly key: string | number | null
  readonly rows: Row[]
  readonly refused: Group['refused'][number][]
  bytes: number
}

const newPart = (key: Part['key']): Part => ({ key, rows: [], refused: [], bytes: 0 })
const isEmpty = ({ rows, refused }: Part): boolean => rows.length === 0 && refused.length === 0
const isFull = ({ rows, refused, bytes }: Part): boolean =>
  bytes > mostBytes || rows.length + refused.length >= mostRows

function addTo(part: Part, id: number, read: () => Row | undefined): void {
  try {
    const row = namedErrors(read)
    if (row === undefined) throw new FileRefusal('damaged', 'the row cannot be found')
    const size = Number(row['#size'])
    if (size > longestRow) throw new FileRefusal('too-large', `${size} bytes`)
    part.bytes += size
    part.rows.push(row)
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error
    part.refused.push({ id, code: error.code === 'too-large' ? 'too-large' : 'damaged', detail: error.detail })
  }
}

/** A value's length is known without reading it; a row with one that is too long is read without its values. */
const sizes = (columns: readonly string[]): string =>
  columns.map((column) => `coalesce(octet_length("${column}"), 0)`).join(' + ')

const selected = (columns: readonly string[]): string =>
  columns.map((column) => `CASE WHEN ${sizes(columns)} <= ${longestRow} THEN "${column}" END AS "${column}"`).join(', ')

/** What groups or orders rows is a name, number or time; nothing longer is ever sorted. */
const short = (column: string): string => `CASE WHEN octet_length("${column}") <= ${longestName} THEN "${column}" END`

interface SchemaRow {
  readonly type: string
  readonly rootpage: number
  readonly isVirtual: number
}

/** The columns of a plain table; null where there is none of that name. Throws `unsafe` for whatever else has the name. */
function plainColumns(store: Store, table: string): ReadonlySet<string> | null {
  const found = store
    .prepare<[string], SchemaRow>(
      `SELECT type, rootpage, sql LIKE 'create virtual%' AS isVirtual FROM sqlite_schema
       WHERE type IN ('table', 'view') AND name = ? COLLATE NOCASE`
    )
    .get(table)
  if (found === undefined) return null
  if (found.type !== 'table' || found.isVirtual !== 0 || found.rootpage < 2)
    throw new FileRefusal('unsafe', `${table} is no plain table`)
  const columns = store
    .prepare<[string], { name: string; hidden: number }>('SELECT name, hidden FROM pragma_table_xinfo(?)')
    .all(table)
  if (columns.some(({ hidden }) => hidden !== 0)) throw new FileRefusal('unsafe', `${table} computes a column`)
  return new Set(columns.map(({ name }) => name.toLowerCase()))
}

/** What SQLite says of a file, as the name of what is wrong with it. */
export function namedErrors<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!code.startsWith('SQLITE_')) throw error
    const detail = (error as Error).message.slice(0, 200)
    if (/^SQLITE_(TOOBIG|NOMEM|FULL)/.test(code)) throw new FileRefusal('too-large', detail)
    throw new FileRefusal(code === 'SQLITE_ERROR' && !/malformed/.test(detail) ? 'wrong-schema' : 'damaged', detail)
  }
}

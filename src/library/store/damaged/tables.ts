import type { Store } from '../open.ts'
import type { Cell, Value } from './cells.ts'

/** A table as its entries are stored. */
export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  /** The column that is the rowid itself and stored as null; null where there is none. */
  readonly alias: string | null
  readonly key: readonly string[]
  readonly hasRowid: boolean
}

interface Column {
  readonly name: string
  readonly type: 'INTEGER' | 'TEXT' | 'BLOB'
  readonly nullable: boolean
}

export type Row = Readonly<Record<string, Value>>

interface ColumnInfo {
  readonly name: string
  readonly type: Column['type']
  readonly notnull: number
  readonly pk: number
}

/** Describes a table from a store that has it whole; a damaged file need not tell any more. */
export function describeTable(store: Store, name: string): Table {
  const info = store
    .prepare<[string], ColumnInfo>('SELECT name, type, "notnull", pk FROM pragma_table_info(?)')
    .all(name)
  const list = store.prepare<[string], number>('SELECT wr FROM pragma_table_list(?)').pluck()
  const hasRowid = list.get(name) === 0
  const keys = info.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk)
  const alias = hasRowid && keys.length === 1 && keys[0]!.type === 'INTEGER' ? keys[0]!.name : null
  // Without a rowid, the columns of the key are stored first.
  const stored = hasRowid ? info : [...keys, ...info.filter(({ pk }) => pk === 0)]
  const columns = stored.map((column) => ({
    name: column.name,
    type: column.type,
    nullable: column.notnull === 0 && !(column.pk > 0 && !hasRowid)
  }))
  return { name, columns, alias, key: keys.map((column) => column.name), hasRowid }
}

/** An entry as a row of the table; undefined where its values do not fit. */
export function asRow({ columns, alias, hasRowid }: Table, { rowid, values }: Cell): Row | undefined {
  if (hasRowid !== (rowid !== null) || values.length !== columns.length) return undefined
  const fits = columns.every(({ name, type, nullable }, i) =>
    name === alias ? values[i] === null : isOf(values[i]!, type, nullable)
  )
  if (!fits) return undefined
  return Object.fromEntries(columns.map(({ name }, i) => [name, name === alias ? rowid : values[i]!]))
}

function isOf(value: Value, type: Column['type'], nullable: boolean): boolean {
  if (value === null) return nullable
  if (type === 'INTEGER') return typeof value === 'number'
  return type === 'TEXT' ? typeof value === 'string' : value instanceof Buffer
}

/** What tells a row of a table from the others. */
export const keyOf = ({ key }: Table, row: Row): string =>
  key.map((name) => (row[name] instanceof Buffer ? row[name].toString('hex') : String(row[name]))).join(' ')

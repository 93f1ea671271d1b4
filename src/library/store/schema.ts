import { inMemory, openStore, type Store } from './open.ts'
import { prepare } from './statement.ts'

/** An empty library in memory: how the tables of this version are, and what its triggers do. */
export const blankLibrary = (nativeBinding?: string): Store => openStore(inMemory, { nativeBinding })

interface SchemaRow {
  readonly type: string
  readonly name: string
  readonly sql: string | null
}

/** SQLite's own statistics are there or not; the rest is the same in every library. */
function schemaRows(store: Store): SchemaRow[] {
  const sql = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name"
  return prepare<[], SchemaRow>(store, sql).all()
}

/** The names of what is not as a library's tables, indexes and triggers are; missing, added or otherwise declared. */
export function schemaFaults(store: Store, blank: Store): string[] {
  const [found, expected] = [schemaRows(store).map(asText), schemaRows(blank).map(asText)]
  const differing = [
    ...expected.filter((row) => !found.includes(row)),
    ...found.filter((row) => !expected.includes(row))
  ]
  return [...new Set(differing.map((row) => (JSON.parse(row) as string[])[1]!))]
}

const asText = ({ type, name, sql }: SchemaRow): string => JSON.stringify([type, name, sql])

/** Those of these names that are no tables: a view in a table's place can say anything. */
export function lostTables(store: Store, names: readonly string[]): string[] {
  const tables = new Set(schemaRows(store).flatMap(({ type, name }) => (type === 'table' ? [name] : [])))
  return names.filter((name) => !tables.has(name))
}

/** SQLite's own look at a table and its indexes; empty where they agree. A quick one leaves the indexes out. */
export function structureFaults(store: Store, table: string, check: 'quick_check' | 'integrity_check'): string[] {
  const rows = store.pragma(`${check}(${table})`) as Readonly<Record<string, string>>[]
  return rows.map((row) => row[check] ?? '').filter((words) => words !== 'ok')
}

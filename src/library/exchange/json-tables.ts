import { FileRefusal, readTextFile } from './read-file.ts'
import type { Opened, Reading } from './reader.ts'
import type { DumpTables, WantedTables } from './dump-tables.ts'
import { Staging } from './staging.ts'

type Value = string | number | null

/**
 * Tables as JSON: an object with an array of rows for each, columns named as in the database (`feed_id`) or as JavaScript
 * names them (`feedId`). Files are no larger than other texts; a dump of the database has no such bound. Throws
 * `FileRefusal`: `damaged`, `wrong-schema` naming the table or column.
 */
export async function stageJson(file: Opened, how: Reading, wanted: WantedTables): Promise<DumpTables> {
  const tables = parsed((await readTextFile(file.path)).text)
  const staged = Object.entries(wanted).map(([table, { needs, may = [], keys }]) => ({
    table,
    needs,
    rows: rowsOf(tables, table),
    columns: [...needs, ...may],
    keys
  }))
  const staging = await Staging.open(how, Object.fromEntries(staged.map(({ table, ...rest }) => [table, rest])))
  try {
    for (const { table, needs, rows, columns } of staged)
      for (const row of rows) {
        const missing = needs.find((column) => named(row, column) === undefined)
        if (missing !== undefined) throw new FileRefusal('wrong-schema', `${table}.${missing}`)
        await staging.add(
          table,
          columns.map((column) => plain(named(row, column)))
        )
      }
    return { tables: staging.tables, fault: null, close: () => staging.close() }
  } catch (error) {
    staging.close()
    throw error
  }
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(text)
    if (typeof json === 'object' && json !== null) return json as Record<string, unknown>
  } catch {
    throw new FileRefusal('damaged', 'JSON')
  }
  throw new FileRefusal('wrong-schema', 'no object')
}

function rowsOf(tables: Readonly<Record<string, unknown>>, table: string): readonly unknown[] {
  const rows = [table, camel(table)].map((name) => (Object.hasOwn(tables, name) ? tables[name] : undefined)).find(Array.isArray) // prettier-ignore
  if (rows === undefined) throw new FileRefusal('wrong-schema', table)
  return rows as readonly unknown[]
}

function named(row: unknown, column: string): unknown {
  if (typeof row !== 'object' || row === null) return undefined
  const name = [column, camel(column)].find((one) => Object.hasOwn(row, one))
  return name === undefined ? undefined : (row as Record<string, unknown>)[name]
}

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

function plain(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number') return value
  return typeof value === 'boolean' ? String(value) : null
}

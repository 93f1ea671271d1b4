import { byteStream } from './byte-stream.ts'
import type { DumpTables, WantedTables } from './dump-tables.ts'
import { jsonRows } from './json-rows.ts'
import { FileRefusal } from './read-file.ts'
import type { Opened, Reading } from './reader.ts'
import { Staging } from './staging.ts'

/**
 * Tables as JSON: an object with an array of rows for each, tables and columns named as in the database (`feed_id`) or as
 * JavaScript names them (`feedId`). Throws `FileRefusal`: `wrong-schema` naming the table or column, `damaged`, `too-large`.
 */
export async function stageJson(file: Opened, how: Reading, wanted: WantedTables): Promise<DumpTables> {
  const tables = Object.entries(wanted).map(
    ([table, { needs, may = [], keys }]) => [table, { columns: [...needs, ...may], keys }] as const
  )
  const staging = await Staging.open(how, Object.fromEntries(tables))
  try {
    const fault = await fill(staging, file, how, wanted)
    return { tables: staging.tables, fault, close: () => staging.close() }
  } catch (error) {
    staging.close()
    throw error
  }
}

/** Answers what ended the file early; the rows before that are there. */
async function fill(staging: Staging, file: Opened, how: Reading, wanted: WantedTables): Promise<FileRefusal | null> {
  const known = new Map(Object.keys(wanted).flatMap((table) => [table, camel(table)].map((name) => [name, table])))
  const seen = new Set<string>()
  try {
    for await (const { table: name, row } of jsonRows(byteStream(file, how.signal))) {
      const table = known.get(name)
      if (table === undefined) continue
      seen.add(table)
      await staging.add(table, valuesOf(table, row, wanted[table]!))
    }
  } catch (error) {
    if (error instanceof FileRefusal && error.code === 'truncated') return error
    throw error
  }
  const missing = Object.keys(wanted).find((table) => !seen.has(table))
  if (missing !== undefined) throw new FileRefusal('wrong-schema', missing)
  return null
}

type Value = string | number | null

function valuesOf(table: string, row: unknown, { needs, may = [] }: WantedTables[string]): Value[] {
  const missing = needs.find((column) => named(row, column) === undefined)
  if (missing !== undefined) throw new FileRefusal('wrong-schema', `${table}.${missing}`)
  return [...needs, ...may].map((column) => plain(named(row, column)))
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

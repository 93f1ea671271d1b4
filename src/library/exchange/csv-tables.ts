import { lstat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { byteStream } from './byte-stream.ts'
import type { DumpTables, WantedTables } from './dump-tables.ts'
import { openFile } from './open-file.ts'
import { FileRefusal } from './read-file.ts'
import type { Opened, Reading } from './reader.ts'
import { Staging } from './staging.ts'
import { longestRow } from './groups.ts'

/** The file beside `file` that has `other` in its name where that has `own`, packed or not. Throws `needs-files`. */
export async function besideIt({ path, name }: Opened, own: string, other: string): Promise<Opened> {
  const plain = name.replace(/\.gz$/i, '')
  const wanted = plain.replace(own, other)
  if (wanted === plain) throw new FileRefusal('needs-files', other)
  for (const candidate of [wanted, `${wanted}.gz`]) {
    const there = join(dirname(path), candidate)
    if ((await lstat(there).catch(() => null))?.isFile() === true) return openFile(there)
  }
  throw new FileRefusal('needs-files', wanted)
}

/** Tables that are a CSV file each, to where their rows can be looked up. Throws `FileRefusal`, as for a dump. */
export async function stageCsv(
  files: Readonly<Record<string, Opened>>,
  how: Reading,
  wanted: WantedTables
): Promise<DumpTables> {
  const columns = ({ needs, may = [] }: WantedTables[string]) => [...needs, ...may]
  const staged = Object.entries(wanted).map(([table, wish]) => [table, { columns: columns(wish), keys: wish.keys }])
  const staging = await Staging.open(how, Object.fromEntries(staged) as Parameters<typeof Staging.open>[1])
  let fault: FileRefusal | null = null
  try {
    for (const [table, file] of Object.entries(files)) fault ??= await fill(staging, table, csvRows(file, how, wanted[table]!)) // prettier-ignore
    return { tables: staging.tables, fault, close: () => staging.close() }
  } catch (error) {
    staging.close()
    throw error
  }
}

/** Answers what ended the file early; the rows before that are there. */
async function fill(
  staging: Staging,
  table: string,
  rows: AsyncIterable<readonly (string | null)[]>
): Promise<FileRefusal | null> {
  try {
    for await (const row of rows) await staging.add(table, row)
  } catch (error) {
    if (error instanceof FileRefusal && error.code === 'truncated') return error
    throw error
  }
  return null
}

/**
 * The rows of a CSV file (RFC 4180) whose first row names its columns; the values of the columns that are asked for, in
 * that order. Packed by gzip or not. Throws `FileRefusal`: `wrong-schema` naming a column that is missing, `truncated`
 * where a value in quotes has no end, `too-large`, `damaged`.
 */
async function* csvRows(
  file: Opened,
  how: Reading,
  { needs, may = [] }: WantedTables[string]
): AsyncGenerator<readonly (string | null)[]> {
  const { parse } = await import('csv-parse')
  const rows = parse({ bom: true, relax_quotes: true, relax_column_count: true, max_record_size: longestRow })
  // What fails is thrown where the rows are read.
  pipeline(Readable.from(byteStream(file, how.signal)), rows, () => {})
  let places: number[] | null = null
  try {
    for await (const row of rows as AsyncIterable<string[]>) {
      if (places === null) places = placesOf(row, needs, may)
      else yield places.map((place) => row[place] ?? null)
    }
  } catch (error) {
    throw named(error)
  } finally {
    rows.destroy()
  }
}

function placesOf(header: readonly string[], needs: readonly string[], may: readonly string[]): number[] {
  const names = header.map((name) => name.trim().toLowerCase())
  const missing = needs.find((column) => !names.includes(column))
  if (missing !== undefined) throw new FileRefusal('wrong-schema', missing)
  return [...needs, ...may].map((column) => names.indexOf(column))
}

function named(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!code.startsWith('CSV_')) return error
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new FileRefusal('truncated', 'a value in quotes has no end')
  return new FileRefusal(code === 'CSV_MAX_RECORD_SIZE' ? 'too-large' : 'damaged', code)
}

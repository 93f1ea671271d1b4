import { pipeline } from 'node:stream'
import { Readable } from 'node:stream'
import { byteStream } from './byte-stream.ts'
import { FileRefusal } from './read-file.ts'
import type { Opened, Reading } from './reader.ts'
import { longestRow } from './tables.ts'

/**
 * The rows of a CSV file (RFC 4180) whose first row names its columns; the values of the columns that are asked for, in
 * that order. Packed by gzip or not. Throws `FileRefusal`: `wrong-schema` naming a column that is missing, `truncated`
 * where a value in quotes has no end, `too-large`, `damaged`.
 */
export async function* csvRows(
  file: Opened,
  how: Reading,
  columns: readonly string[]
): AsyncGenerator<readonly (string | null)[]> {
  const { parse } = await import('csv-parse')
  const rows = parse({ bom: true, relax_quotes: true, relax_column_count: true, max_record_size: longestRow })
  // What fails is thrown where the rows are read.
  pipeline(Readable.from(byteStream(file, how.signal)), rows, () => {})
  let places: number[] | null = null
  try {
    for await (const row of rows as AsyncIterable<string[]>) {
      if (places === null) places = placesOf(row, columns)
      else yield places.map((place) => row[place] ?? null)
    }
  } catch (error) {
    throw named(error)
  } finally {
    rows.destroy()
  }
}

function placesOf(header: readonly string[], columns: readonly string[]): number[] {
  const names = header.map((name) => name.trim().toLowerCase())
  const missing = columns.find((column) => !names.includes(column))
  if (missing !== undefined) throw new FileRefusal('wrong-schema', missing)
  return columns.map((column) => names.indexOf(column))
}

function named(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!code.startsWith('CSV_')) return error
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new FileRefusal('truncated', 'a value in quotes has no end')
  return new FileRefusal(code === 'CSV_MAX_RECORD_SIZE' ? 'too-large' : 'damaged', code)
}

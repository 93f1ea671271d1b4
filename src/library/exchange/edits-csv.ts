import { editColumns, editRows } from './edit-rows.ts'
import type { ArticlesWanted } from './export-articles.ts'

/** Edits as CSV (RFC 4180): a header, CRLF, UTF-8 without a byte order mark. */
export async function* writeCsv(wanted: ArticlesWanted): AsyncGenerator<string> {
  yield csvLine(editColumns)
  for await (const row of editRows(wanted)) yield csvLine(editColumns.map((column) => cell(row[column])))
}

function cell(value: string | number | boolean | null | readonly (string | number)[]): string {
  if (value === null) return ''
  return typeof value === 'object' ? value.join(' ') : String(value)
}

/**
 * A line of CSV. What a spreadsheet would take for a formula gets an apostrophe before it, which a spreadsheet does not
 * show: a page that was captured must not be able to run anything there (CWE-1236).
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((text) => quoted(guarded(text))).join(',')}\r\n`
}

const guarded = (text: string): string =>
  /^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/u.test(text) ? `'${text}` : text

const quoted = (text: string): string => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

import { cellAt } from '../store/damaged/cells.ts'
import { Pages } from '../store/damaged/pages.ts'
import { readTreePage } from '../store/damaged/trees.ts'
import { isGzip, unpackedHead } from './byte-stream.ts'
import type { Opened } from './reader.ts'

/** No program that is read here has a schema half as large: SQLite reads all of it before it reads anything else. */
const longestStatement = 64_000
const mostStatements = 1000
const mostPages = 1000

const known = new WeakMap<Opened, SqliteNames | null>()

/** What a SQLite file says it holds. */
export interface SqliteNames {
  /** The names of its tables and views, in lower case. */
  readonly tables: ReadonlySet<string>
  /** What is wrong with its schema; null where nothing is. */
  readonly fault: string | null
}

/** Whether text begins as a SQLite file does (sqlite.org/fileformat2.html, 1.3). */
export const beginsAsSqlite = (head: string): boolean => head.startsWith('SQLite format 3\0')

/**
 * The names in a SQLite file, read without SQLite: looking must neither leave a log beside the file nor run anything that
 * the file says. What only its log holds is not seen. Of one packed by gzip, they are those that its beginning tells. Null
 * where the file is no SQLite file, or cannot be read.
 */
export function sqliteNames(file: Opened): SqliteNames | null {
  const head = unpackedHead(file)
  if (!beginsAsSqlite(head)) return null
  if (!known.has(file)) known.set(file, isGzip(file.head) ? namesInText(head) : namesAt(file.path))
  return known.get(file) ?? null
}

/** The names in the SQLite file at a path; null where it cannot be read. */
export function namesAt(path: string): SqliteNames | null {
  try {
    const pages = new Pages(path, false)
    try {
      return namesIn(pages)
    } finally {
      pages.close()
    }
  } catch {
    // Whoever reads it next says what is the matter with it.
    return null
  }
}

/** The statements of a schema stand in its pages as text. */
function namesInText(head: string): SqliteNames {
  const statements = head.matchAll(/CREATE (?:VIRTUAL )?(?:TABLE|VIEW) ["`[]?(\w+)/gi)
  return { tables: new Set([...statements].map(([, name]) => name!.toLowerCase())), fault: null }
}

function namesIn(pages: Pages): SqliteNames {
  const tables = new Set<string>()
  const next = [1]
  const seen = new Set<number>()
  for (let number = next.pop(); number !== undefined; number = next.pop()) {
    const page = seen.has(number) ? undefined : readTreePage(pages, number)
    if (page === undefined) return { tables, fault: `page ${number} of its schema cannot be read` }
    seen.add(number)
    next.push(...page.below)
    if (seen.size > mostPages || tables.size > mostStatements) return { tables, fault: 'its schema is too large' }
    if (page.kind === 'table') continue
    for (const offset of page.offsets) {
      const cell = cellAt(pages, page, offset, longestStatement)
      if (cell === undefined) return { tables, fault: 'a statement of its schema is too long or damaged' }
      // The names are plain ones, so that those of a file in UTF-16 are found as well.
      const [type, name] = cell.values.map((value) => String(value).replaceAll('\0', '').toLowerCase())
      if (type === 'table' || type === 'view') tables.add(name ?? '')
    }
  }
  return { tables, fault: null }
}

import type { Store } from './open.ts'
import { prepare } from './statement.ts'

const tables = [
  `CREATE TEMP TABLE IF NOT EXISTS spool_line (
     list TEXT NOT NULL, key TEXT NOT NULL, n INTEGER NOT NULL, line TEXT NOT NULL, PRIMARY KEY (list, key, n)
   ) STRICT, WITHOUT ROWID`,
  `CREATE TEMP TABLE IF NOT EXISTS spool_body (
     hash BLOB PRIMARY KEY, record TEXT NOT NULL, url TEXT NOT NULL, at TEXT NOT NULL
   ) STRICT, WITHOUT ROWID`
]

const page = 500

/** A body that was written before: where it can be found again. */
export interface SpooledBody {
  readonly record: string
  readonly url: string
  /** ISO 8601 UTC. */
  readonly at: string
}

interface LineRow {
  readonly key: string
  readonly n: number
  readonly line: string
}

/**
 * Lines that are put aside while a long file is written and go into a later one, in order of their keys. They lie in
 * temporary tables, which SQLite keeps on the disk where they grow, so that memory stays flat.
 */
export class Spool {
  readonly #store: Store
  #count = 0

  constructor(store: Store) {
    this.#store = store
    for (const sql of tables) store.exec(sql)
    store.exec('DELETE FROM spool_line; DELETE FROM spool_body')
  }

  add(list: string, key: string, line: string): void {
    const sql = 'INSERT INTO spool_line (list, key, n, line) VALUES (?, ?, ?, ?)'
    prepare(this.#store, sql).run(list, key, ++this.#count, line)
  }

  /** The lines of a list: by key, those of one key in the order in which they came. */
  *lines(list: string): Generator<string> {
    const next = prepare<[string, string, number], LineRow>(
      this.#store,
      `SELECT key, n, line FROM spool_line WHERE list = ? AND (key, n) > (?, ?) ORDER BY key, n LIMIT ${page}`
    )
    let last: LineRow | undefined = { key: '', n: 0, line: '' }
    while (last !== undefined) {
      const rows: LineRow[] = next.all(list, last.key, last.n)
      for (const { line } of rows) yield line
      last = rows.at(-1)
    }
  }

  addBody(hash: Buffer, { record, url, at }: SpooledBody): void {
    const sql = 'INSERT OR REPLACE INTO spool_body (hash, record, url, at) VALUES (?, ?, ?, ?)'
    prepare(this.#store, sql).run(hash, record, url, at)
  }

  body(hash: Buffer): SpooledBody | undefined {
    const sql = 'SELECT record, url, at FROM spool_body WHERE hash = ?'
    return prepare<[Buffer], SpooledBody>(this.#store, sql).get(hash)
  }
}

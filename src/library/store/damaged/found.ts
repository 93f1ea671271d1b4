import { cellAt, type Value } from './cells.ts'
import type { Pages } from './pages.ts'
import { asRow, keyOf, type Row, type Table } from './tables.ts'
import { entriesOf, findTrees, readTreePage, type Trees } from './trees.ts'

/** What can still be read of a damaged file. */
export class Found {
  readonly #pages: Pages
  readonly #trees: Trees

  constructor(pages: Pages) {
    this.#pages = pages
    this.#trees = findTrees(pages)
  }

  /**
   * The rows of a table, each once: first those its tree leads to, then, if wanted, those on loose pages that fit it.
   * Whether they hold what they did is for the hashes to say.
   */
  *rows(table: Table, loose: boolean): Generator<Row> {
    const seen = new Set<string>()
    for (const number of [...(this.#trees.pages.get(table.name) ?? []), ...(loose ? this.#trees.loose : [])]) {
      for (const row of this.#rowsOn(number, table)) {
        const key = keyOf(table, row)
        if (seen.has(key)) continue
        seen.add(key)
        yield row
      }
    }
  }

  /** The entries of an index, as values in the order of its columns, the rowid last. */
  *entries(index: string): Generator<readonly Value[]> {
    for (const number of this.#trees.pages.get(index) ?? []) yield* entriesOf(this.#pages, number)
  }

  *#rowsOn(number: number, table: Table): Generator<Row> {
    const page = readTreePage(this.#pages, number)
    if (page === undefined || (page.kind === 'table leaf') !== table.hasRowid) return
    for (const offset of page.offsets) {
      const cell = cellAt(this.#pages, page, offset)
      const row = cell === undefined ? undefined : asRow(table, cell)
      if (row !== undefined) yield row
    }
  }
}
